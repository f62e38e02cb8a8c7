//go:build js

// Package binding is what the programs of this module share towards JavaScript: functions whose arguments are checked
// and whose every end is an answer, and values in JavaScript's shape.
package binding

import (
	"errors"
	"runtime/debug"
	"syscall/js"

	"netvisormac/internal/said"
)

// Serve hands a program's exports to the global function netvisormac and waits to be called. They are names and values
// in turn; the program's own name stands beside them under "program", so that the script that loads it knows it.
func Serve(program string, exports ...any) {
	debug.SetGCPercent(400) // a search leaves garbage fast and keeps little: a tenth of its time, for some MB
	js.Global().Call("netvisormac", Object(append(exports, "program", program)...))
	select {}
}

// Function makes f callable from JavaScript. It answers {value}, or a text as
// it is, since an object takes as long as hashing does. A wrong argument, an
// error and a panic all become {error}, so that the module answers the next call.
//
//go:noinline
func Function(f func(Arguments) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if cause := recover(); cause != nil {
				answer = Failure(Panicked(cause))
			}
		}()
		value, err := f(args)
		if err != nil {
			return Failure(err)
		}
		if text, ok := value.(string); ok {
			return text
		}
		return Object("value", value)
	})
}

// Panicked tells a wrong argument from a fault of the module's own. The cause
// of a fault is not shown: it could hold a value.
func Panicked(cause any) error {
	if err, ok := cause.(argumentError); ok {
		return err
	}
	return errors.New("the module failed inside at this call; it goes on with the next")
}

// FieldError is an error that is about one field of a request.
type FieldError struct {
	error
	Field string
}

// Failure is {error: ErrorRow}.
func Failure(err error) js.Value { return Object("error", ErrorRow(err)) }

// ErrorRow is {message}, with what it says by its id, if the error has that, and the field that it is about, if it is a
// FieldError.
func ErrorRow(err error) js.Value {
	o := Object("message", err.Error())
	if wrong, ok := err.(FieldError); ok {
		o.Set("field", wrong.Field)
		err = wrong.error
	}
	for ; err != nil; err = errors.Unwrap(err) {
		if told, ok := err.(interface{ Said() said.Text }); ok {
			o.Set("said", Said(told.Said()))
			break
		}
	}
	return o
}

// About says which field an error is about.
func About(field string, err error) error { return FieldError{err, field} }
