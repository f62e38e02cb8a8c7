//go:build !race

// The race detector allocates, too.

package diagnose

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A search makes no garbage with each candidate: what it needs it has once its first combinations were made.
func TestCandidatesAllocateNothing(t *testing.T) {
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	s := newSearch(&c, new(sentMAC))
	s.sent = &sentMAC{digestOfNothing, digestOfNothing}
	likely := round{plain: 3, width: withTwo, among: s.upTo(2)}
	likely.run(s) // texts and their bytes
	before := s.tried
	allocations := testing.AllocsPerRun(1, func() { likely.run(s) })
	t.Logf("%.0f allocations for %d MACs", allocations, (s.tried-before)/2)
	require.Less(t, allocations, float64(s.tried-before)/2/100)
	orders := arrangement{5, "&"}
	before = s.tried
	allocations = testing.AllocsPerRun(1, func() { orders.run(s) })
	require.Less(t, allocations, float64(s.tried-before)/2/100)
}
