//go:build js

package main

import (
	"netvisormac/mac"
	"netvisormac/wasm/binding"
)

// verify takes many requests in one string, each with its keys, and answers a
// letter for each: + right, - wrong, ! cannot be computed. The same keys should
// stand together.
func verify(a binding.Arguments) (any, error) {
	rest := a.Text(0, "requests")
	var letters []byte
	var last mac.Keys
	v := mac.NewVerifier(last)
	for rest != "" {
		var r mac.Request
		var k mac.Keys
		for _, info := range mac.Fields() {
			*info.Field.Of(&r, &k), rest = binding.Cut(rest)
		}
		if k != last {
			last, v = k, mac.NewVerifier(k)
		}
		letters = append(letters, v.Letter(r)...)
	}
	return string(letters), nil
}
