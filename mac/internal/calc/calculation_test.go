package calc

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Keys that are decoded from hex become bytes; an odd number of digits gets a zero in front.
func TestFromHex(t *testing.T) {
	for digits, want := range map[string]string{"": "", "7f9": "\x07\xf9", "07f9": "\x07\xf9", "AbC0": "\xab\xc0", "key": "key"} {
		require.Equal(t, want, fromHex(digits), digits)
	}
}
