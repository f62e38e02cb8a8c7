//go:build js

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math"
	"runtime/debug"
	"strings"
	"syscall/js"
	"time"

	"netvisormac/mac"
	"netvisormac/mac/diagnose"
	"netvisormac/wasm/binding"
)

// function makes f callable from JavaScript. An error of a field says which.
func function(f func(binding.Arguments) (any, error)) js.Func {
	return binding.Function(func(a binding.Arguments) (any, error) {
		value, err := f(a)
		return value, named(err)
	})
}

// named is an error as JavaScript gets it: with the name of the field that it is about.
func named(err error) error {
	if wrong, ok := errors.AsType[*mac.FieldError](err); ok { // errors.As brings reflection
		return binding.About(string(wrong.Field), err)
	}
	return err
}

// request reads one string with a value for each row of mac.Fields.
func requestAt(a binding.Arguments, i int) (r mac.Request, k mac.Keys) {
	rest := a.Text(i, "the request")
	for _, info := range mac.Fields() {
		*info.Field.Of(&r, &k), rest = binding.Cut(rest)
	}
	return r, k
}

// requestsAt reads requests one after the other; none where the argument is absent.
func requestsAt(a binding.Arguments, i int) (list []mac.Request) {
	if i >= len(a) || a[i].IsUndefined() {
		return nil
	}
	for rest := a.Text(i, "others"); rest != ""; {
		var r mac.Request
		for _, info := range mac.Fields() {
			*info.Field.Of(&r, &mac.Keys{}), rest = binding.Cut(rest)
		}
		list = append(list, r)
	}
	return list
}

// idsAt reads ids with spaces between.
func idsAt(a binding.Arguments, i int) []string {
	if i >= len(a) || a[i].IsUndefined() {
		return nil
	}
	return strings.Fields(a.Text(i, "ids"))
}

// maxShards is more workers than anybody has.
const maxShards = 1024

func charsetAt(a binding.Arguments, i int) mac.Charset {
	if i >= len(a) || a[i].IsUndefined() {
		return ""
	}
	return mac.Charset(binding.Text(a[i], "charset"))
}

func newRequest(a binding.Arguments) (any, error) {
	at := a.Time(1, "now")
	if at.IsZero() {
		at = time.Now()
	}
	r := mac.NewRequestAt(a.Text(0, "url"), at)
	return binding.Row(&r, requestRow), nil
}

func encodeURL(a binding.Arguments) (any, error) {
	return charsetAt(a, 1).EncodeURL(a.Text(0, "url"))
}

func sum(a binding.Arguments) (any, error) {
	r, k := requestAt(a, 0)
	return charsetAt(a, 1).Sum(r, k)
}

func headers(a binding.Arguments) (any, error) {
	r, k := requestAt(a, 0)
	rows, err := charsetAt(a, 1).Headers(r, k)
	return binding.List(rows, header), err
}

func message(a binding.Arguments) (any, error) {
	r, _ := requestAt(a, 0)
	return binding.List(mac.Message(r), part), nil
}

// searchMemory is where the memory of a search shall stay: it leaves garbage, and a module's memory never shrinks.
const searchMemory = 44 << 20

// searches are those that run: two may at once, since search lets JavaScript go on.
var searches int

// limited keeps the memory small until what it returns was called for every search.
func limited() (ended func()) {
	searches++
	debug.SetMemoryLimit(searchMemory)
	return func() {
		if searches--; searches == 0 {
			debug.SetMemoryLimit(math.MaxInt64)
		}
	}
}

// told is a function of JavaScript as a search's Progress.
func told(to js.Value) func(done, total int, stages []diagnose.Stage) bool {
	return func(done, total int, stages []diagnose.Stage) bool {
		return to.Invoke(done, total, binding.List(stages, stage)).Truthy()
	}
}

func diagnoseNow(a binding.Arguments) (any, error) {
	defer limited()()
	r, k := requestAt(a, 0)
	o := optionsOf(a)
	if len(a) > 4 && a[4].Type() == js.TypeFunction {
		o.Progress = told(a[4])
	}
	return report(diagnose.Diagnose(r, k, o)), nil
}

// options are what diagnose and search are told beside the request.
func optionsOf(a binding.Arguments) diagnose.Options {
	return diagnose.Options{Charset: charsetAt(a, 1), ReceivedAt: a.Time(2, "receivedAt"), Depth: a.Count(3, "depth", 3),
		Shard: a.Count(5, "shard", maxShards), Shards: a.Count(6, "shards", maxShards), Others: requestsAt(a, 8), First: idsAt(a, 9)}
}

// breath is how often a search lets JavaScript's events through.
const breath = 100 * time.Millisecond

// search is diagnose while JavaScript goes on: it hands the report to a
// function, and between two breaths it can be told to stop.
func search(a binding.Arguments) (any, error) {
	r, k := requestAt(a, 0)
	o := optionsOf(a)
	tell, done := told(a[4]), a[7]
	last := time.Now()
	o.Progress = func(seen, total int, stages []diagnose.Stage) bool {
		if time.Since(last) < breath {
			return true
		}
		goOn := tell(seen, total, stages)
		time.Sleep(time.Millisecond)
		last = time.Now()
		return goOn
	}
	go func() {
		defer limited()()
		defer func() {
			if cause := recover(); cause != nil {
				done.Invoke(binding.Failure(binding.Panicked(cause)))
			}
		}()
		done.Invoke(binding.Object("value", report(diagnose.Diagnose(r, k, o))))
	}()
	return nil, nil
}

func mistaken(a binding.Arguments) (any, error) {
	r, k := requestAt(a, 1)
	wrong, signed, err := diagnose.Mistaken(a.Text(0, "id"), r, k, requestsAt(a, 2)...)
	return binding.Object("mac", wrong.MAC, "signed", making(signed)), err
}

func fingerprint(a binding.Arguments) (any, error) {
	return mac.Fingerprint(a.Text(0, "key"), a.Text(1, "salt")), nil
}

// sha256Of sums bytes where the browser does not: in a page that did not come by https.
func sha256Of(a binding.Arguments) (any, error) {
	sum := sha256.Sum256(a.Bytes(0, "bytes"))
	return hex.EncodeToString(sum[:]), nil
}
