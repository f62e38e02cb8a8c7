package mac

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Each slip is made once, and none is the key.
func TestSlips(t *testing.T) {
	for key, want := range map[string]int{"": 16, "a": 16*2 - 1 + 15 + 1, "77": 16*3 - 2 + 15*2 + 1, "70": 16*3 - 2 + 15*2 + 2 + 1} {
		seen := map[string]bool{key: true}
		slips(key, alone, func(other string) bool {
			require.False(t, seen[other], "%q comes twice", other)
			seen[other] = true
			return true
		})
		require.Len(t, seen, want+1, key)
	}
}

// Keys that are decoded from hex become bytes; an odd number of digits gets a zero in front.
func TestFromHex(t *testing.T) {
	for digits, want := range map[string]string{"": "", "7f9": "\x07\xf9", "07f9": "\x07\xf9", "AbC0": "\xab\xc0", "key": "key"} {
		require.Equal(t, want, fromHex(digits), digits)
	}
}
