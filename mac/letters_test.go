package mac

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
)

// The letters of both charsets change their case as Unicode says. The small
// letter µ has a capital that neither charset has.
func TestLetters(t *testing.T) {
	for _, charset := range []*charmap.Charmap{charmap.ISO8859_1, charmap.ISO8859_15} {
		for b := range 256 {
			letter := string(charset.DecodeByte(byte(b)))
			require.Equal(t, strings.ToLower(letter), lower(letter))
			if _, has := charmap.ISO8859_15.EncodeRune([]rune(strings.ToUpper(letter))[0]); has {
				require.Equal(t, strings.ToUpper(letter), upper(letter))
			}
		}
	}
	require.Equal(t, "äbc ö", lower("ÄbC Ö"))
	require.Equal(t, "a\xffb", lower("a\xffb"), "what does not change stays as it is")
}
