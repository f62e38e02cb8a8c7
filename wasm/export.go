//go:build js

package main

import (
	"errors"
	"strconv"
	"strings"
	"syscall/js"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"netvisormac/mac"
)

// function makes f callable from JavaScript. It answers {value}, or a text as
// it is, since an object takes as long as hashing does. A wrong argument, an
// error and a panic all become {error}, so that the module answers the next call.
//
//go:noinline
func function(f func(arguments) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if cause := recover(); cause != nil {
				answer = failure(panicked(cause))
			}
		}()
		value, err := f(args)
		if err != nil {
			return failure(err)
		}
		if text, ok := value.(string); ok {
			return text
		}
		return object("value", value)
	})
}

// panicked tells a wrong argument from a fault of the module's own. The cause
// of a fault is not shown: it could hold a value.
func panicked(cause any) error {
	if err, ok := cause.(argumentError); ok {
		return err
	}
	return errors.New("the module failed inside at this call; it goes on with the next")
}

func failure(err error) js.Value {
	return object("error", errorRow(err))
}

func errorRow(err error) js.Value {
	if wrong, ok := errors.AsType[*mac.FieldError](err); ok { // errors.As brings reflection
		return object("message", err.Error(), "field", string(wrong.Field))
	}
	return object("message", err.Error())
}

// arguments are what mac.js passes: strings and numbers.
type arguments []js.Value

// argumentError is panicked by the methods of arguments.
type argumentError string

func (e argumentError) Error() string { return string(e) }

func (a arguments) text(i int, name string) string {
	if i >= len(a) {
		panic(argumentError(name + " is missing"))
	}
	return text(a[i], name)
}

func text(v js.Value, name string) string {
	if v.Type() != js.TypeString {
		panic(argumentError(name + " must be a string, not " + v.Type().String()))
	}
	return v.String()
}

// bytes reads a Uint8Array, or a string as UTF-8.
func (a arguments) bytes(i int, name string) []byte {
	if i >= len(a) || a[i].Type() != js.TypeObject {
		return []byte(a.text(i, name))
	}
	bytes := make([]byte, a[i].Length())
	js.CopyBytesToGo(bytes, a[i])
	return bytes
}

// time returns the moment of an argument in milliseconds since 1970, or zero if it is absent.
func (a arguments) time(i int, name string) time.Time {
	if i >= len(a) || a[i].IsUndefined() {
		return time.Time{}
	}
	if a[i].Type() != js.TypeNumber || a[i].IsNaN() {
		panic(argumentError(name + " must be a valid Date"))
	}
	return time.UnixMilli(int64(a[i].Float()))
}

// request reads one string with a value for each row of mac.Fields.
func (a arguments) request(i int) (r mac.Request, k mac.Keys) {
	rest := a.text(i, "the request")
	for _, info := range mac.Fields() {
		*info.Field.Of(&r, &k), rest = cut(rest)
	}
	return r, k
}

// cut returns the first value of s, where each stands after its length and a
// colon, and what is left of s. The length is JavaScript's: in UTF-16.
func cut(s string) (value, rest string) {
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

// maxShards is more workers than anybody has.
const maxShards = 1024

// count reads a whole number from 0 to most; what is absent is 0.
func (a arguments) count(i int, name string, most int) int {
	if i >= len(a) || a[i].IsUndefined() {
		return 0
	}
	if a[i].Type() != js.TypeNumber || !(a[i].Float() >= 0) || a[i].Float() > float64(most) || a[i].Float() != float64(a[i].Int()) {
		panic(argumentError(name + " must be a whole number from 0 to " + strconv.Itoa(most)))
	}
	return a[i].Int()
}

func (a arguments) charset(i int) mac.Charset {
	if i >= len(a) || a[i].IsUndefined() {
		return ""
	}
	return mac.Charset(text(a[i], "charset"))
}

func newRequest(a arguments) (any, error) {
	at := a.time(1, "now")
	if at.IsZero() {
		at = time.Now()
	}
	return requestRow(mac.NewRequestAt(a.text(0, "url"), at)), nil
}

func encodeURL(a arguments) (any, error) {
	return a.charset(1).EncodeURL(a.text(0, "url"))
}

func sum(a arguments) (any, error) {
	r, k := a.request(0)
	return a.charset(1).Sum(r, k)
}

func headers(a arguments) (any, error) {
	r, k := a.request(0)
	rows, err := a.charset(1).Headers(r, k)
	return list(rows, header), err
}

func message(a arguments) (any, error) {
	r, _ := a.request(0)
	return list(mac.Message(r), part), nil
}

func diagnose(a arguments) (any, error) {
	r, k := a.request(0)
	o := a.options()
	if len(a) > 4 && a[4].Type() == js.TypeFunction {
		o.Progress = func(done, total int) bool { return a[4].Invoke(done, total).Truthy() }
	}
	return report(mac.Diagnose(r, k, o)), nil
}

// options are what diagnose and search are told beside the request.
func (a arguments) options() mac.Options {
	return mac.Options{Charset: a.charset(1), ReceivedAt: a.time(2, "receivedAt"), Depth: a.count(3, "depth", 3),
		Shard: a.count(5, "shard", maxShards), Shards: a.count(6, "shards", maxShards)}
}

// breath is how often a search lets JavaScript's events through.
const breath = 100 * time.Millisecond

// search is diagnose while JavaScript goes on: it hands the report to a
// function, and between two breaths it can be told to stop.
func search(a arguments) (any, error) {
	r, k := a.request(0)
	o := a.options()
	tell, done := a[4], a[7]
	last := time.Now()
	o.Progress = func(seen, total int) bool {
		if time.Since(last) < breath {
			return true
		}
		goOn := tell.Invoke(seen, total).Truthy()
		time.Sleep(time.Millisecond)
		last = time.Now()
		return goOn
	}
	go func() {
		defer func() {
			if cause := recover(); cause != nil {
				done.Invoke(failure(panicked(cause)))
			}
		}()
		done.Invoke(object("value", report(mac.Diagnose(r, k, o))))
	}()
	return nil, nil
}

func mistaken(a arguments) (any, error) {
	r, k := a.request(1)
	wrong, signed, err := mac.Mistaken(a.text(0, "id"), r, k)
	return object("mac", wrong.MAC, "signed", making(signed)), err
}

func fingerprint(a arguments) (any, error) {
	return mac.Fingerprint(a.text(0, "key"), a.text(1, "salt")), nil
}
