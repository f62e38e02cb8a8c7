package diagnose

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/require"
)

// anything is a target that each digest is, and keeps them.
type anything map[[32]byte]bool

func (a anything) possible(*indices) bool { return true }
func (a anything) beginnings() []uint32   { return nil }
func (a anything) is(_ *indices, digest []byte) bool {
	var kept [32]byte
	copy(kept[:], digest)
	a[kept] = true
	return false
}

// A mistake that is made within a sweep makes the same MACs as one behind the other.
func TestWoven(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := pairRequest()
	r.Timestamp, r.TimestampUnix = "2026-07-14 17:05:09.318", "1784048709"
	c := rightOf(&r, &k, "")
	woven := 0
	for id, w := range map[string]width{"clock-read-twice": withOne, "timestamp-milliseconds": alone} {
		sweep := mistakeOf(id)
		for _, plain := range newSearch(&c, new(sentMAC)).plain {
			got, want := anything{}, anything{}
			s := newSearch(&c, got)
			s.width = w
			if s.commutes(&mistakes[plain], sweep.Fields) || !s.weave(plain, sweep.index) {
				continue
			}
			s.flush()
			one := newSearch(&c, want)
			one.width = alone
			first, second := one.base, one.base
			sweep.apply(&one.base, &first, w, trying(func() bool {
				return mistakes[plain].apply(&first, &second, w, trying(func() bool {
					one.batch.setBase(&second)
					one.try(&second)
					return true
				}))
			}))
			one.flush()
			require.True(t, maps.Equal(want, got), "%s within %s: %d and %d", mistakes[plain].ID, id, len(want), len(got))
			woven++
		}
	}
	require.Greater(t, woven, 20)
}
