//go:build js

package main

import (
	"netvisormac/mac/answer"
	"netvisormac/wasm/binding"
)

func parseAnswer(a binding.Arguments) (any, error) {
	read := answer.Parse(a.Text(0, "text"))
	return binding.Row(&read, answerRow), nil
}

// answerRow leaves out what the text does not say.
func answerRow(j *binding.JSON, a *answer.Answer) {
	j.Open("{")
	j.Set("status", a.Status)
	j.Set("code", a.Code)
	j.Set("message", a.Message)
	j.Name("explanation")
	kindRow(j, a.Explanation)
	binding.SetList(j, "inserted", a.Inserted)
	if a.HTTPStatus != 0 {
		j.SetNumber("httpStatus", a.HTTPStatus)
	}
	if len(a.Echo) > 0 {
		j.Name("echo")
		j.Open("[")
		for _, p := range a.Echo {
			j.Open("{")
			j.Set("field", string(p.Field))
			j.Set("value", p.Value)
			j.Mark("}")
		}
		j.Mark("]")
	}
	j.Mark("}")
}

// kindRow is a row as those of mistakes are; null for none.
func kindRow(j *binding.JSON, k *answer.Kind) {
	if k == nil {
		j.Mark("null")
		return
	}
	j.Open("{")
	j.Set("id", k.ID)
	j.Set("title", k.Title)
	j.Set("fix", k.Fix)
	if k.Detail != "" {
		j.Set("detail", k.Detail)
	}
	j.Name("said")
	j.Open("{")
	j.SetSaid("title", k.Said.Title)
	j.SetSaid("fix", k.Said.Fix)
	if k.Detail != "" {
		j.Name("detail")
		j.Open("[")
		for _, t := range k.Said.Detail {
			j.Said(t)
		}
		j.Mark("]")
	}
	j.Mark("}")
	if len(k.Fields) > 0 {
		binding.SetList(j, "fields", k.Fields)
	}
	j.Mark("}")
}
