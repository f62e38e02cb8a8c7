//go:build js

package main

import (
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

func TestUnits(t *testing.T) {
	text := ""
	for len(text) < 3*step {
		text += "aö€😀"
	}
	u, next := newUnits(text), ascending(text)
	for offset := range text {
		want := len(utf16.Encode([]rune(text[:offset])))
		require.Equal(t, want, u.of(offset))
		require.Equal(t, want, next(offset))
	}
	require.Equal(t, len(utf16.Encode([]rune(text))), u.of(len(text)))
	require.Zero(t, newUnits("").of(0))
}
