//go:build js

package main

import (
	"syscall/js"

	"netvisormac/mac"
)

func answer(a arguments) (any, error) { return answerRow(mac.ParseAnswer(a.text(0, "text"))), nil }

// answerRow leaves out what the text does not say.
func answerRow(a mac.Answer) js.Value {
	o := object("status", a.Status, "code", a.Code, "message", exact(a.Message), "explanation", nil,
		"inserted", list(a.Inserted, func(id string) js.Value { return js.ValueOf(id) }))
	if a.HTTPStatus != 0 {
		o.Set("httpStatus", a.HTTPStatus)
	}
	if a.Explanation != nil {
		o.Set("explanation", mistake(*a.Explanation))
	}
	if len(a.Echo) > 0 {
		o.Set("echo", list(a.Echo, part))
	}
	return o
}
