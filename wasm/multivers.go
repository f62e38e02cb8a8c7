//go:build js

package main

import (
	"errors"
	"syscall/js"

	"netvisormac/multivers"
)

// multiversExports is what package multivers adds to the module.
func multiversExports() []any {
	return []any{
		"multivers.newToken", function(newToken),
		"multivers.strength", function(strength),
		"multivers.lines", function(lines),
		"multivers.check", function(checkConfig),
		"multivers.fix", function(fixConfig),
		"multivers.localTest", function(localTest),
		"multivers.text", function(configText),
		"multivers.sum", function(configSum),
		"multivers.explain", function(explain),
		"multivers.record", function(record),
		"multivers.findings", function(func(arguments) (any, error) { return list(multivers.Problems, finding), nil }),
		"multivers.explanations", function(explanations),
		"multivers.recordSections", function(recordSections),
	}
}

func newToken(a arguments) (any, error) { return multivers.NewToken(a.count(0, "length", 1<<16)) }

func strength(a arguments) (any, error) {
	return list(multivers.Strength(a.text(0, "token")), finding), nil
}

func lines(a arguments) (any, error) {
	key, module := multivers.Lines(a.text(0, "token"))
	return object("key", key, "module", module), nil
}

// checkConfig takes the file, the options that are texts, and the three that are not.
func checkConfig(a arguments) (any, error) {
	return list(multivers.Check(a.bytes(0, "config"), multivers.Options{
		Token: a.text(1, "token"), URL: a.text(2, "url"), RefreshToken: a.text(3, "refreshToken"),
		Multivers: a.text(4, "multiversVersion"), WebAPI: a.text(5, "webApiVersion"), Output: a.text(6, "output"),
		Name: a.text(7, "name"), Site: a.text(8, "site"),
		NoRefreshToken: a[9].Truthy(), Proxy: a[10].Truthy(), OtherApplications: a[11].Truthy(),
	}), finding), nil
}

func fixConfig(a arguments) (any, error) {
	config := a.bytes(0, "config")
	return changed(config)(multivers.Fix(config, a.text(1, "token")))
}

func localTest(a arguments) (any, error) {
	config := a.bytes(0, "config")
	return changed(config)(multivers.LocalTest(config))
}

// changed makes the answer of what Fix or LocalTest made of a file: its bytes, and the edits in a packed
// form, since there may be some hundred thousand; or why it was refused.
func changed(config []byte) func([]byte, []multivers.Edit, error) (any, error) {
	return func(result []byte, edits []multivers.Edit, err error) (any, error) {
		if refusal, ok := errors.AsType[*multivers.Refusal](err); ok {
			return object("refused", finding(refusal.Finding), "message", err.Error()), nil
		}
		at, numbers, texts := ascending(multivers.Text(config)), make([]byte, 0, 16*len(edits)), make([]byte, 0, len(edits))
		for i := range edits {
			e := &edits[i]
			for _, n := range [...]int{at(e.From), at(e.To), len(e.Text), multivers.Row(e.ID)} {
				numbers = appendNumber(numbers, n)
			}
			texts = append(texts, e.Text...)
		}
		return object("config", bytesOf(result), "numbers", bytesOf(numbers), "texts", string(texts)), err
	}
}

// appendNumber writes a number as an Int32Array has it.
func appendNumber(to []byte, n int) []byte {
	return append(to, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
}

func configText(a arguments) (any, error) {
	text := multivers.Text(a.bytes(0, "config"))
	secrets := multivers.Secrets(text)
	at, numbers := ascending(text), make([]byte, 0, 8*len(secrets))
	for _, s := range secrets {
		numbers = appendNumber(appendNumber(numbers, at(s.Start)), at(s.End))
	}
	return object("text", exact(text), "numbers", bytesOf(numbers)), nil
}

func configSum(a arguments) (any, error) { return multivers.Sum(a.bytes(0, "config")), nil }

func explain(a arguments) (any, error) {
	return list(multivers.Explain(a.text(0, "text")), finding), nil
}

// record takes names and values in one string, each after its length.
func record(a arguments) (any, error) {
	values := map[string]string{}
	for rest := a.text(0, "values"); rest != ""; {
		var name string
		name, rest = cut(rest)
		values[name], rest = cut(rest)
	}
	return multivers.Record(values, a.text(1, "language")), nil
}

func explanations(arguments) (any, error) {
	return list(multivers.Explanations, func(e multivers.Explanation) js.Value { return finding(e.Finding) }), nil
}

func recordSections(arguments) (any, error) {
	return list(multivers.RecordSections, func(s multivers.RecordSection) js.Value {
		return object("id", s.ID, "en", s.English, "nl", s.Dutch, "fields", list(s.Fields, func(f multivers.RecordField) js.Value {
			return object("id", f.ID, "en", f.English, "nl", f.Dutch, "secret", f.Secret)
		}))
	}), nil
}

// finding leaves out what it does not have.
func finding(f multivers.Finding) js.Value {
	o := object("id", f.ID, "severity", string(f.Severity), "title", f.Title, "fix", f.Fix)
	if f.Line > 0 {
		o.Set("line", f.Line)
	}
	if f.Column > 0 {
		o.Set("column", f.Column)
	}
	if f.Detail != "" {
		o.Set("detail", f.Detail)
	}
	return o
}

func bytesOf(bytes []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(bytes))
	js.CopyBytesToJS(array, bytes)
	return array
}
