package main

import (
	"encoding/xml"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/multivers"
)

func webConfig(t *testing.T) []byte {
	t.Helper()
	s, err := builtReal()
	require.NoError(t, err)
	config := s.files["hosting/web.config"]
	require.NotEmpty(t, config)
	return config
}

// The page reads a web.config as strictly as IIS and .NET do; ours is no WebAPI's, and has nothing else that it would name.
func TestWebConfigIsOneThatIISTakes(t *testing.T) {
	t.Parallel()
	config := webConfig(t)
	require.ElementsMatch(t, []string{"xml-ok", "key-missing", "module-missing"}, idsOf(multivers.Check(config, multivers.Options{})))
	require.Less(t, len(config), 250<<10, "IIS reads no more than 250 KB")
	// It is held to the check that finds these in a file of the same form that has them.
	for wrong, id := range map[string]string{"<httpErrors ": "<httpErrors errorMode=“Custom” ", "</configuration>": ""} {
		broken := strings.Replace(string(config), wrong, id, 1)
		require.NotContains(t, idsOf(multivers.Check([]byte(broken), multivers.Options{})), "xml-ok", wrong)
	}
}

func idsOf(findings []multivers.Finding) (ids []string) {
	for _, f := range findings {
		ids = append(ids, f.ID)
	}
	return ids
}

// webServer is what counts of a web.config.
type webServer struct {
	Cache struct {
		Mode   string `xml:"cacheControlMode,attr"`
		MaxAge string `xml:"cacheControlMaxAge,attr"`
		Custom string `xml:"cacheControlCustom,attr"`
	} `xml:"staticContent>clientCache"`
	Headers []struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	} `xml:"httpProtocol>customHeaders>add"`
	Types []struct {
		Ext  string `xml:"fileExtension,attr"`
		Type string `xml:"mimeType,attr"`
	} `xml:"staticContent>mimeMap"`
}

// sent is what IIS adds to an answer.
func (w webServer) sent(h http.Header) {
	for _, header := range w.Headers {
		h.Add(header.Name, header.Value)
	}
	switch w.Cache.Mode + w.Cache.MaxAge {
	case "DisableCache":
		h.Set("Cache-Control", "no-cache")
	case "UseMaxAge01:00:00":
		h.Set("Cache-Control", "max-age=3600")
	case "UseMaxAge365.00:00:00":
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
}

// What it sends of each file, packed or not, is what _headers says.
func TestWebConfigSendsWhatHeadersSay(t *testing.T) {
	t.Parallel()
	s, rules := realRules(t)
	var config struct {
		All       webServer `xml:"system.webServer"`
		Locations []struct {
			Path string    `xml:"path,attr"`
			Own  webServer `xml:"system.webServer"`
		} `xml:"location"`
	}
	require.NoError(t, xml.Unmarshal(webConfig(t), &config))
	files := 0
	for _, name := range s.files.names() {
		asked := strings.TrimSuffix(strings.TrimSuffix(name, ".br"), ".gz")
		if !isTwin(name) {
			asked = name
		}
		if isForHost(asked) || asked == "SHA256SUMS" {
			continue
		}
		files++
		got, matching := http.Header{}, 0
		config.All.sent(got)
		for _, location := range config.Locations {
			if name == location.Path || strings.HasPrefix(name, location.Path+"/") {
				location.Own.sent(got)
				matching++
			}
		}
		require.Equal(t, 1, matching, "%s: IIS takes a path once", name)
		require.Equal(t, joined(rules, "/"+asked), got, name)
	}
	require.Greater(t, files, 100)
	for ext, want := range mediaTypes {
		require.True(t, slices.ContainsFunc(config.All.Types, func(m struct {
			Ext  string `xml:"fileExtension,attr"`
			Type string `xml:"mimeType,attr"`
		}) bool {
			return m.Ext == ext && m.Type == want
		}), ext)
	}
}
