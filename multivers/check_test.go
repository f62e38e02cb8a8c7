package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// only returns ids and details of the findings that are not of the file.
func only(o Options) []string {
	var list []string
	for _, f := range Check(nil, o) {
		list = append(list, strings.TrimSuffix(f.ID+": "+f.Detail, ": "))
	}
	return list
}

func TestAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://multivers.contoso.nl:4430/API/":             "url-ok",
		"HTTPS://213.0.113.7:4430/api/":                      "url-ok",
		"https://[2a02:a45f::1]:4430/API/":                   "url-ok",
		"https://multivers.contoso.nl:8443/API/":             "url-other-port",
		"https://multivers.contoso.nl/API/":                  "url-no-port",
		"https://multivers.contoso.nl:4430/API":              "url-slash",
		"https://multivers.contoso.nl:4430/":                 "url-path",
		"https://multivers.contoso.nl:4430":                  "url-path",
		"https://multivers.contoso.nl:4430/API/API/":         "url-path",
		"https://multivers.contoso.nl:4430/OAuth/":           "url-path",
		"http://multivers.contoso.nl:4430/API/":              "url-scheme",
		"multivers.contoso.nl:4430/API/":                     "url-scheme",
		"https://multivers.contoso.nl:4430/API/?a=b":         "url-query",
		"https://multivers.contoso.nl:4430/API/#a":           "url-query",
		"https://user:secret@multivers.contoso.nl:4430/API/": "url-user",
		"https://ipadresklant:4430/API/":                     "url-placeholder",
		"https://:4430/API/":                                 "url-host",
		"https://multivers.contoso.nl:443O/API/":             "url-port",
		"https://multivers.contoso.nl:65536/API/":            "url-port",
		"https://multivers.contoso.nl:4430/API/ ":            "url-characters: the character U+0020",
		"https://multivers.contoso.nl:4430/API/”":            "url-characters: the character U+201D",
		"https://multivers.contoso.nl:4430\\API\\":           `url-characters: \`,
	} {
		require.Equal(t, []string{want}, only(Options{URL: address}), address)
	}
	for _, host := range []string{"localhost", "server1", "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.9.9", "192.168.1.10", "169.254.0.1",
		"100.64.0.1", "0.0.0.0", "[::1]", "[fd00::1]", "[fe80::1]", "server.local", "multivers.lan", "a.intern", "a.internal"} {
		require.Equal(t, []string{"url-private"}, only(Options{URL: "https://" + host + ":4430/API/"}), host)
	}
	for _, host := range []string{"172.32.0.1", "100.128.0.1", "192.169.0.1", "a.local.nl"} {
		require.Equal(t, []string{"url-ok"}, only(Options{URL: "https://" + host + ":4430/API/"}), host)
	}
}

func TestRefreshToken(t *testing.T) {
	payload := strings.Repeat("aB3-_x", 20)
	for refresh, want := range map[string]string{
		"x7Qz!" + payload:        "refresh-ok",
		"x7Qz!" + payload[:61]:   "refresh-cut: 61 characters stand after the exclamation mark (!)",
		"x7Qz!abc":               "refresh-cut: 3 characters stand after the exclamation mark (!)",
		"x7Qz" + payload:         "refresh-shape: it has no exclamation mark (!) after its first four characters",
		"!" + payload:            "refresh-shape: it has no exclamation mark (!) after its first four characters",
		"x7Qzz!" + payload:       "refresh-shape: 5 characters stand before the exclamation mark (!), usually 4",
		"x7Qz!" + payload + "==": "refresh-shape: it has characters other than letters, digits, - and _ and one exclamation mark (!)",
		"x7Qz!ab!" + payload:     "refresh-shape: it has characters other than letters, digits, - and _ and one exclamation mark (!)",
		"x7Qz!" + payload[:60] + "\r\n" + payload[60:]: "refresh-characters: 2 tabs or line breaks",
		" “x7Qz!" + payload + "”":                      "refresh-characters: 1 space, 2 quotation marks",
		"eyJhbGciOi.x.y":                               "refresh-other",
		"https://localhost/?code=1":                    "refresh-other",
		"code=x7Qz!" + payload:                         "refresh-other",
		token:                                          "refresh-is-secret",
	} {
		got := only(Options{RefreshToken: refresh, Token: token})
		require.Contains(t, got, want, refresh)
	}
}

func TestOptions(t *testing.T) {
	for _, test := range []struct {
		options Options
		want    []string
	}{
		{Options{Multivers: "10.8.1", WebAPI: "2.2.1.1"}, nil},
		{Options{Multivers: "10.10", WebAPI: "2.10"}, nil},
		{Options{Multivers: "10.8", WebAPI: "2.2.1"}, []string{"multivers-version: at least 10.8.1", "webapi-version: at least 2.2.1.1"}},
		{Options{Multivers: "10.7.9.9"}, []string{"multivers-version: at least 10.8.1"}},
		{Options{WebAPI: "v2"}, []string{"version-unreadable: a version is numbers with dots between them, as 2.2.1.1"}},
		{Options{NoRefreshToken: true, Proxy: true, OtherApplications: true}, []string{"no-refresh-token", "proxy", "other-applications"}},
		{Options{Token: "randomkey"}, []string{"token-placeholder: as entered in Zenvoices"}},
		{Options{Token: token}, []string{"token-ok: as entered in Zenvoices: 40 characters; if they were chosen at random, 238 bits"}},
	} {
		require.Equal(t, test.want, only(test.options), "%+v", test.options)
	}
}

func TestOutput(t *testing.T) {
	const (
		site = `SITE "Default Web Site" (id:1,bindings:http/*:80:,net.tcp/808:*,state:Started)` + "\r\n" +
			`SITE "Multivers WebAPI" (id:2,bindings:https/*:4430:,state:Started)` + "\r\n"
		sslcert = "SSL Certificate bindings:\n-------------------------\n\n    IP:port                      : 0.0.0.0:4430\n    Certificate Hash             : 0123456789abcdef\n    Application ID               : {4dc3e181-e14b-4a21-b022-59fc669b0914}\n"
		pools   = `APPPOOL "DefaultAppPool" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)` + "\n"
		binding = "protocol bindingInformation sslFlags\n-------- ------------------ --------\nhttp     *:80:                     0\nhttps    *:4430:                   0\n"
	)
	for _, test := range []struct {
		output, url string
		want        []string
	}{
		{site, "", []string{"bindings-ok"}},
		{site + sslcert + pools, "https://multivers.contoso.nl:4430/API/", []string{"url-ok", "certificate-ok", "bindings-ok"}},
		{strings.Replace(site, "https/*:4430:", "http/*:8080:,https/*:4430:", 1), "", []string{"http-binding"}},
		{strings.Replace(site, "*:4430:", "*:4430:webapi.contoso.nl", 1), "https://213.0.113.7:4430/API/", []string{"binding-host", "url-ok", "bindings-ok"}},
		{strings.Replace(site, "*:4430:", "[::1]:4430:", 1), "", []string{"bindings-ok"}},
		{strings.Replace(site, "4430", "443", 1), "", []string{"https-port: no site has https at port 4430"}},
		{strings.Replace(site, "http/*:80:", "https/*:4430:a.nl", 1), "", []string{"binding-shared", "bindings-ok"}},
		{binding, "", []string{"http-unclear"}},
		{strings.Replace(sslcert, "IP:port ", "IP:poort", 1), "", []string{"certificate-ok"}},
		{strings.Replace(sslcert, "4430", "443", 1), "", []string{"certificate-missing: none is at port 4430"}},
		{strings.NewReplacer("Integrated", "Classic", "DefaultAppPool", "Multivers").Replace(pools), "", []string{"pool-classic"}},
		{strings.Replace(pools, "Integrated", "Classic", 1), "", nil},
		{`<add name="Multivers" managedPipelineMode="Classic" />`, "", []string{"pool-classic"}},
		{strings.Replace(pools, "DefaultAppPool", "Multivers", 1), "", []string{"pool-ok: v4.0, Integrated"}},
		{"Name : a\nManagedPipelineMode : Classic", "", []string{"pool-classic"}},
		{"APPPOOL \"Classic\" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)", "", []string{"pool-ok: v4.0, Integrated"}},
		{"APPPOOL \".NET v4.5 Classic\" (MgdVersion:v4.0,MgdMode:Classic,state:Started)\n32-bit:\nOld", "", nil},
		{"'appcmd' is not recognized as an internal or external command", "", []string{"output-unreadable"}},
	} {
		got := only(Options{Output: test.output, URL: test.url})
		require.ElementsMatch(t, test.want, got, test.output)
	}
}

// TestNoSecretInFindings puts secrets everywhere and looks for them in what comes out.
func TestNoSecretInFindings(t *testing.T) {
	const password = "not-a-real-one"
	for _, name := range configNames(t) {
		config := string(read(t, name))
		for _, text := range []string{config, strings.Replace(config, "value=\"", "value=", 1), strings.Replace(config, "<add", "< add", 1),
			strings.Replace(config, token, token+"<", 1), strings.Replace(config, `"`+token, `"" `+token, 1)} {
			_, _, err := Fix([]byte(text), "")
			said := table(Check([]byte(text), Options{Token: other, RefreshToken: "x!" + other, URL: "https://u:" + password + "@" + other}))
			if err != nil {
				said += err.Error()
			}
			for _, secret := range []string{token, token[:12], token[12:], other, password} {
				require.False(t, strings.Contains(said, secret), name)
			}
		}
	}
}
