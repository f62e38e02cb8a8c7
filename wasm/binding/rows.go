//go:build js

package binding

import (
	"strconv"
	"strings"
	"syscall/js"
	"unsafe"

	"netvisormac/internal/letters"
)

var (
	parse = js.Global().Get("JSON").Get("parse")
	push  = array.Get("prototype").Get("push")
)

// JSON is values in writing, of which JavaScript makes objects in one call: where there are many, a call for each of
// their members takes longer than all that they are made with.
type JSON struct{ text []byte }

// chunk is how much is written before it is handed over, in the same memory again and again.
const chunk = 1 << 16

// Rows makes a JavaScript array of a row for each value.
func Rows[T any](values []T, write func(*JSON, *T)) js.Value {
	return rows(len(values), func(j *JSON, i int) { write(j, &values[i]) })
}

func rows(n int, write func(*JSON, int)) js.Value {
	list := array.New()
	j := JSON{append(make([]byte, 0, chunk+chunk/4), '[')}
	for i := range n {
		write(&j, i)
		if len(j.text) >= chunk || i == n-1 {
			j.Mark("]")
			push.Call("apply", list, j.Value())
			j.text = j.text[:1]
		}
	}
	return list
}

// Row makes one JavaScript value.
func Row[T any](value *T, write func(*JSON, *T)) js.Value {
	var j JSON
	write(&j, value)
	return j.Value()
}

// Value is what was written, as JavaScript's.
func (j *JSON) Value() js.Value {
	return parse.Invoke(unsafe.String(unsafe.SliceData(j.text), len(j.text))) // it keeps no part of the text
}

// Open begins an object or array, which a Mark ends.
func (j *JSON) Open(bracket string) {
	j.next()
	j.Mark(bracket)
}

// Mark writes what is neither a text nor a number: a bracket that closes, a word.
//
//go:noinline
func (j *JSON) Mark(s string) { j.text = append(j.text, s...) }

// Name writes the name of a member, whose value follows.
func (j *JSON) Name(name string) {
	j.Text(name)
	j.Mark(":")
}

// Set writes a member.
//
//go:noinline
func (j *JSON) Set(name, value string) {
	j.Name(name)
	j.Text(value)
}

// SetNumber writes a member that is a number.
//
//go:noinline
func (j *JSON) SetNumber(name string, value int) {
	j.Name(name)
	j.Mark(strconv.Itoa(value))
}

// SetList writes a member that is a list of texts.
func SetList[S ~string](j *JSON, name string, texts []S) {
	j.Name(name)
	j.Open("[")
	for _, text := range texts {
		j.Text(string(text))
	}
	j.Mark("]")
}

// next divides a value from the one before it.
func (j *JSON) next() {
	if n := len(j.text); n > 0 && strings.IndexByte("{[:", j.text[n-1]) < 0 {
		j.Mark(",")
	}
}

// Text writes a string.
//
//go:noinline
func (j *JSON) Text(s string) {
	j.next()
	j.text = letters.AppendJSON(j.text, s)
}
