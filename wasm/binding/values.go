//go:build js

package binding

import (
	"strings"
	"syscall/js"
)

var (
	constructor = js.Global().Get("Object")
	array       = js.Global().Get("Array")
	slice       = js.Global().Get("String").Get("prototype").Get("slice")
)

// Object makes a JavaScript object of name, value, name, value …
func Object(pairs ...any) js.Value {
	o := constructor.New()
	for i := 0; i < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// List makes a JavaScript array of a row for each value.
func List[T any](values []T, row func(T) js.Value) js.Value {
	rows := array.New()
	for i, value := range values {
		rows.SetIndex(i, row(value))
	}
	return rows
}

// Exact is text for JavaScript with a byte order mark at its beginning, too,
// which the decoder of wasm_exec.js would drop.
func Exact(text string) any {
	if strings.HasPrefix(text, "\ufeff") {
		return slice.Call("call", "_"+text, 1)
	}
	return text
}

// BytesOf is a Uint8Array with a copy of bytes.
func BytesOf(bytes []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(bytes))
	js.CopyBytesToJS(array, bytes)
	return array
}
