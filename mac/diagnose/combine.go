package diagnose

// rest is what is still to be made of a combination.
type rest struct {
	sweeps      []int // first of all
	from, plain int   // then so many of the chosen, from one on,
	apart       bool  // one of them at least that takes its turn behind late, unless it is among what was made
	late        int   // and last this sweep; none if it is negative
}

func (r *rest) length() int {
	if r.late >= 0 {
		return len(r.sweeps) + r.plain + 1
	}
	return len(r.sweeps) + r.plain
}

// combine makes the rest of a combination of c.
func (s *search) combine(c *candidate, r rest) {
	if r.length() == 1 && s.width > alone {
		if !s.isMyTurn() {
			return
		}
		s.batch.setBase(c)
	} else if s.width == alone {
		s.batch.setBase(c)
	}
	switch {
	case len(r.sweeps) > 0:
		s.make(c, r.sweeps[0], rest{r.sweeps[1:], 0, r.plain, r.apart, r.late})
		return
	case r.plain == 0:
		s.make(c, r.late, rest{late: none})
		return
	}
	for i := r.from; i < len(s.chosen) && !s.stopped; i++ {
		commutes := s.commuting[s.chosen[i]]
		if r.apart && commutes && r.plain == 1 {
			continue
		}
		s.make(c, s.chosen[i], rest{nil, i + 1, r.plain - 1, r.apart && commutes, r.late})
	}
}

// frame is one mistake of a combination, and what is to be made after it.
type frame struct {
	search  *search
	index   int // of the mistake
	changed candidate
	rest    rest
	texts   int // that there were of sweeps
}

// manyTexts is how many that pass may wait to be forgotten.
const manyTexts = 1 << 12

// make makes one mistake of c in all its ways, then the rest of the combination.
func (s *search) make(c *candidate, index int, r rest) {
	f := &s.frames[s.depth]
	f.index, f.rest, f.texts = index, r, len(s.base.texts.list[swept])
	s.depth++
	mistakes[index].apply(c, &f.changed, s.width, f)
	s.depth--
}

func (f *frame) try() bool {
	s := f.search
	if f.isLast() {
		s.try(&f.changed)
	} else {
		before := len(s.base.texts.list[passing])
		s.combine(&f.changed, f.rest)
		if len(s.base.texts.list[passing])-before > manyTexts {
			s.flush()
			s.base.texts.forget(passing, before)
		}
	}
	return f.goesOn()
}

// isLast says whether a mistake is the last of a combination.
func (f *frame) isLast() bool { return f.rest.length() == 0 }

// goesOn says whether the next candidate is to be made of a mistake.
func (f *frame) goesOn() bool {
	s := f.search
	if len(s.base.texts.list[swept])-f.texts > manyTexts {
		f.forget()
	}
	return !s.stopped && (s.best == nil || mistakes[f.index].size == nil) // one value of a sweep is the cause
}

// forget forgets the texts of a long sweep that were tried, where nothing remembers them.
func (f *frame) forget() {
	s := f.search
	if s.depth == 1 && len(f.rest.sweeps) == 0 && (s.width == alone || mistakes[f.index].makes != nil) {
		s.flush()
		s.base.texts.forget(passing, 0)
		s.base.texts.forget(swept, f.texts)
	}
}
