//go:build js

package binding

import (
	"syscall/js"

	"netvisormac/internal/said"
)

// Said is a text as {id, args}; args are absent where there are none.
func Said(t said.Text) js.Value {
	o := Object("id", t.ID)
	if len(t.Args) > 0 {
		args := Object()
		for _, arg := range t.Args {
			args.Set(arg.Name, argument(arg.Value))
		}
		o.Set("args", args)
	}
	return o
}

// argument tells by its type what stands in a gap.
func argument(value any) any {
	switch value := value.(type) {
	case string:
		return Exact(value)
	case said.Length:
		return Object("milliseconds", int(value))
	case said.Field:
		if value.The {
			return Object("theField", value.Name)
		}
		return Object("field", value.Name)
	case said.Text:
		return Said(value)
	case said.List:
		return List(value, func(one any) js.Value { return js.ValueOf(argument(one)) })
	}
	return value
}
