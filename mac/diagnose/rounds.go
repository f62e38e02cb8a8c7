package diagnose

import (
	"slices"

	"netvisormac/mac"
)

// round is some sweeps, and a number of plain mistakes.
type round struct {
	sweeps []int
	width  width // of the sweeps
	plain  int
	among  []int // the plain mistakes
}

// rounds returns the rounds of n mistakes together: those with fewer sweeps
// first, and of as many the likelier ones.
func (s *search) rounds(n int) []round {
	list := []round{{plain: n, width: width(n - 1), among: s.plain}}
	for i := 0; i < len(list); i++ {
		r := list[i]
		for _, index := range s.sweeps {
			if r.plain > 0 && (len(r.sweeps) == 0 || index > r.sweeps[len(r.sweeps)-1]) {
				list = append(list, round{append(slices.Clip(r.sweeps), index), r.width, r.plain - 1, s.plain})
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

// run makes all combinations of a round. The texts of a sweep that are used once are forgotten after it.
func (r round) run(s *search) {
	s.width, s.chosen = r.width, r.among
	before := len(s.base.texts.list[swept])
	all := rest{sweeps: r.sweeps, plain: r.plain, late: none}
	if len(r.sweeps) > 0 && r.plain > 0 && s.canBeLate(r.sweeps) {
		all.apart = true
		r.runLate(s)
	}
	s.combine(&s.base, all)
	clear(s.commuting)
	s.flush()
	s.base.texts.forget(passing, 0)
	if s.width == alone || slices.ContainsFunc(r.sweeps, func(index int) bool { return mistakes[index].makes != nil }) {
		s.base.texts.forget(swept, before)
	}
}

// runLate makes the last sweep behind the other mistakes, where that is the same: then one candidate is the base of all that
// it tries. Those with which it is not are left to be chosen from.
func (r round) runLate(s *search) {
	last := r.sweeps[len(r.sweeps)-1]
	s.chosen = nil
	for _, index := range r.among {
		if s.commuting[index] = s.commutes(&mistakes[index], mistakes[last].Fields); s.commuting[index] {
			s.chosen = append(s.chosen, index)
		}
	}
	s.combine(&s.base, rest{sweeps: r.sweeps[:len(r.sweeps)-1], plain: r.plain, late: last})
	s.chosen = r.among
	if len(r.sweeps)+r.plain == 2 && (s.width == alone || mistakes[last].makes != nil) {
		s.chosen = slices.DeleteFunc(slices.Clone(r.among), func(index int) bool { return !s.commuting[index] && s.weave(index, last) })
	}
}

// none is no sweep.
const none = -1

// canBeLate says whether the last of some sweeps may be made behind others: it writes ASCII for ASCII, so that what looks at
// the bytes of its texts sees the same of each, and no other sweep is of its fields.
func (s *search) canBeLate(sweeps []int) bool {
	last := &mistakes[sweeps[len(sweeps)-1]]
	for _, f := range last.Fields {
		if n, ok := s.base.number(f); ok && !s.base.texts.info(n).ascii {
			return false
		}
	}
	return !slices.ContainsFunc(sweeps[:len(sweeps)-1], func(index int) bool { return haveCommon(mistakes[index].Fields, last.Fields) })
}

func haveCommon(one, other []mac.Field) bool {
	return slices.ContainsFunc(one, func(f mac.Field) bool { return slices.Contains(other, f) })
}

// commutes says whether a mistake may as well be made before a sweep of some fields: neither changes or looks at what the
// other does.
func (s *search) commutes(m *mistake, swept []mac.Field) bool {
	if haveCommon(m.Fields, swept) || haveCommon(m.reads, swept) || slices.ContainsFunc(m.changes, func(ch change) bool { return ch.all != nil }) {
		return false
	}
	changed := &s.frames[0].changed
	return m.apply(&s.base, changed, alone, trying(func() bool { return s.isAsInBase(changed, swept) }))
}

// isAsInBase says whether the texts of some fields are those of the base.
func (s *search) isAsInBase(c *candidate, list []mac.Field) bool {
	for _, f := range list {
		n, ok := c.number(f)
		if own, signed := s.base.number(f); n != own || ok != signed {
			return false
		}
	}
	return true
}

// upTo are the plain mistakes that are so likely.
func (s *search) upTo(likely int) (list []int) {
	for _, index := range s.plain {
		if mistakes[index].likely <= likely {
			list = append(list, index)
		}
	}
	return list
}

// again is the round of the mistakes of these ids together, with the sweeps among them as with others; one that has a stage
// of its own is a round by itself.
func (s *search) again(ids []string) (r round, ok bool) {
	r.width = withOne
	for i := range mistakes {
		switch m := &mistakes[i]; {
		case !slices.Contains(ids, m.ID):
		case m.stage != "":
			r.sweeps, r.width = append(r.sweeps, i), alone
		case slices.Contains(s.sweeps, i):
			r.sweeps = append(r.sweeps, i)
		default:
			r.among = append(r.among, i)
		}
	}
	r.plain = len(r.among)
	all := len(r.sweeps) + r.plain
	return r, all > 0 && all == len(ids) && all <= maxMistakes && (r.width != alone || all == 1)
}

// count returns about how many combinations a round has.
func (r round) count(s *search) int {
	product := 1
	for _, index := range r.sweeps {
		product *= mistakes[index].size(r.width)
	}
	return product * s.countPlain(r.among, r.plain) / s.shards
}

// countPlain is the number of ways to make n of some plain mistakes, in the order of the table.
func (s *search) countPlain(among []int, n int) int {
	sums := [maxMistakes + 1]int{0: 1}
	for _, index := range among {
		ways := 0
		mistakes[index].apply(&s.base, &s.frames[0].changed, alone, trying(func() bool { ways++; return true }))
		for k := n; k > 0; k-- {
			sums[k] += sums[k-1] * ways
		}
	}
	return sums[n]
}
