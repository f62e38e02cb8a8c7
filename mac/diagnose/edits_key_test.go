package diagnose

import (
	"testing"

	"netvisormac/mac"
	"netvisormac/mac/internal/examples"

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

// Where a key was mistyped is told by its place alone, for every slip at every place.
func TestSlipsAreTold(t *testing.T) {
	const right = "7cd680e8"
	for made, want := range map[string]string{
		"0cd680e8": "character 1 of the given key is another one", "7cd680e0": "character 8 of the given key is another one", "7cd080e8": "character 4 of the given key is another one",
		"7c680e8": "the given key has a character more than the one of the MAC, at 3", "cd680e8": "the given key has a character more than the one of the MAC, at 1",
		"7cd680e": "the given key has a character more than the one of the MAC, at 8", "7cd680e81": "the given key lacks a character that the one of the MAC has, at 9",
		"07cd680e8": "the given key lacks a character that the one of the MAC has, at 1", "7ccd680e8": "the given key lacks a character that the one of the MAC has, at 3",
		"c7d680e8": "characters 1 and 2 of the given key are swapped", "7cd608e8": "characters 5 and 6 of the given key are swapped", "7cd6808e": "characters 7 and 8 of the given key are swapped",
	} {
		r, k := examples.Orderly()
		c := rightOf(&r, &mac.Keys{Customer: right, Partner: k.Partner}, "")
		before := newCandidate(&c)
		after := before
		after.set(mac.FieldCustomerKey, after.texts.of(made))
		require.Equal(t, want, slip(mac.FieldCustomerKey, &before, &after), made)
	}
}
