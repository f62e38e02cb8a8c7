package multivers

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
)

// The table of windows-1252 is that of package charmap.
func TestWindows1252(t *testing.T) {
	for c := range 256 {
		require.Equal(t, charmap.Windows1252.DecodeByte(byte(c)), fromWindows1252(byte(c)), "%x", c)
	}
}
