package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Cloudflare Pages takes 100 rules, of lines of 2,000 characters.
func TestHeadersFitTheirHosts(t *testing.T) {
	t.Parallel()
	s, err := builtReal()
	require.NoError(t, err)
	rules := 0
	for line := range strings.Lines(string(s.files["_headers"])) {
		require.LessOrEqual(t, len(line), 2000, "%.80s", line)
		if strings.HasPrefix(line, "/") {
			rules++
		}
	}
	require.Greater(t, rules, 15)
	require.LessOrEqual(t, rules, 100)
}

// realRules are the real site, and what its _headers say.
func realRules(t *testing.T) (*site, []rule) {
	t.Helper()
	s, err := builtReal()
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, s.files.write(dir))
	return s, readHeaders(dir)
}

// A host may leave out the ".html" and lead there from it, and joins what two rules say of one header. Whatever the address,
// other sites may show embed.html alone, and each page has its policy once.
func TestPagesAreGuardedAtEachAddress(t *testing.T) {
	t.Parallel()
	s, rules := realRules(t)
	for _, page := range []string{"", "index", "index.html", "multivers", "multivers.html", "selftest", "selftest.html", "404", "404.html",
		"netvisor-mac", "netvisor-mac.html", "multivers-on-premise", "multivers-on-premise.html", "embed", "embed.html"} {
		h := joined(rules, "/"+page)
		framed := strings.HasPrefix(page, "embed")
		require.Equal(t, framed, strings.Contains(h.Get("Content-Security-Policy"), "frame-ancestors *"), page)
		require.Equal(t, !framed, strings.Contains(h.Get("Content-Security-Policy"), "frame-ancestors 'none'"), page)
		require.Equal(t, !framed, h.Get("Cross-Origin-Opener-Policy") == "same-origin", page)
		require.Contains(t, h.Get("Permissions-Policy"), "camera=()", page)
		require.NotContains(t, h.Get("Permissions-Policy"), "clipboard-write", page)
		want := "(response-origin)"
		if strings.HasPrefix(page, "multivers") {
			want = `(response-origin "https://help.zenvoices.com/*")`
		}
		require.Equal(t, want, h.Get("Connection-Allowlist"), page)
		for name, values := range h {
			require.Len(t, values, 1, "%s: %s", page, name)
		}
	}
	for _, script := range []string{s.assets["worker/scripts/netvisor-worker.ts"], s.assets["worker/scripts/selftest-worker.ts"], offlineName} {
		policy := joined(rules, "/"+script).Get("Content-Security-Policy")
		require.Contains(t, policy, "default-src 'none'", script)
		require.NotRegexp(t, `https?:|\*|unsafe-inline|'unsafe-eval'`, policy, script)
	}
}

// joined are the headers of all rules that match.
func joined(rules []rule, path string) http.Header {
	all := http.Header{}
	for _, r := range rules {
		own := httptest.NewRecorder().Header()
		r.apply(own, path)
		for name, values := range own {
			all[name] = append(all[name], values...)
		}
	}
	return all
}

// Without it, hosts show the first page for a script that is not there. It takes no script.
func TestAbsentPage(t *testing.T) {
	t.Parallel()
	s, err := builtReal()
	require.NoError(t, err)
	html := string(s.files[absentName])
	require.NotContains(t, html, "<script")
	for _, l := range s.languages {
		require.Contains(t, html, `lang="`+l.ID+`"`)
	}
	require.Contains(t, html, `href="./index.html"`)
	require.NotContains(t, string(s.files[offlineName]), absentName)
}
