//go:build js

package main

import (
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/wasm/binding"
)

// The same request as a string, and as the bytes of a file in another charset.
func TestParse(t *testing.T) {
	const text = "😀\nX-Netvisor-Authentication-Sender: Työaika\nX-Netvisor-Authentication-CustomerId: AB_1\n"
	for _, test := range []struct {
		name   string
		given  js.Value
		other  bool
		sender string
	}{
		{"string", js.ValueOf(text), false, "Työaika"},
		{"byte-order mark", js.ValueOf(binding.Exact("\ufeff" + text)), true, "Työaika"},
		{"bytes", js.Global().Get("TextEncoder").New().Call("encode", text), true, "Työaika"},
		{"no bytes", js.Global().Get("Uint8Array").New(), false, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := function(parse)
			defer f.Release()
			p := js.ValueOf(f).Invoke(test.given).Get("value")
			require.Equal(t, test.other, !p.Get("text").IsUndefined())
			if test.sender == "" {
				require.Equal(t, "empty", p.Get("notes").Index(0).Get("id").String())
				return
			}
			found := p.Get("requests").Index(0)
			require.Equal(t, test.sender, found.Get("request").Get("sender").String())
			source := found.Get("sources").Get("sender")
			require.Equal(t, test.sender, js.Global().Get("String").New(text).Call("slice", source.Get("start"), source.Get("end")).String())
			require.Equal(t, 2, source.Get("line").Int())
		})
	}
}
