//go:build js

// Command multivers is package multivers for JavaScript: multivers.wasm.
// web/multivers.js is its only caller, web/multivers.d.ts the contract of both.
package main

import (
	"errors"
	"syscall/js"

	"netvisormac/multivers"
	"netvisormac/wasm/binding"
)

func main() {
	binding.Serve("multivers",
		"newToken", binding.Function(newToken),
		"strength", binding.Function(strength),
		"lines", binding.Function(lines),
		"check", binding.Function(checkConfig),
		"fix", binding.Function(fixConfig),
		"localTest", binding.Function(localTest),
		"text", binding.Function(configText),
		"sum", binding.Function(configSum),
		"explain", binding.Function(explain),
		"record", binding.Function(record),
		"findings", binding.Function(findings),
		"explanations", binding.Function(explanations),
		"recordSections", binding.Function(recordSections),
	)
}

func findings(binding.Arguments) (any, error) { return binding.List(multivers.Problems, finding), nil }

func newToken(a binding.Arguments) (any, error) {
	return multivers.NewToken(a.Count(0, "length", 1<<16))
}

func strength(a binding.Arguments) (any, error) {
	return binding.List(multivers.Strength(a.Text(0, "token")), finding), nil
}

func lines(a binding.Arguments) (any, error) {
	key, module := multivers.Lines(a.Text(0, "token"))
	return binding.Object("key", key, "module", module), nil
}

// checkConfig takes the file, the options that are texts, and the three that are not.
func checkConfig(a binding.Arguments) (any, error) {
	return binding.List(multivers.Check(a.Bytes(0, "config"), multivers.Options{
		Token: a.Text(1, "token"), URL: a.Text(2, "url"), RefreshToken: a.Text(3, "refreshToken"),
		Multivers: a.Text(4, "multiversVersion"), WebAPI: a.Text(5, "webApiVersion"), Output: a.Text(6, "output"),
		Name: a.Text(7, "name"), Site: a.Text(8, "site"),
		NoRefreshToken: a[9].Truthy(), Proxy: a[10].Truthy(), OtherApplications: a[11].Truthy(),
	}), finding), nil
}

func fixConfig(a binding.Arguments) (any, error) {
	config := a.Bytes(0, "config")
	return changed(config)(multivers.Fix(config, a.Text(1, "token")))
}

func localTest(a binding.Arguments) (any, error) {
	config := a.Bytes(0, "config")
	return changed(config)(multivers.LocalTest(config))
}

// changed makes the answer of what Fix or LocalTest made of a file: its bytes, and the edits in a packed
// form, since there may be some hundred thousand; or why it was refused.
func changed(config []byte) func([]byte, []multivers.Edit, error) (any, error) {
	return func(result []byte, edits []multivers.Edit, err error) (any, error) {
		if refusal, ok := errors.AsType[*multivers.Refusal](err); ok {
			return binding.Object("refused", finding(refusal.Finding), "message", err.Error()), nil
		}
		at, numbers, texts := binding.Ascending(multivers.Text(config)), make([]byte, 0, 16*len(edits)), make([]byte, 0, len(edits))
		for i := range edits {
			e := &edits[i]
			for _, n := range [...]int{at(e.From), at(e.To), len(e.Text), multivers.Row(e.ID)} {
				numbers = appendNumber(numbers, n)
			}
			texts = append(texts, e.Text...)
		}
		return binding.Object("config", binding.BytesOf(result), "numbers", binding.BytesOf(numbers), "texts", string(texts)), err
	}
}

// appendNumber writes a number as an Int32Array has it.
func appendNumber(to []byte, n int) []byte {
	return append(to, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
}

func configText(a binding.Arguments) (any, error) {
	text := multivers.Text(a.Bytes(0, "config"))
	secrets := multivers.Secrets(text)
	at, numbers := binding.Ascending(text), make([]byte, 0, 8*len(secrets))
	for _, s := range secrets {
		numbers = appendNumber(appendNumber(numbers, at(s.Start)), at(s.End))
	}
	return binding.Object("text", binding.Exact(text), "numbers", binding.BytesOf(numbers)), nil
}

func configSum(a binding.Arguments) (any, error) { return multivers.Sum(a.Bytes(0, "config")), nil }

func explain(a binding.Arguments) (any, error) {
	return binding.List(multivers.Explain(a.Text(0, "text")), finding), nil
}

// record takes names and values in one string, each after its length.
func record(a binding.Arguments) (any, error) {
	values := map[string]string{}
	for rest := a.Text(0, "values"); rest != ""; {
		var name string
		name, rest = binding.Cut(rest)
		values[name], rest = binding.Cut(rest)
	}
	return multivers.Record(values, a.Text(1, "language")), nil
}

func explanations(binding.Arguments) (any, error) {
	return binding.List(multivers.Explanations, func(e multivers.Explanation) js.Value { return finding(e.Finding) }), nil
}

func recordSections(binding.Arguments) (any, error) {
	return binding.List(multivers.RecordSections, func(s multivers.RecordSection) js.Value {
		return binding.Object("id", s.ID, "en", s.English, "nl", s.Dutch, "fields", binding.List(s.Fields, func(f multivers.RecordField) js.Value {
			return binding.Object("id", f.ID, "en", f.English, "nl", f.Dutch, "secret", f.Secret)
		}))
	}), nil
}

// finding leaves out what it does not have.
func finding(f multivers.Finding) js.Value {
	texts := binding.Object("title", binding.Said(f.Said.Title), "fix", binding.Said(f.Said.Fix))
	o := binding.Object("id", f.ID, "severity", string(f.Severity), "title", f.Title, "fix", f.Fix, "said", texts)
	if f.Line > 0 {
		o.Set("line", f.Line)
	}
	if f.Column > 0 {
		o.Set("column", f.Column)
	}
	if f.Detail != "" {
		o.Set("detail", f.Detail)
		texts.Set("detail", binding.List(f.Said.Detail, binding.Said))
	}
	return o
}
