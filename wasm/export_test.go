//go:build js

package main

import (
	"runtime/debug"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/wasm/binding"
)

// The limit of memory holds while any search runs, and no longer.
func TestLimited(t *testing.T) {
	limit := func() int64 { return debug.SetMemoryLimit(-1) }
	before := limit()
	first, second := limited(), limited()
	require.EqualValues(t, searchMemory, limit())
	first()
	require.EqualValues(t, searchMemory, limit())
	second()
	require.Equal(t, before, limit())
}

// The error of a field says which field it is, and no other does.
func TestFunctionNamesTheField(t *testing.T) {
	for _, test := range []struct {
		err   error
		field string
	}{
		{&mac.FieldError{Field: mac.FieldSender, Err: mac.ErrCharacter}, "sender"},
		{mac.ErrMAC, ""},
	} {
		f := function(func(binding.Arguments) (any, error) { return nil, test.err })
		answer := js.ValueOf(f).Invoke().Get("error")
		f.Release()
		require.Equal(t, test.err.Error(), answer.Get("message").String())
		if field := answer.Get("field"); test.field == "" {
			require.True(t, field.IsUndefined())
		} else {
			require.Equal(t, test.field, field.String())
		}
	}
}
