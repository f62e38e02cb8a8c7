//go:build js

package main

import (
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
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

// The memory of reading a large text is some times its size, the search's limit holds again behind it, and what a call
// answered is its own, whatever the next one reads.
func TestParseKeepsItsMemory(t *testing.T) {
	record := `{"url":"https://isvapi.netvisor.fi/customerlist.nv","headers":{"X-Netvisor-Authentication-TransactionId":"%"`
	for _, info := range mac.Fields() {
		if info.Header != "" && info.Field != mac.FieldTransactionID {
			record += `,"` + info.Header + `":"the ` + info.Title + `"`
		}
	}
	record += "}}\n"
	var text strings.Builder
	for i := 0; text.Len() < 1<<20; i++ {
		text.WriteString(strings.Replace(record, "%", strconv.Itoa(i), 1))
	}
	f := function(parse)
	defer f.Release()
	first := js.ValueOf(f).Invoke(record).Get("value")
	large := js.ValueOf(text.String())
	limit := debug.SetMemoryLimit(-1)
	before := heap()
	for range 3 {
		requests := js.ValueOf(f).Invoke(large).Get("value").Get("requests")
		require.Equal(t, strings.Count(text.String(), "\n"), requests.Length())
		require.Equal(t, "7", requests.Index(7).Get("request").Get("transactionId").String())
	}
	require.Equal(t, limit, debug.SetMemoryLimit(-1))
	require.Less(t, heap()-before, uint64(16*text.Len()))
	require.Equal(t, "%", first.Get("requests").Index(0).Get("request").Get("transactionId").String())
}

// heap is how large the heap has become.
func heap() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapSys
}
