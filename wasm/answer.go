//go:build js

package main

import (
	"syscall/js"

	"netvisormac/mac/answer"
	"netvisormac/mac/diagnose"
	"netvisormac/wasm/binding"
)

func parseAnswer(a binding.Arguments) (any, error) {
	return answerRow(answer.Parse(a.Text(0, "text"))), nil
}

// answerRow leaves out what the text does not say.
func answerRow(a answer.Answer) js.Value {
	o := binding.Object("status", a.Status, "code", a.Code, "message", binding.Exact(a.Message), "explanation", nil,
		"inserted", binding.List(a.Inserted, func(id string) js.Value { return js.ValueOf(id) }))
	if a.HTTPStatus != 0 {
		o.Set("httpStatus", a.HTTPStatus)
	}
	if a.Explanation != nil {
		o.Set("explanation", kindRow(a.Explanation))
	}
	if len(a.Echo) > 0 {
		o.Set("echo", binding.List(a.Echo, part))
	}
	return o
}

// kindRow is a row as those of mistakes are.
func kindRow(k *answer.Kind) js.Value {
	return mistake(diagnose.Mistake{ID: k.ID, Title: k.Title, Fix: k.Fix, Detail: k.Detail, Said: diagnose.Said(k.Said), Fields: k.Fields})
}
