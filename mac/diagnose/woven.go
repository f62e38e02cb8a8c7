package diagnose

import "netvisormac/mac"

// woven is a mistake that does not commute with a sweep, and yet is made within it: of each text of the sweep, or else before
// its texts, of what the sweep had changed besides.
type woven struct {
	*frame
	mistake *mistake
	inText  bool
}

// weave makes a mistake and a sweep together, where it can be made within that; false if it is not.
func (s *search) weave(index, sweep int) bool {
	m, place := &mistakes[index], mistakes[sweep].place
	inText := m.place == place && m.isOfText()
	if !inText && !s.commutes(m, []mac.Field{fields[place].Field}) {
		return false
	}
	if s.width > alone && !s.isMyTurn() {
		return true
	}
	s.frames[0].index, s.frames[1].index = index, sweep // the last says when to stop
	s.frames[1].rest, s.frames[1].texts = rest{late: none}, len(s.base.texts.list[swept])
	s.depth = 2
	s.batch.setBase(&s.base)
	mistakes[sweep].apply(&s.base, &s.frames[1].changed, s.width, woven{&s.frames[1], m, inText})
	s.depth = 0
	return true
}

// isOfText says whether a mistake changes no more than the text of its field.
func (m *mistake) isOfText() bool {
	return m.changes == nil && m.separators == nil && m.sweep == nil && m.makes == nil && !m.notLast
}

func (w woven) tryTexts(from, to *candidate, place int, sweep sweep) bool {
	if w.inText {
		return w.frame.tryTexts(from, to, place, w.mistake.behind(sweep))
	}
	changed := &w.search.frames[0].changed
	return w.mistake.apply(from, changed, w.search.width, trying(func() bool { return w.frame.tryTexts(changed, to, place, sweep) }))
}

// behind is a sweep of what the mistake makes of each text of another.
func (m *mistake) behind(other sweep) sweep {
	return func(text string, w width, t textTrier) bool {
		return other(text, w, eachText(func(swept []byte) bool {
			before := string(swept)
			return before == text || m.reword(before, w, func(after string) bool { return after == before || !t.next() || t.try([]byte(after)) })
		}))
	}
}
