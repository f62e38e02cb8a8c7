//go:build js

package binding

import (
	"strconv"
	"syscall/js"

	"netvisormac/internal/said"
)

// Said is a text as {id, args}; args are absent where there are none.
func Said(t said.Text) js.Value { return Row(&t, func(j *JSON, t *said.Text) { j.Said(*t) }) }

// SetSaid writes a member that is such a sentence.
func (j *JSON) SetSaid(name string, t said.Text) {
	j.Name(name)
	j.Said(t)
}

// Said writes it as Said makes it.
func (j *JSON) Said(t said.Text) {
	j.Open("{")
	j.Set("id", t.ID)
	if len(t.Args) > 0 {
		j.Name("args")
		j.Open("{")
		for _, arg := range t.Args {
			j.Name(arg.Name)
			j.argument(arg.Value)
		}
		j.Mark("}")
	}
	j.Mark("}")
}

func (j *JSON) argument(value any) {
	switch value := value.(type) {
	case string:
		j.Text(value)
	case int:
		j.next()
		j.Mark(strconv.Itoa(value))
	case said.Length:
		j.Open("{")
		j.SetNumber("milliseconds", int(value))
		j.Mark("}")
	case said.Field:
		name := "field"
		if value.The {
			name = "theField"
		}
		j.Open("{")
		j.Set(name, value.Name)
		j.Mark("}")
	case said.Text:
		j.Said(value)
	case said.List:
		j.Open("[")
		for _, one := range value {
			j.argument(one)
		}
		j.Mark("]")
	}
}
