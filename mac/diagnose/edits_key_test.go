package diagnose

import (
	"testing"

	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/internal/examples"

	"github.com/stretchr/testify/require"
)

// Each slip is made once, and none is the key.
func TestSlips(t *testing.T) {
	for key, want := range map[string]int{"": 16, "a": 16*2 - 1 + 15 + 1, "77": 16*3 - 2 + 15*2 + 1, "70": 16*3 - 2 + 15*2 + 2 + 1} {
		seen := map[string]bool{key: true}
		slips(key, alone, eachText(func(text []byte) bool {
			other := string(text)
			require.False(t, seen[other], "%q comes twice", other)
			seen[other] = true
			return true
		}))
		require.Len(t, seen, want+1, key)
	}
}

// Where a key was mistyped is told by its place alone, for every slip at every place.
func TestSlipsAreTold(t *testing.T) {
	const right = "7cd680e8"
	for made, want := range map[string]string{
		"0cd680e8": "character 1 of the key given here differs", "7cd680e0": "character 8 of the key given here differs", "7cd080e8": "character 4 of the key given here differs",
		"7c680e8": "the key given here has one character too many, character 3", "cd680e8": "the key given here has one character too many, character 1",
		"7cd680e": "the key given here has one character too many, character 8", "7cd680e81": "the key given here lacks a character of the one used for signing, character 9",
		"07cd680e8": "the key given here lacks a character of the one used for signing, character 1", "7ccd680e8": "the key given here lacks a character of the one used for signing, character 3",
		"c7d680e8": "characters 1 and 2 of the key given here are swapped", "7cd608e8": "characters 5 and 6 of the key given here are swapped", "7cd6808e": "characters 7 and 8 of the key given here are swapped",
	} {
		r, k := examples.Orderly()
		c := rightOf(&r, &mac.Keys{Customer: right, Partner: k.Partner}, "")
		before := newCandidate(&c)
		after := before
		after.set(mac.FieldCustomerKey, after.texts.of(made))
		require.Equal(t, want, said.Joined(slip(mac.FieldCustomerKey, &before, &after)), made)
	}
}
