//go:build js

package binding

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
	u, next := NewUnits(text), Ascending(text)
	for offset := range text {
		want := len(utf16.Encode([]rune(text[:offset])))
		require.Equal(t, want, u.At(offset))
		require.Equal(t, want, next(offset))
	}
	require.Equal(t, len(utf16.Encode([]rune(text))), u.At(len(text)))
	require.Zero(t, NewUnits("").At(0))
}
