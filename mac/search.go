package mac

import (
	"slices"
)

// search makes mistakes of a calculation, alone, in twos and in threes, and
// looks whether the MAC that was sent comes out.
//
// It goes in rounds of one depth. The first round of a depth combines the plain
// mistakes, the others add sweeps to them, the likeliest first. Within a round
// mistakes are made in the order of the table, so that what is changed first
// stays the same for longest, and its hashing is shared.
type search struct {
	base    *calculation
	sent    quarry
	plain   []int // indices of the mistakes with few ways
	sweeps  []int
	hasher  hasher
	scratch [4]calculation // one for each mistake of a combination
	chosen  []choice
	width   width
	shard   int // this search does every shards-th combination, from this one on
	shards  int
	turn    int
	done    int // combinations seen
	total   int // combinations to see, about
	tried   int // MACs computed
	stopped bool
	tell    func(done, total int) bool
	best    *hit
}

// choice is a mistake of a combination, with what it was made of.
type choice struct {
	index         int
	before, after *calculation
}

// round is a part of one depth: some sweeps, and a number of plain mistakes.
type round struct {
	sweeps []int
	plain  int
}

// newSearch prepares a search for what was sent.
func newSearch(c *calculation, sent quarry) *search {
	s := &search{base: c, sent: sent, shards: 1}
	for i := range mistakes {
		if mistakes[i].size == nil {
			s.plain = append(s.plain, i) // it may change what another makes, even if not c
		} else if mistakes[i].applies(c) {
			s.sweeps = append(s.sweeps, i)
		}
	}
	return s
}

// applies says whether the mistake changes c at all.
func (m *mistake) applies(c *calculation) bool {
	var changed calculation
	return !m.made(c, &changed, alone, func() bool { return false })
}

// run searches combinations of up to depth mistakes. It returns whether all of
// them were seen, and stops after the round in which a cause was found.
func (s *search) run(depth int) bool {
	for n := 1; n <= depth; n++ {
		for _, r := range s.rounds(n) {
			s.total += s.count(n, r)
		}
	}
	for n := 1; n <= depth; n++ {
		s.width = width(n - 1)
		for _, r := range s.rounds(n) {
			s.combine(s.base, r.sweeps, 0, r.plain)
			if s.stopped || s.best != nil {
				return false
			}
		}
	}
	return true
}

// rounds returns the rounds of n mistakes together: those with fewer sweeps
// first, and of as many the likelier ones.
func (s *search) rounds(n int) []round {
	list := []round{{nil, n}}
	for i := 0; i < len(list); i++ {
		r := list[i]
		for _, index := range s.sweeps {
			if r.plain > 0 && (len(r.sweeps) == 0 || index > r.sweeps[len(r.sweeps)-1]) {
				list = append(list, round{append(slices.Clip(r.sweeps), index), r.plain - 1})
			}
		}
	}
	for i := range list { // there are some forty; a sort of package slices would be larger than this file
		for j := i; j > 0 && list[j].before(list[j-1]); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return list
}

func (r round) before(other round) bool {
	if len(r.sweeps) != len(other.sweeps) {
		return len(r.sweeps) < len(other.sweeps)
	}
	return r.rank() < other.rank()
}

// rank is the smaller the likelier the sweeps of a round are.
func (r round) rank() (sum int) {
	for _, index := range r.sweeps {
		sum += mistakes[index].likely
	}
	return sum
}

// combine makes the given sweeps of c, and n plain mistakes from the i-th on.
func (s *search) combine(c *calculation, sweeps []int, i, n int) {
	if len(sweeps)+n == 1 && s.width > alone {
		if !s.mine() {
			return
		}
		s.hasher.setBase(c)
	} else if s.width == alone {
		s.hasher.setBase(c)
	}
	if len(sweeps) > 0 {
		s.make(c, sweeps[0], sweeps[1:], 0, n)
		return
	}
	for ; i < len(s.plain) && !s.stopped; i++ {
		s.make(c, s.plain[i], nil, i+1, n-1)
	}
}

// make makes one mistake of c in all its ways, then the rest of the combination.
func (s *search) make(c *calculation, index int, sweeps []int, i, n int) {
	changed := &s.scratch[len(s.chosen)]
	s.chosen = append(s.chosen, choice{index, c, changed})
	mistakes[index].made(c, changed, s.width, func() bool {
		if len(sweeps)+n == 0 {
			s.try(changed)
		} else {
			s.combine(changed, sweeps, i, n)
		}
		return !s.stopped && (s.best == nil || mistakes[index].size == nil) // one value of a sweep is the cause
	})
	s.chosen = s.chosen[:len(s.chosen)-1]
}

// mine says whether it is this search's turn, and not that of another shard.
func (s *search) mine() bool {
	s.turn++
	return s.turn%s.shards == s.shard
}

// try computes the MAC of c, if it could be the one that was sent.
func (s *search) try(c *calculation) {
	s.done++
	if s.done&0xfff == 0 && s.tell != nil {
		s.stopped = !s.tell(s.done, max(s.done, s.total))
	}
	if !s.sent.possible(c) || s.width == alone && !s.mine() {
		return
	}
	digest, ok := s.hasher.sum(c)
	if !ok {
		return
	}
	s.tried++
	if s.sent.is(c, digest) {
		s.found()
	}
}

// quarry is what a search looks for.
type quarry interface {
	possible(*calculation) bool            // whether the calculation could make it, by its form
	is(c *calculation, digest []byte) bool // whether it did
}

// sentMAC is the MAC of a request: what the digest must be, by how it is written.
type sentMAC [len(writings)][]byte

func readMAC(text string) (sent sentMAC) {
	for i, w := range writings {
		if digest, ok := w.read(text); ok {
			sent[i] = digest
		}
	}
	return sent
}

func (m *sentMAC) possible(c *calculation) bool {
	length := len(m[c.writing.index])
	return length == c.hash.size || c.writing.part && 0 < length && length <= c.hash.size
}

func (m *sentMAC) is(c *calculation, digest []byte) bool {
	target := m[c.writing.index]
	return string(digest[:len(target)]) == string(target)
}

// hit is a combination whose MAC is the one that was sent.
type hit struct {
	mistakes []Mistake
	rank     int // the smaller the likelier
	made     calculation
}

// found keeps the likeliest of the combinations of a round. They all make the
// same string: another one with the same MAC would be a collision of the hash.
func (s *search) found() {
	rank := 0
	for _, c := range s.chosen {
		rank += mistakes[c.index].likely
	}
	if s.best != nil && s.best.rank <= rank {
		return
	}
	s.best = &hit{rank: rank, made: *s.chosen[len(s.chosen)-1].after}
	for _, c := range s.chosen {
		s.best.mistakes = append(s.best.mistakes, mistakes[c.index].told(c))
	}
}

// told returns the mistake with the detail of its choice.
func (m *mistake) told(c choice) Mistake {
	told := m.Mistake
	switch {
	case m.detail != nil:
		told.Detail = m.detail(c.before, c.after)
	case len(m.Fields) == 1:
		told.Detail = madeWith(m.Fields[0], c.before, c.after)
	}
	return told
}

// count returns about how many combinations a round of n mistakes has.
func (s *search) count(n int, r round) int {
	product := 1
	for _, index := range r.sweeps {
		product *= mistakes[index].size(width(n - 1))
	}
	return product * s.countPlain(r.plain) / s.shards
}

// countPlain is the number of ways to make n plain mistakes, in the order of the table.
func (s *search) countPlain(n int) int {
	sums := [4]int{0: 1}
	for _, index := range s.plain {
		ways := 0
		mistakes[index].made(s.base, &s.scratch[0], alone, func() bool { ways++; return true })
		for k := n; k > 0; k-- {
			sums[k] += sums[k-1] * ways
		}
	}
	return sums[n]
}
