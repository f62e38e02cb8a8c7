//go:build js

package binding

import (
	"errors"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every way a function can end, and that a call from JavaScript gets a sentence
// without the value that it failed at.
func TestFunction(t *testing.T) {
	const inside = "the module failed inside at this call; it goes on with the next"
	tests := []struct {
		name    string
		f       func(Arguments) (any, error)
		message string
		field   string
	}{
		{"value", func(Arguments) (any, error) { return []any{"fine"}, nil }, "", ""},
		{"text", func(Arguments) (any, error) { return "fine", nil }, "", ""},
		{"error", func(Arguments) (any, error) { return nil, errors.New("refused") }, "refused", ""},
		{"error of a field", func(Arguments) (any, error) {
			return nil, About("sender", errors.New("sender: not a character"))
		}, "sender: not a character", "sender"},
		{"argument missing", func(a Arguments) (any, error) { return a.Text(0, "url"), nil }, "url is missing", ""},
		{"panic with a value", func(Arguments) (any, error) { panic("7cd680e89e88") }, inside, ""},
		{"panic of the runtime", func(a Arguments) (any, error) { return a[7], nil }, inside, ""},
		{"panic of syscall/js", func(Arguments) (any, error) { return js.ValueOf(1).Call("x"), nil }, inside, ""},
		{"a value that JavaScript has none of", func(Arguments) (any, error) { return struct{}{}, nil }, inside, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := Function(test.f)
			defer f.Release()
			for range 2 { // the second call is answered like the first
				answer := js.ValueOf(f).Invoke()
				if test.name == "text" {
					require.Equal(t, "fine", answer.String())
					continue
				}
				if test.message == "" {
					require.Equal(t, "fine", answer.Get("value").Index(0).String())
					require.True(t, answer.Get("error").IsUndefined())
					continue
				}
				require.Equal(t, test.message, answer.Get("error").Get("message").String())
				if test.field != "" {
					require.Equal(t, test.field, answer.Get("error").Get("field").String())
				}
			}
		})
	}
}

func TestCut(t *testing.T) {
	tests := []struct{ s, value, rest string }{
		{"0:", "", ""},
		{"0:2:ab", "", "2:ab"},
		{"3:1:23:abc", "1:2", "3:abc"},
		{"2:ö€1:x", "ö€", "1:x"},
		{"3:😀a0:", "😀a", "0:"},
		{"9:short", "short", ""},
		{"", "", ""},
	}
	for _, test := range tests {
		value, rest := Cut(test.s)
		require.Equal(t, test.value, value, test.s)
		require.Equal(t, test.rest, rest, test.s)
	}
}

func TestExact(t *testing.T) {
	for _, text := range []string{"", "a", "\ufeff", "\ufeffa", "\ufeff\ufeff", "a\ufeff", "😀"} {
		got := Object("value", Exact(text)).Get("value")
		require.Equal(t, text, got.String())
		require.Equal(t, len([]rune(text)), js.Global().Get("Array").Call("from", got).Length(), "%q", text)
	}
}
