package main

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
)

// policy is the Content-Security-Policy of the pages: what it may load, run and connect to. The one
// Trusted Types policy that it admits is that of web/site/trusted-scripts.ts. Workers are copies that the page makes of
// their scripts, and have its policy; 'self' among them is for the service worker.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"worker-src 'self' blob:",
	"connect-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types netvisor-mac",
}, "; ")

// policyOf is the policy of one page, which has scripts and styles in itself with these hashes.
func policyOf(scripts, styles []string) string {
	policy := policy
	for kind, hashes := range map[string][]string{"script-src 'self'": scripts, "style-src 'self'": styles} {
		policy = strings.Replace(policy, kind, strings.Join(append([]string{kind}, hashes...), " "), 1)
	}
	return policy
}

// barePolicy is that of a page without a script, which loads nothing.
func barePolicy(styles []string) string {
	return "default-src 'none'; style-src " + strings.Join(styles, " ") + "; base-uri 'none'; form-action 'none'"
}

// scriptPolicy is what a script may do that a worker is started from by its address: what the worker of
// the page does. No page of ours starts one so.
const scriptPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

// offlinePolicy is that of the service worker, which asks for the site's files alone.
const offlinePolicy = "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

// allowlist names all that may be connected to, by whatever way: beside what a policy governs that is WebRTC,
// another window and the address bar. Chromium alone knows it.
func allowlist(hosts ...string) string {
	sources := []string{"response-origin"}
	for _, host := range hosts {
		sources = append(sources, fmt.Sprintf("%q", host))
	}
	return "Connection-Allowlist: (" + strings.Join(sources, " ") + ")"
}

// linked are the hosts of others that a page leads to, by the name of its template.
var linked = map[string][]string{"multivers": {"https://help.zenvoices.com/*"}, referenceFolder: {"https://support.netvisor.fi/*"}}

// policyElement is a policy for hosts that send no headers of ours.
func policyElement(policy string) template.HTML {
	return template.HTML(fmt.Sprintf(`<meta http-equiv="Content-Security-Policy" content="%s">`, policy))
}

// embedded are the pages that other sites may show in a frame.
var embedded = []string{"embed.html"}

// ancestors is the part of the policy that browsers take from a header alone.
func ancestors(name string) string {
	if slices.Contains(embedded, name) {
		return "frame-ancestors *"
	}
	return "frame-ancestors 'none'"
}
