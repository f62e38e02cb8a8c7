package mac

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
)

// The charsets are those of package charmap, in WebAssembly too, where they are written anew.
func TestLatinIsCharmap(t *testing.T) {
	for r := rune(0); r <= 0x2fff; r++ {
		for _, pair := range []struct {
			ours  func(rune) (byte, bool)
			table *charmap.Charmap
		}{{encodeLatin1, charmap.ISO8859_1}, {encodeLatin9, charmap.ISO8859_15}} {
			want, known := pair.table.EncodeRune(r)
			got, ok := pair.ours(r)
			require.Equal(t, known, ok, "%U", r)
			if ok {
				require.Equal(t, want, got, "%U", r)
			}
		}
	}
	for b := range 256 {
		require.Equal(t, charmap.ISO8859_1.DecodeByte(byte(b)), decodeLatin1(byte(b)))
		require.Equal(t, charmap.ISO8859_15.DecodeByte(byte(b)), decodeLatin9(byte(b)))
	}
}
