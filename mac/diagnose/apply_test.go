package diagnose

import (
	"testing"

	"netvisormac/mac"
	"netvisormac/mac/internal/examples"

	"github.com/stretchr/testify/require"
)

// Of the last value of a plain hash, only a line end is a mistake of joining.
func TestLastValue(t *testing.T) {
	r, k := examples.Orderly()
	for algorithm, changes := range map[mac.Algorithm]bool{mac.HMACSHA256: true, mac.SHA256: false} {
		r.Algorithm = algorithm
		c := rightOf(&r, &k, "")
		_, ok := applied(mistakeOf("newline-partner-key"), &c, alone)
		require.Equal(t, changes, ok, algorithm)
		_, ok = applied(mistakeOf("trailing-space-partner-key"), &c, alone)
		require.True(t, ok, algorithm)
	}
}

// A key of the HMAC is left out only while the other is there.
func TestOneKeyStays(t *testing.T) {
	r, k := examples.Orderly()
	c := rightOf(&r, &k, "")
	one, ok := applied(mistakeOf("hmac-key-customer-only"), &c, alone)
	require.True(t, ok)
	_, ok = applied(mistakeOf("hmac-key-partner-only"), &one, alone)
	require.False(t, ok)
}

// No mistake of a text gives the text itself, in any width.
func TestNoMistakeIsTheSame(t *testing.T) {
	r, k := pairRequest()
	r.Timestamp = "2026-07-14 17:05:09.000"
	c := rightOf(&r, &k, "")
	from := newCandidate(&c)
	for i := range mistakes {
		for w := alone; w < widths; w++ {
			to := from
			mistakes[i].apply(&from, &to, w, trying(func() bool {
				require.False(t, to.same(&from), "%s makes nothing else", mistakes[i].ID)
				return true
			}))
			from.texts.forget(swept, 0)
		}
	}
}
