package diagnose

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// sums are the MACs that a search of c makes.
func sums(c *calculation, run func(s *search)) anything {
	all, _ := counted(c, run)
	return all
}

// counted are these, and how many were computed.
func counted(c *calculation, run func(s *search)) (anything, int) {
	all := anything{}
	s := newSearch(c, all)
	run(s)
	s.flush()
	return all, s.tried
}

// one takes a candidate into the batch with nothing around it that is known.
func (s *search) one(c *candidate) {
	s.batch.setBase(c)
	s.try(c)
}

// A text of a sweep is put between what stands around it, wherever blocks end: before it, within it, behind it.
func TestSweepsInTheBatch(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	for length := range 64 {
		r, k := pairRequest()
		r.URL = "https://a.fi/" + strings.Repeat("b", length)
		c := rightOf(&r, &k, "")
		for _, id := range []string{"timestamp-milliseconds", "timestamp-unix-offset", "typo-customer-key", "typo-partner-key"} {
			m, w := mistakeOf(id), alone
			if id == "timestamp-unix-offset" {
				w = withOne
			}
			want := sums(&c, func(s *search) {
				to := s.base
				m.apply(&s.base, &to, w, trying(func() bool { s.one(&to); return true }))
			})
			got := sums(&c, func(s *search) { round{sweeps: []int{m.index}, width: w}.run(s) })
			require.True(t, maps.Equal(want, got), "%s behind %d bytes: %d and %d", id, length, len(want), len(got))
		}
	}
}

// What a sweep of a thousand texts found is told as it was written, where its beginning was hashed with what stands before.
func TestSweptTextIsTold(t *testing.T) {
	for length := 0; length < 64; length += 9 {
		r, k := pairRequest()
		r.URL, r.Timestamp = "https://a.fi/"+strings.Repeat("b", length), "2026-07-14 17:05:09.318"
		wrong := r
		wrong.Timestamp = "2026-07-14 17:05:09.742"
		sum, err := mac.Sum(wrong, k)
		require.NoError(t, err)
		r.MAC = sum
		report := Diagnose(r, k, Options{})
		require.Len(t, report.Causes, 1)
		require.Equal(t, "timestamp-milliseconds", report.Causes[0][0].ID)
		require.Contains(t, report.Causes[0][0].Detail, wrong.Timestamp)
	}
}

// A round makes all combinations, whichever of its mistakes commute with the sweep.
func TestRoundsMakeAll(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := pairRequest()
	r.URL += "&b=1"
	c := rightOf(&r, &k, "")
	for _, rounds := range []struct {
		sweep string
		width width
		plain int
	}{{"timestamp-offset", withThree, 1}, {"url-parameter-order", withOne, 1}, {"timestamp-offset", withThree, 2}} {
		m := mistakeOf(rounds.sweep)
		among := func(s *search) []int {
			if rounds.plain == 1 {
				return s.plain
			}
			return s.upTo(2)
		}
		want, most := counted(&c, func(s *search) {
			to := s.base
			m.apply(&s.base, &to, rounds.width, trying(func() bool {
				next := to
				s.nested(&next, rounds.width, among(s), rounds.plain)
				return true
			}))
		})
		got, tried := counted(&c, func(s *search) { round{[]int{m.index}, rounds.width, rounds.plain, among(s)}.run(s) })
		require.LessOrEqual(t, tried, most, "%v: some were made twice", rounds)
		require.True(t, maps.Equal(want, got), "%v: %d and %d", rounds, len(want), len(got))
	}
}

// nested makes so many of some mistakes of c, one behind the other.
func (s *search) nested(c *candidate, w width, indices []int, left int) {
	if left == 0 {
		s.one(c)
		return
	}
	for i, index := range indices {
		to := *c
		mistakes[index].apply(c, &to, w, trying(func() bool {
			next := to
			s.nested(&next, w, indices[i+1:], left-1)
			return true
		}))
	}
}

// Orders of some values are every order of every choice of them.
func TestOrdersMakeAll(t *testing.T) {
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	for length := 1; length <= 4; length++ {
		for _, separator := range []string{"&", "", ", "} {
			want := sums(&c, func(s *search) {
				to := s.base
				to.message.separator = s.base.texts.of(separator)
				to.message.n = 0
				s.arrangements(&to, length)
			})
			got := sums(&c, func(s *search) { arrangement{length, separator}.run(s) })
			require.True(t, maps.Equal(want, got), "%d joined by %q: %d and %d", length, separator, len(want), len(got))
		}
	}
}

// arrangements takes each order of so many more values behind those of c.
func (s *search) arrangements(c *candidate, left int) {
	if left == 0 {
		s.one(c)
		return
	}
	for _, p := range s.base.message.values() {
		if c.message.indexOf(p.field()) < 0 && int(c.message.n) < calc.MaxValues {
			longer := *c
			longer.message.list[longer.message.n] = p
			longer.message.n++
			s.arrangements(&longer, left-1)
		}
	}
}
