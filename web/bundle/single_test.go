package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var filesElement = regexp.MustCompile(`(?s)<script type="application/json" id="files">(.*?)</script>`)

// Whatever runs or counts as a style in a single file is what its policy names, and the policy lets nothing else in.
func TestSingleFilesArePoliced(t *testing.T) {
	elements := map[string]*regexp.Regexp{
		"script-src": regexp.MustCompile(`(?s)<script id="last" type="module">(.*?)</script>`),
		"style-src":  regexp.MustCompile(`(?s)<style>(.*?)</style>`),
	}
	for _, file := range singles {
		html := string(standIn(t).files[file.name])
		policies := regexp.MustCompile(`Content-Security-Policy" content="(.*?)"`).FindAllStringSubmatch(html, -1)
		require.NotEmpty(t, policies, file.name)
		policy := policies[0][1]
		require.Contains(t, policy, "default-src 'none'")
		require.Contains(t, policy, "connect-src 'none'")
		require.NotRegexp(t, `'self'|https?:|\*|unsafe-inline`, policy)
		for directive, element := range elements {
			var want []string
			for _, found := range element.FindAllStringSubmatch(html, -1) {
				want = append(want, hashSource([]byte(found[1])))
			}
			require.NotEmpty(t, want, "%s: %s", file.name, directive)
			named := regexp.MustCompile(directive + ` ([^;]*)`).FindString(policy)
			require.Equal(t, want, regexp.MustCompile(`'sha256-[^']*'`).FindAllString(named, -1), "%s: %s", file.name, directive)
		}
	}
}

func TestSingleFilesNameNoOther(t *testing.T) {
	for _, file := range singles {
		html := filesElement.ReplaceAllString(string(standIn(t).files[file.name]), "")
		require.NotContains(t, html, "assets/", file.name)
		require.NotRegexp(t, `<link|<script[^>]* src=`, strings.ReplaceAll(html, `<link rel="icon" href="data:`, ""), file.name)
		require.Contains(t, html, "data:image/svg", file.name)
	}
	require.Contains(t, string(standIn(t).files["netvisor-mac.html"]), `href="multivers-on-premise.html"`)
}

// Each holds the module and the worker of its own page, and not those of the other.
func TestSingleFilesHoldTheirFiles(t *testing.T) {
	s := standIn(t)
	for name, want := range map[string]struct {
		module  string
		workers map[string]string // by the names of their addresses
	}{
		"netvisor-mac.html":         {"mac.wasm.gz", map[string]string{"workerURL": "worker/scripts/netvisor-worker.ts", "requestsWorkerURL": "worker/scripts/requests-worker.ts"}},
		"multivers-on-premise.html": {"multivers.wasm.gz", map[string]string{"multiversWorkerURL": "worker/scripts/multivers-worker.ts"}},
	} {
		html := string(s.files[name])
		found := filesElement.FindStringSubmatch(html)
		require.NotNil(t, found, name)
		var held struct {
			Module  []byte
			Workers map[string]string
		}
		require.NoError(t, json.Unmarshal([]byte(found[1]), &held))
		require.Equal(t, s.files[want.module], held.Module, name)
		for address, source := range want.workers {
			require.Equal(t, string(s.files[s.assets[source]]), held.Workers[address], name)
		}
		require.Len(t, held.Workers, len(want.workers), name)
	}
	require.Contains(t, string(s.files["netvisor-mac.html"]), s.version)
}

// The policy within is the whole one: a second one in a header would forbid what is inlined.
func TestSingleFilesHaveNoOtherPolicy(t *testing.T) {
	require.Contains(t, new(site).headersOf("netvisor-mac.html"), "Content-Security-Policy: frame-ancestors 'none'")
}

// What would end its element early cannot be put into a page.
func TestEnclose(t *testing.T) {
	_, err := enclose("<script>", []byte(`"</SCRIPT>"`), "</script>", nil)
	require.ErrorContains(t, err, "</script")
	_, err = enclose("<script>", []byte(`"<!--"`), "</script>", nil)
	require.Error(t, err)
}
