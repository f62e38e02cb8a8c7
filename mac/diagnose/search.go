package diagnose

import (
	"slices"
)

// search makes mistakes of a calculation, alone and together, and looks whether
// the MAC that was sent comes out.
//
// It goes in stages, and most of these in rounds: the first round of so many
// mistakes combines the plain ones, the others add sweeps to them, the likeliest first. Within a round
// mistakes are made in the order of the table, so that what is changed first
// stays the same for longest, and its hashing is shared. What they make waits in
// a batch, and is hashed together.
type search struct {
	base      candidate
	sent      target
	plain     []int // indices of the mistakes with few ways
	sweeps    []int
	staged    map[string][]int // those that have a stage of their own
	chosen    []int            // those of the plain ones that take part in the round at hand
	commuting []bool           // which of all can be made before a sweep of it
	report    []Stage
	stage     *Stage // the one that is gone through; what is tried before all of them counts nowhere
	batch     gathered
	last      reworded           // where the last mistake of a combination is one of a text
	wanted    []uint32           // how digests begin that are looked for
	frames    [maxMistakes]frame // one for each mistake of a combination
	depth     int                // how many of them are in use
	width     width
	shard     int // this search does every shards-th combination, from this one on
	shards    int
	counter   int
	done      int // combinations seen
	total     int // combinations to see, about
	tried     int // MACs computed
	stopped   bool
	tell      func(done, total int, stages []Stage) bool
	best      *hit
	hit       func(made *candidate, chosen []int16) // is told of each candidate that the target is, and of its mistakes: found, but for tests
}

// unlikely is how likely what no mistake of the table makes is.
const unlikely = 9

// newSearch prepares a search for what was sent.
func newSearch(c *calculation, sent target) *search {
	s := &search{base: newCandidate(c), sent: sent, wanted: sent.beginnings(), shards: 1, batch: newGathered(), stage: new(Stage), commuting: make([]bool, len(mistakes)), staged: map[string][]int{}}
	s.hit = s.found
	for i := range s.frames {
		s.frames[i].search, s.frames[i].changed = s, s.base
	}
	for i := range mistakes {
		if stage := mistakes[i].stage; stage != "" {
			s.staged[stage] = append(s.staged[stage], i)
		} else if mistakes[i].size == nil {
			s.plain = append(s.plain, i) // it may change what another makes, even if not c
		} else if mistakes[i].applies(&s.base) {
			s.sweeps = append(s.sweeps, i)
		}
	}
	return s
}

// applies says whether the mistake changes c at all.
func (m *mistake) applies(c *candidate) bool {
	changed := *c
	return !m.apply(c, &changed, alone, trying(func() bool { return false }))
}

// trying is a function as a trier.
type trying func() bool

func (t trying) try() bool { return t() }

func (t trying) tryTexts(from, to *candidate, place int, sweep sweep) bool {
	return trySwept(from, to, place, sweep, t)
}

// run goes through the stages of a depth. It returns whether all were gone through, and stops after the round in which
// a cause was found.
func (s *search) run(depth int) bool {
	for i, tasks := range s.plan(depth) {
		s.stage = &s.report[i]
		before := s.tried
		for _, t := range tasks {
			t.run(s)
			if s.stage.Tried = s.tried - before; s.stopped || s.best != nil {
				return false
			}
		}
		s.stage.Done = true
	}
	return true
}

// isMyTurn says whether it is this search's turn, and not that of another shard.
func (s *search) isMyTurn() bool {
	s.counter++
	return s.shards == 1 || s.counter%s.shards == s.shard
}

// seen counts a combination, and tells of it now and then.
func (s *search) seen() {
	s.done++
	if s.stage.Seen++; s.done&0xfff == 0 {
		s.tells()
	}
}

// tells tells how far it is, and asks whether to go on.
func (s *search) tells() {
	if s.tell != nil {
		s.stopped = !s.tell(s.done, max(s.done, s.total), slices.Clone(s.report))
	}
}

// try takes c into the batch, if its MAC could be the one that was sent.
func (s *search) try(c *candidate) {
	s.seen()
	if !s.sent.possible(&c.indices) || s.width == alone && !s.isMyTurn() {
		return
	}
	if s.batch.full() {
		s.flush()
	}
	if s.batch.add(c, waitingFor(s.frames[:s.depth])) {
		s.tried++
	} else if digest, ok := s.batch.now(c); ok {
		s.tried++
		s.check(c, s.frames[:s.depth], digest)
	}
}

// check looks whether a digest is what was sent, of a candidate that the batch did not take.
func (s *search) check(c *candidate, frames []frame, digest []byte) {
	if s.sent.is(&c.indices, digest) {
		w := waitingFor(frames)
		s.hit(c, w.chosen())
	}
}

// checkWaiting looks whether a digest is what was sent.
func (s *search) checkWaiting(w *waiting, digest []byte) {
	if c := s.batch.candidate(w); s.sent.is(&c.indices, digest) {
		s.hit(&c, w.chosen())
	}
}

// flush hashes what waits in the batch, and looks for what was sent.
func (s *search) flush() {
	s.batch.sum(s.wanted, s.checkWaiting)
}

// hit is a combination whose MAC is the one that was sent.
type hit struct {
	mistakes []Mistake
	rank     int // the smaller the likelier
	made     calculation
}

// found keeps the likeliest of the combinations of a round. They all make the
// same string: another one with the same MAC would be a collision of the hash.
func (s *search) found(made *candidate, chosen []int16) {
	if len(chosen) == 0 { // it was arranged, and not made by mistakes of the table
		s.best = &hit{rank: unlikely, made: made.calculation(), mistakes: s.described(made)}
		return
	}
	rank := 0
	for _, index := range chosen {
		rank += mistakes[index].likely
	}
	if s.best != nil && s.best.rank <= rank {
		return
	}
	s.best = &hit{rank: rank, made: made.calculation(), mistakes: s.withDetails(made, chosen)}
}

// withDetail returns the mistakes that made a candidate, with their details: it makes them again, up to that one.
func (s *search) withDetails(made *candidate, chosen []int16) (list []Mistake) {
	var step func(c *candidate, indices []int16) bool
	step = func(c *candidate, indices []int16) bool {
		if len(indices) == 0 {
			return c.same(made)
		}
		m := &mistakes[indices[0]]
		changed := *c
		return !m.apply(c, &changed, s.width, trying(func() bool {
			if !step(&changed, indices[1:]) {
				return true
			}
			list = append(list, m.withDetail(c, &changed))
			return false
		}))
	}
	texts := s.base.texts
	before := [...]int{swept: len(texts.list[swept]), passing: len(texts.list[passing])}
	step(&s.base, chosen)
	texts.forget(swept, before[swept])
	texts.forget(passing, before[passing])
	slices.Reverse(list)
	return list
}

// withDetail returns the mistake with the detail of what it changed.
func (m *mistake) withDetail(before, after *candidate) Mistake {
	told := m.Mistake
	switch {
	case m.detail != nil:
		told = m.detailed(m.detail(before, after)...)
	case len(m.Fields) == 1:
		told = m.detailed(madeWith(m.Fields[0], before, after)...)
	}
	told.Found = m.found(before, after)
	return told
}
