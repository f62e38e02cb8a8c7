package diagnose

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/mac/internal/examples"
)

// A sweep is made behind the mistakes with which it commutes: either order makes the same calculations.
func TestCommutes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	requests := map[string]func() (mac.Request, mac.Keys){
		"pair":     pairRequest,
		"official": func() (mac.Request, mac.Keys) { return examples.Official(t) },
		"legacy": func() (mac.Request, mac.Keys) {
			r, k := pairRequest()
			r.Algorithm = mac.SHA256
			return r, k
		},
		"afternoon": func() (mac.Request, mac.Keys) {
			r, k := pairRequest()
			r.URL += "&b=1&a=2"
			r.Timestamp, r.TimestampUnix = "2026-07-14 17:05:09.318", "1784048709"
			k.Customer, k.Partner = strings.ToUpper(k.Customer), "00"+k.Partner[2:]
			return r, k
		},
	}
	commuting := 0
	for name, request := range requests {
		r, k := request()
		c := rightOf(&r, &k, "")
		s := newSearch(&c, new(sentMAC))
		for _, sweep := range append(s.sweeps, s.staged["clock"]...) {
			for _, plain := range s.plain {
				m, late := &mistakes[plain], &mistakes[sweep]
				if s.commutes(m, late.Fields) && s.canBeLate([]int{sweep}) {
					before, behind := s.made(late, m), s.made(m, late)
					require.True(t, maps.Equal(before, behind), "%s: %s and %s: %d and %d", name, m.ID, late.ID, len(before), len(behind))
					commuting++
				}
			}
		}
	}
	require.Greater(t, commuting, 1000)
}

// made are the calculations that two mistakes make, one behind the other; of a sweep, some ways are enough.
func (s *search) made(one, two *mistake) map[string]bool {
	all := map[string]bool{}
	first, second := s.base, s.base
	s.some(one, &s.base, &first, func() {
		s.some(two, &first, &second, func() { all[fmt.Sprintf("%+v", second.calculation().Calculation)] = true })
	})
	return all
}

func (s *search) some(m *mistake, from, to *candidate, each func()) {
	ways := 0
	m.apply(from, to, withOne, trying(func() bool {
		each()
		ways++
		return m.size == nil || ways < 40
	}))
}
