package diagnose

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
	"netvisormac/mac/internal/examples"

	"github.com/stretchr/testify/require"
)

// manyMACs looks for many MACs in one search, since each search takes seconds:
// for each, the combination that a search for it alone would name.
type manyMACs struct {
	search *search
	found  map[string]*hit // by digest in hex and writing
	level  map[string]int
	wanted string // the last that came out
}

func (m *manyMACs) beginnings() []uint32 { return nil }

func (m *manyMACs) possible(*indices) bool { return true }

func (m *manyMACs) is(c *indices, digest []byte) bool {
	sum := c.writtenBy().Write(digest)
	if _, wanted := m.found[sum]; !wanted {
		return false
	}
	m.wanted = sum
	return true
}

// keep keeps the likeliest of the fewest mistakes.
func (m *manyMACs) keep(made *candidate, chosen []int16) {
	level := len(chosen)
	if best := m.found[m.wanted]; best != nil && m.level[m.wanted] < level {
		return
	}
	m.search.best = m.found[m.wanted]
	m.search.found(made, chosen)
	m.found[m.wanted], m.level[m.wanted] = m.search.best, level
	m.search.best = nil
}

// findAll searches for all MACs at once, in some stages.
func findAll(c *calculation, sums map[string]bool, ids ...string) (found map[string]*hit, tried int) {
	m := &manyMACs{found: map[string]*hit{}, level: map[string]int{}}
	for sum := range sums {
		m.found[sum] = nil
	}
	m.search = newSearch(c, m)
	m.search.hit = m.keep
	for i, tasks := range m.search.plan(3) {
		for _, task := range tasks {
			if slices.Contains(ids, m.search.report[i].ID) {
				task.run(m.search)
			}
		}
	}
	return m.found, m.search.tried
}

// combination is some mistakes made one after the other.
type combination struct {
	ids []string
	sum string
}

// combinations makes the mistakes at each list of indices, and leaves out those
// that do not meet: one changes nothing, or undoes or hides the other.
func combine(c *calculation, indices []int) (combination, bool) {
	var done combination
	from := *c
	for _, i := range indices {
		to, ok := applied(&mistakes[i], &from, width(len(indices)-1))
		if !ok {
			return done, false
		}
		done.ids = append(done.ids, mistakes[i].ID)
		from = to
	}
	var err error
	done.sum, err = from.Sum()
	return done, err == nil
}

// smaller are the MACs of what is left of a combination when one mistake is not made.
func smaller(c *calculation, indices []int) map[string]bool {
	right, _ := c.Sum()
	sums := map[string]bool{right: true}
	for leave := range indices {
		rest := append(append([]int(nil), indices[:leave]...), indices[leave+1:]...)
		if part, ok := combine(c, rest); ok {
			sums[part.sum] = true
		}
	}
	return sums
}

func meet(c *calculation, indices []int) (combination, bool) {
	done, ok := combine(c, indices)
	return done, ok && !smaller(c, indices)[done.sum]
}

// pairRequest has something for every mistake: a query, ö, a name misread, a GUID.
func pairRequest() (mac.Request, mac.Keys) {
	r, k := examples.Orderly()
	r.Sender = "Työaika Oy"
	r.URL += "?keyword=Ty%F6%20aika&start=a+b"
	return r, k
}

func TestPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	var pairs []combination
	for i := range mistakes {
		for j := i + 1; j < len(mistakes); j++ {
			if pair, ok := meet(&c, []int{i, j}); ok && mistakes[i].stage+mistakes[j].stage == "" {
				pairs = append(pairs, pair)
			}
		}
	}
	requireNamed(t, &c, pairs, 0.995, "alone", "keys", "pairs")
}

func TestTriples(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	random := rand.New(rand.NewPCG(2025, 5))
	var triples []combination
	for len(triples) < 500 {
		indices := drawThree(random)
		if triple, ok := meet(&c, indices); ok {
			triples = append(triples, triple)
		}
	}
	requireNamed(t, &c, triples, 0.99, "alone", "keys", "pairs", "threes")
}

// Four of the mistakes that clients really had.
func TestFours(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	likely := append(newSearch(&c, new(sentMAC)).upTo(3), mistakeOf("timestamp-offset").index)
	random := rand.New(rand.NewPCG(4, 2026))
	var fours []combination
	for len(fours) < 300 {
		indices := map[int]bool{}
		for len(indices) < 4 {
			indices[likely[random.IntN(len(likely))]] = true
		}
		if four, ok := meet(&c, slices.Sorted(maps.Keys(indices))); ok {
			fours = append(fours, four)
		}
	}
	requireNamed(t, &c, fours, 0.98, "alone", "keys", "pairs", "threes", "fours")
}

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

// digestOfNothing is none that is made.
var digestOfNothing = make([]byte, 32)

// drawThree draws three indices in ascending order, of mistakes that take part among three.
func drawThree(random *rand.Rand) []int {
	for {
		a, b, c := random.IntN(len(mistakes)), random.IntN(len(mistakes)), random.IntN(len(mistakes))
		if a < b && b < c && mistakes[a].stage+mistakes[b].stage+mistakes[c].stage == "" {
			return []int{a, b, c}
		}
	}
}

// requireNamed searches for the MACs of all combinations, and for random ones
// that nothing makes. All are found, and a share of those that no fewer mistakes
// make is named exactly and first.
func requireNamed(t *testing.T, c *calculation, list []combination, share float64, stages ...string) {
	var sums []string
	for _, combination := range list {
		sums = append(sums, combination.sum)
	}
	found := findAmongRandom(t, c, sums, stages...)
	named, fewer := 0, 0
	for _, combination := range list {
		hit := found[combination.sum]
		require.NotNil(t, hit, "%v: not found", combination.ids)
		switch {
		case slices.Equal(idsOf(hit.mistakes), combination.ids):
			named++
		case len(hit.mistakes) < len(combination.ids):
			fewer++
			t.Logf("%v: the same string as of fewer mistakes, %v", combination.ids, idsOf(hit.mistakes))
		default:
			t.Logf("%v: the same string as %v, which is as likely or likelier", combination.ids, idsOf(hit.mistakes))
		}
	}
	exactly := float64(named) / float64(len(list)-fewer)
	t.Logf("%d of %d combinations named exactly and first (%.1f %%), %d more in fewer mistakes", named, len(list)-fewer, 100*exactly, fewer)
	require.GreaterOrEqual(t, exactly, share)
}

// findAmongRandom searches in some stages for MACs, and for random ones, which have no cause.
func findAmongRandom(t *testing.T, c *calculation, sums []string, stages ...string) map[string]*hit {
	all := map[string]bool{}
	random := randomMACs(2000)
	for _, sum := range append(slices.Clone(sums), random...) {
		all[sum] = true
	}
	found, tried := findAll(c, all, stages...)
	for _, sum := range random {
		require.Nil(t, found[sum], "a random MAC has a cause")
	}
	t.Logf("%v: %d MACs computed, none of %d random ones among them", stages, tried, len(random))
	return found
}

func randomMACs(n int) []string {
	random := rand.New(rand.NewPCG(1, 2))
	sums := make([]string, n)
	for i := range sums {
		digest := make([]byte, 32)
		for j := range digest {
			digest[j] = byte(random.Uint32())
		}
		sums[i] = calc.LowerHex.Write(digest)
	}
	return sums
}

// Every two and every three can meet, sweeps among themselves too; the likelier come first.
func TestRounds(t *testing.T) {
	s := &search{sweeps: []int{0, 1, 2, 3}}
	for n, want := range []int{1: 1 + 4, 2: 1 + 4 + 6, 3: 1 + 4 + 6 + 4} {
		if n == 0 {
			continue
		}
		rounds := s.rounds(n)
		require.Len(t, rounds, want)
		for i, r := range rounds {
			require.Equal(t, n, len(r.sweeps)+r.plain)
			require.IsIncreasing(t, append([]int{-1}, r.sweeps...))
			if i > 0 && len(r.sweeps) == len(rounds[i-1].sweeps) {
				require.LessOrEqual(t, rounds[i-1].rank(), r.rank())
			}
		}
	}
}

// A MAC that was cut proves something from sixteen digits on: fewer are met by chance.
func TestPartsOfAMAC(t *testing.T) {
	r, k := examples.Orderly()
	right, err := mac.Sum(r, k)
	require.NoError(t, err)
	for length := 1; length < len(right); length++ {
		r.MAC = right[:length]
		report := Diagnose(r, k, Options{})
		require.False(t, report.OK)
		require.Equal(t, length >= 16, len(report.Causes) > 0, "%d digits", length)
	}
}

// No three mistakes make a longer string than there is room for.
func TestRoomForEveryCombination(t *testing.T) {
	r, k := examples.Orderly()
	longest := 0
	for _, algorithm := range []mac.Algorithm{mac.HMACSHA256, mac.SHA256} {
		r.Algorithm = algorithm
		c := rightOf(&r, &k, "")
		var longer []*mistake
		for i := range mistakes {
			if to, ok := applied(&mistakes[i], &c, withTwo); ok && to.Message.N > c.Message.N {
				longer = append(longer, &mistakes[i])
			}
		}
		for i, a := range longer {
			for j, b := range longer[i+1:] {
				longest = max(longest, lengthAfter(c, a, b))
				for _, third := range longer[i+1+j+1:] {
					longest = max(longest, lengthAfter(c, a, b, third))
				}
			}
		}
	}
	require.Equal(t, calc.MaxValues, longest)
}

// lengthAfter is how many values there are at most after these mistakes, in all their ways.
func lengthAfter(c calculation, list ...*mistake) (longest int) {
	longest = c.Message.N
	if len(list) == 0 {
		return longest
	}
	from := newCandidate(&c)
	to := from
	list[0].apply(&from, &to, withTwo, trying(func() bool {
		longest = max(longest, lengthAfter(to.calculation(), list[1:]...))
		return true
	}))
	return longest
}
