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
// has a rule of its own.
func (s *site) writeHeaders() error {
	rules := []rule{{"/*", everywhere}, {"/assets/*", append([]string{forEver}, shared...)}, {"/", s.headersOf("index.html")}}
	for _, name := range s.files.names() {
		if !strings.HasPrefix(name, "assets/") {
			rules = append(rules, rule{"/" + name, s.headersOf(name)})
		}
	}
	var b strings.Builder
	for _, r := range rules {
		fmt.Fprintf(&b, "%s\n  %s\n", r.path, strings.Join(r.headers, "\n  "))
	}
	s.files["_headers"] = []byte(b.String())
	return nil
}

// unused takes from a page what it does not use.
const unused = "Permissions-Policy: camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()"

// headersOf are the headers of a file with a stable name.
func (s *site) headersOf(name string) []string {
	switch {
	case name == offlineName:
		return []string{hourly, "Cross-Origin-Resource-Policy: same-origin"}
	case path.Ext(name) == ".html":
		return append([]string{asked, unused}, s.isolation(name)...)
	}
	return append([]string{asked}, shared...)
}

// isolation is what a page may do, and who may show it. The policy of a single file is in it.
func (s *site) isolation(name string) []string {
	own := []string{"Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin"}
	switch framed := slices.Contains(embedded, name); {
	case isSingle(name):
		return append(own, "Content-Security-Policy: "+ancestors(framed))
	case framed:
		return append([]string{"Content-Security-Policy: " + s.policies[name] + "; " + ancestors(framed)}, shared...)
	default:
		return append(own, "Content-Security-Policy: "+s.policies[name]+"; "+ancestors(framed))
	}
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
