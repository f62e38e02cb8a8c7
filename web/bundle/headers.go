package main

import (
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// rule is what a host that reads _headers sends along with the files under path.
type rule struct {
	path    string
	headers []string
}

// everywhere are headers that no other rule has: where two rules match, hosts differ in which one counts.
var everywhere = []string{
	"Referrer-Policy: no-referrer",
	"X-Content-Type-Options: nosniff",
}

var (
	forEver = "Cache-Control: public, max-age=31536000, immutable"
	asked   = "Cache-Control: no-cache"
	// A new version is found within the hour, and a visit before that asks for nothing.
	hourly = "Cache-Control: max-age=3600"
)

// shared lets pages of other sites take a file: the page in a sandboxed frame, which has no origin,
// and whoever imports the JavaScript API. No file holds anything secret.
var shared = []string{
	"Access-Control-Allow-Origin: *",
	"Cross-Origin-Resource-Policy: cross-origin",
}

// writeHeaders adds _headers, as Netlify and Cloudflare Pages read it. A file with a stable name
// has a rule of its own, and a page one for each address that hosts give it.
func (s *site) writeHeaders() error {
	rules := []rule{{"/*", everywhere}}
	for _, folder := range s.folders() {
		rules = append(rules, rule{"/" + folder.path + "*", folder.headers})
	}
	for _, name := range s.stable() {
		for _, path := range pathsOf(name) {
			rules = append(rules, rule{path, s.headersOf(name)})
		}
	}
	var b strings.Builder
	for _, r := range rules {
		fmt.Fprintf(&b, "%s\n  %s\n", r.path, strings.Join(r.headers, "\n  "))
	}
	s.files["_headers"] = []byte(b.String())
	return nil
}

// folders are those whose files have the same headers, with a slash at their ends.
func (s *site) folders() []rule {
	folders := []rule{{"assets/", s.headersOfAssets()}}
	if policy := s.policies[referenceFolder]; policy != "" {
		folders = append(folders, rule{referenceFolder + "/", append([]string{asked, featuresOff, allowlist(linked[referenceFolder]...)}, s.isolation(referenceFolder)...)})
	}
	return folders
}

// stable are the names of the files that have headers of their own.
func (s *site) stable() (names []string) {
	for _, name := range s.files.names() {
		if !isForHost(name) && !slices.ContainsFunc(s.folders(), func(folder rule) bool { return strings.HasPrefix(name, folder.path) }) {
			names = append(names, name)
		}
	}
	return names
}

// isTwin tells whether a host takes a file in the place of another, so that nobody asks for it by its name.
func isTwin(name string) bool {
	return path.Ext(name) == ".br" || path.Ext(name) == ".gz" && !strings.HasSuffix(name, ".wasm.gz")
}

// pathsOf are what a file is asked for by: many hosts leave out the ".html", and lead there from it.
func pathsOf(name string) []string {
	stem, isPage := strings.CutSuffix(name, ".html")
	switch {
	case name == "index.html":
		return []string{"/", "/index", "/index.html"}
	case isPage:
		return []string{"/" + stem, "/" + name}
	}
	return []string{"/" + name}
}

// headersOfAssets hold in workers, too, that are started from their addresses.
func (s *site) headersOfAssets() []string {
	return append([]string{forEver, "Content-Security-Policy: " + scriptPolicy, allowlist()}, shared...)
}

// headersOf are the headers of a file with a stable name.
func (s *site) headersOf(name string) []string {
	switch {
	case name == offlineName:
		return []string{hourly, "Content-Security-Policy: " + offlinePolicy, allowlist(), "Cross-Origin-Resource-Policy: same-origin"}
	case path.Ext(name) == ".html":
		return append([]string{asked, featuresOff, allowlist(linked[templateOf(name)]...)}, s.isolation(name)...)
	}
	return append([]string{asked}, shared...)
}

// isolation is what a page may do, and who may show it. The policy of a single file is in it.
func (s *site) isolation(name string) []string {
	policy := "Content-Security-Policy: " + ancestors(name)
	if !isSingle(name) {
		policy = "Content-Security-Policy: " + s.policies[name] + "; " + ancestors(name)
	}
	if slices.Contains(embedded, name) {
		return append([]string{policy}, shared...)
	}
	return []string{"Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin", policy}
}

// readHeaders reads the rules in dir back, if there are any.
func readHeaders(dir string) (rules []rule) {
	content, _ := os.ReadFile(filepath.Join(dir, "_headers"))
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSuffix(line, "\n")
		if header, ok := strings.CutPrefix(line, "  "); ok {
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, header)
		} else {
			rules = append(rules, rule{path: line})
		}
	}
	return rules
}

// apply sets the headers of a rule, if it is for path.
func (r rule) apply(h http.Header, path string) {
	begin, any := strings.CutSuffix(r.path, "*")
	if path != r.path && !(any && strings.HasPrefix(path, begin)) {
		return
	}
	for _, header := range r.headers {
		name, value, _ := strings.Cut(header, ": ")
		h.Set(name, value)
	}
}
