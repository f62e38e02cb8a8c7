package main

import (
	"fmt"
	"strings"
)

// rule is what a host that reads _headers sends along with the files under path.
type rule struct {
	path    string
	headers []string
}

var everywhere = rule{"/*", []string{
	"Referrer-Policy: no-referrer",
	"X-Content-Type-Options: nosniff",
}}

var (
	forEver = []string{"Cache-Control: public, max-age=31536000, immutable"}
	asked   = []string{"Cache-Control: no-cache"}
)

// writeHeaders adds _headers, as Netlify and Cloudflare Pages read it. A file with a stable name
// has a rule of its own: where two rules match, hosts differ in which one counts.
func (s *site) writeHeaders() error {
	rules := []rule{everywhere, {"/assets/*", forEver}, {"/", asked}}
	for _, name := range s.files.names() {
		if !strings.HasPrefix(name, "assets/") {
			rules = append(rules, rule{"/" + name, asked})
		}
	}
	var b strings.Builder
	for _, r := range rules {
		fmt.Fprintf(&b, "%s\n  %s\n", r.path, strings.Join(r.headers, "\n  "))
	}
	s.files["_headers"] = []byte(b.String())
	return nil
}
