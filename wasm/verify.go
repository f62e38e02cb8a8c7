//go:build js

package main

import (
	"netvisormac/mac"
	"netvisormac/mac/har"
	"netvisormac/wasm/binding"
)

// verify takes many requests in one string, each with its keys, and answers a
// letter for each: + right, - wrong, ! cannot be computed. The same keys should
// stand together.
func verify(a binding.Arguments) (any, error) {
	rest := a.Text(0, "requests")
	var letters []byte
	var list []mac.Request
	var last mac.Keys
	judge := func() {
		for _, err := range mac.NewVerifier(last).VerifyAll(list) {
			letters = append(letters, har.Letter(err))
		}
		list = list[:0]
	}
	for rest != "" {
		var r mac.Request
		var k mac.Keys
		for _, info := range mac.Fields() {
			*info.Field.Of(&r, &k), rest = binding.Cut(rest)
		}
		if k != last {
			judge()
			last = k
		}
		list = append(list, r)
	}
	judge()
	return string(letters), nil
}
