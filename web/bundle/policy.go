package main

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
)

// policy is the Content-Security-Policy of the pages: what it may load, run and connect to. The one
// Trusted Types policy that it admits is that of web/trusted.js.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"worker-src 'self'",
	"connect-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types netvisor-mac",
}, "; ")

// policyOf is the policy of one page, which has scripts and styles in itself with these hashes. In a frame that a
// host has shut in it may start copies of its workers: it has no origin then, so that no address is its
// own, and trusted.js makes the copies.
func policyOf(name string, scripts, styles []string) string {
	policy := policy
	for kind, hashes := range map[string][]string{"script-src 'self'": scripts, "style-src 'self'": styles} {
		policy = strings.Replace(policy, kind, strings.Join(append([]string{kind}, hashes...), " "), 1)
	}
	if slices.Contains(embedded, name) {
		policy = strings.Replace(policy, "worker-src 'self'", "worker-src 'self' blob:", 1)
	}
	return policy
}

// policyElement is a policy for hosts that send no headers of ours.
func policyElement(policy string) template.HTML {
	return template.HTML(fmt.Sprintf(`<meta http-equiv="Content-Security-Policy" content="%s">`, policy))
}

// embedded are the pages that other sites may show in a frame.
var embedded = []string{"embed.html"}

// ancestors is the part of the policy that browsers take from a header alone.
func ancestors(framed bool) string {
	if framed {
		return "frame-ancestors *"
	}
	return "frame-ancestors 'none'"
}
