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
// stays the same for longest, and its hashing is shared. What they make waits in
// a batch, and is hashed together.
type search struct {
	base    candidate
	sent    target
	plain   []int // indices of the mistakes with few ways
	sweeps  []int
	batch   gathered
	frames  [4]frame // one for each mistake of a combination
	depth   int      // how many of them are in use
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
	hit     func(*waiting) // is told of each candidate that the target is: found, but for tests
}

// round is a part of one depth: some sweeps, and a number of plain mistakes.
type round struct {
	sweeps []int
	plain  int
}

// newSearch prepares a search for what was sent.
func newSearch(c *calculation, sent target) *search {
	s := &search{base: newCandidate(c), sent: sent, shards: 1}
	s.hit = s.found
	for i := range mistakes {
		if mistakes[i].size == nil {
			s.plain = append(s.plain, i) // it may change what another makes, even if not c
		} else if mistakes[i].applies(&s.base) {
			s.sweeps = append(s.sweeps, i)
		}
	}
	return s
}

// applies says whether the mistake changes c at all.
func (m *mistake) applies(c *candidate) bool {
	var changed candidate
	return !m.made(c, &changed, alone, trying(func() bool { return false }))
}

// trying is a function as a trier.
type trying func() bool

func (t trying) try() bool { return t() }

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
			if s.round(r); s.stopped || s.best != nil {
				return false
			}
		}
	}
	return true
}

// round makes all combinations of a round. The texts of a sweep alone are forgotten after it.
func (s *search) round(r round) {
	before := len(s.base.texts.list[swept])
	s.combine(&s.base, r.sweeps, 0, r.plain)
	s.flush()
	s.base.texts.forget(passing, 0)
	if s.width == alone {
		s.base.texts.forget(swept, before)
	}
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
	slices.SortStableFunc(list, func(a, b round) int {
		if len(a.sweeps) != len(b.sweeps) {
			return len(a.sweeps) - len(b.sweeps)
		}
		return a.rank() - b.rank()
	})
	return list
}

// rank is the smaller the likelier the sweeps of a round are.
func (r round) rank() (sum int) {
	for _, index := range r.sweeps {
		sum += mistakes[index].likely
	}
	return sum
}

// combine makes the given sweeps of c, and n plain mistakes from the i-th on.
func (s *search) combine(c *candidate, sweeps []int, i, n int) {
	if len(sweeps)+n == 1 && s.width > alone {
		if !s.mine() {
			return
		}
		s.batch.setBase(c)
	} else if s.width == alone {
		s.batch.setBase(c)
	}
	if len(sweeps) > 0 {
		s.make(c, sweeps[0], sweeps[1:], 0, n)
		return
	}
	for ; i < len(s.plain) && !s.stopped; i++ {
		s.make(c, s.plain[i], nil, i+1, n-1)
	}
}

// frame is one mistake of a combination, and what is to be made after it.
type frame struct {
	search  *search
	index   int // of the mistake
	changed candidate
	sweeps  []int
	i, n    int
}

// manyTexts is how many that pass may wait to be forgotten.
const manyTexts = 1 << 12

// make makes one mistake of c in all its ways, then the rest of the combination.
func (s *search) make(c *candidate, index int, sweeps []int, i, n int) {
	f := &s.frames[s.depth]
	f.search, f.index, f.sweeps, f.i, f.n = s, index, sweeps, i, n
	s.depth++
	mistakes[index].made(c, &f.changed, s.width, f)
	s.depth--
}

func (f *frame) try() bool {
	s := f.search
	if len(f.sweeps)+f.n == 0 {
		s.try(&f.changed)
	} else {
		before := len(s.base.texts.list[passing])
		s.combine(&f.changed, f.sweeps, f.i, f.n)
		if len(s.base.texts.list[passing])-before > manyTexts {
			s.flush()
			s.base.texts.forget(passing, before)
		}
	}
	return !s.stopped && (s.best == nil || mistakes[f.index].size == nil) // one value of a sweep is the cause
}

// mine says whether it is this search's turn, and not that of another shard.
func (s *search) mine() bool {
	s.turn++
	return s.turn%s.shards == s.shard
}

// try takes c into the batch, if its MAC could be the one that was sent.
func (s *search) try(c *candidate) {
	s.done++
	if s.done&0xfff == 0 && s.tell != nil {
		s.stopped = !s.tell(s.done, max(s.done, s.total))
	}
	if !s.sent.possible(c) || s.width == alone && !s.mine() {
		return
	}
	if s.batch.full() {
		s.flush()
	}
	if s.batch.add(c, s.frames[:s.depth]) {
		s.tried++
	}
}

// flush hashes what waits in the batch, and looks for what was sent.
func (s *search) flush() {
	s.batch.sum(func(w *waiting, digest []byte) {
		if s.sent.is(&w.made, digest) {
			s.hit(w)
		}
	})
}

// hit is a combination whose MAC is the one that was sent.
type hit struct {
	mistakes []Mistake
	rank     int // the smaller the likelier
	made     calculation
}

// found keeps the likeliest of the combinations of a round. They all make the
// same string: another one with the same MAC would be a collision of the hash.
func (s *search) found(w *waiting) {
	rank := 0
	for _, index := range w.chosen() {
		rank += mistakes[index].likely
	}
	if s.best != nil && s.best.rank <= rank {
		return
	}
	s.best = &hit{rank: rank, made: w.made.calculation(), mistakes: s.told(w)}
}

// told returns the mistakes that made a candidate, with their details: it makes them again, up to that one.
func (s *search) told(w *waiting) (list []Mistake) {
	var step func(c *candidate, indices []int16) bool
	step = func(c *candidate, indices []int16) bool {
		if len(indices) == 0 {
			return c.same(&w.made)
		}
		m := &mistakes[indices[0]]
		var changed candidate
		return !m.made(c, &changed, s.width, trying(func() bool {
			if !step(&changed, indices[1:]) {
				return true
			}
			list = append(list, m.told(c, &changed))
			return false
		}))
	}
	step(&s.base, w.chosen())
	slices.Reverse(list)
	return list
}

// told returns the mistake with the detail of what it changed.
func (m *mistake) told(before, after *candidate) Mistake {
	told := m.Mistake
	switch {
	case m.detail != nil:
		told.Detail = m.detail(before, after)
	case len(m.Fields) == 1:
		told.Detail = madeWith(m.Fields[0], before, after)
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
		mistakes[index].made(&s.base, &s.frames[0].changed, alone, trying(func() bool { ways++; return true }))
		for k := n; k > 0; k-- {
			sums[k] += sums[k-1] * ways
		}
	}
	return sums[n]
}
