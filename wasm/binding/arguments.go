//go:build js

package binding

import (
	"strconv"
	"strings"
	"syscall/js"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// Arguments are what a script passes. Their methods panic with a sentence, which Function answers, where one is not
// what it must be.
type Arguments []js.Value

// argumentError is panicked by the methods of Arguments.
type argumentError string

func (e argumentError) Error() string { return string(e) }

// Text is argument i, which the sentence of an error names so.
func (a Arguments) Text(i int, name string) string { return a.text(i, name).String() }

// text is argument i, which is a string.
func (a Arguments) text(i int, name string) js.Value {
	if i >= len(a) {
		panic(argumentError(name + " is missing"))
	}
	return text(a[i], name)
}

// Text is a JavaScript string in UTF-8.
func Text(v js.Value, name string) string { return text(v, name).String() }

func text(v js.Value, name string) js.Value {
	if v.Type() != js.TypeString {
		panic(argumentError(name + " must be a string, not " + v.Type().String()))
	}
	return v
}

// Bytes reads a Uint8Array, or a string as UTF-8.
func (a Arguments) Bytes(i int, name string) []byte {
	if i >= len(a) || a[i].Type() != js.TypeObject {
		a.text(i, name)
		return bytesOf(encoder.Call("encode", a[i]))
	}
	return bytesOf(a[i])
}

var encoder = js.Global().Get("TextEncoder").New()

func bytesOf(array js.Value) []byte {
	bytes := make([]byte, array.Length())
	js.CopyBytesToGo(bytes, array)
	return bytes
}

// Time returns the moment of an argument in milliseconds since 1970, or zero if it is absent.
func (a Arguments) Time(i int, name string) time.Time {
	if i >= len(a) || a[i].IsUndefined() {
		return time.Time{}
	}
	if a[i].Type() != js.TypeNumber || a[i].IsNaN() {
		panic(argumentError(name + " must be a valid Date"))
	}
	return time.UnixMilli(int64(a[i].Float()))
}

// Count reads a whole number from 0 to most; what is absent is 0.
func (a Arguments) Count(i int, name string, most int) int {
	if i >= len(a) || a[i].IsUndefined() {
		return 0
	}
	if a[i].Type() != js.TypeNumber || !(a[i].Float() >= 0) || a[i].Float() > float64(most) || a[i].Float() != float64(a[i].Int()) {
		panic(argumentError(name + " must be a whole number from 0 to " + strconv.Itoa(most)))
	}
	return a[i].Int()
}

// Cut returns the first value of s, where each stands after its length and a
// colon, and what is left of s. The length is JavaScript's: in UTF-16.
func Cut(s string) (value, rest string) {
	digits, s, _ := strings.Cut(s, ":")
	length, _ := strconv.Atoi(digits)
	end := ascii(s, length)
	length -= end
	for length > 0 && end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		length -= utf16.RuneLen(r)
		end += size
	}
	return s[:end], s[end:]
}

// ascii returns how many of the first n bytes are ASCII: almost always all.
func ascii(s string, n int) int {
	for i := range min(n, len(s)) {
		if s[i] >= utf8.RuneSelf {
			return i
		}
	}
	return min(n, len(s))
}
