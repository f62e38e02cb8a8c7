//go:build js

package main

import (
	"syscall/js"

	"netvisormac/mac"
	"netvisormac/wasm/binding"
)

func answer(a binding.Arguments) (any, error) {
	return answerRow(mac.ParseAnswer(a.Text(0, "text"))), nil
}

// answerRow leaves out what the text does not say.
func answerRow(a mac.Answer) js.Value {
	o := binding.Object("status", a.Status, "code", a.Code, "message", binding.Exact(a.Message), "explanation", nil,
		"inserted", binding.List(a.Inserted, func(id string) js.Value { return js.ValueOf(id) }))
	if a.HTTPStatus != 0 {
		o.Set("httpStatus", a.HTTPStatus)
	}
	if a.Explanation != nil {
		o.Set("explanation", mistake(*a.Explanation))
	}
	if len(a.Echo) > 0 {
		o.Set("echo", binding.List(a.Echo, part))
	}
	return o
}
