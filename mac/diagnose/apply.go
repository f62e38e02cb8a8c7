package diagnose

// width is how much of a sweep takes part: with how many other mistakes.
type width int

const (
	alone width = iota
	withOne
	withTwo
	withThree
	widths
)

// sweep tries many texts in place of one, until try returns false. It returns
// false if it was stopped.
type sweep func(text string, w width, t textTrier) bool

// textTrier is told of each text of a sweep.
type textTrier interface {
	next() bool           // says whether the next text is to be tried; if not, it need not be written
	try(text []byte) bool // says whether to go on; the bytes are the sweep's, and others with the next text
}

// eachText tries all texts.
type eachText func([]byte) bool

func (e eachText) next() bool           { return true }
func (e eachText) try(text []byte) bool { return e(text) }

// makes writes each of many candidates, made from from, into to and tries it, until t returns false. It returns false if it
// was stopped.
type makes func(from, to *candidate, w width, t trier) bool

// trier is told of each candidate that a mistake makes, and says whether to go on.
type trier interface {
	try() bool
	tryTexts(from, to *candidate, place int, sweep sweep) bool
}

// apply makes a mistake: it writes each way of making it, from what stands in
// from, into to and tries it, until that returns false. A way that changes
// nothing is left out. It returns false if it was stopped.
func (m *mistake) apply(from, to *candidate, w width, t trier) bool {
	for i := range m.changes {
		to.indices = from.indices
		m.changes[i].apply(to, m.Fields)
		if to.indices != from.indices && !t.try() {
			return false
		}
	}
	for _, separator := range m.separators {
		if !applySeparator(from, to, from.texts.of(separator), t) {
			return false
		}
	}
	if m.makes != nil {
		return m.makes(from, to, w, t)
	}
	if m.changes != nil || m.separators != nil {
		return true
	}
	return m.applyText(from, to, w, t)
}

// applySeparator joins the message otherwise, then the keys of the HMAC, too.
func applySeparator(from, to *candidate, separator number, t trier) bool {
	if to.indices = from.indices; separator != to.message.separator {
		to.message.separator = separator
		if !t.try() {
			return false
		}
	}
	if to.hashedBy().Keyed && separator != to.key.separator {
		to.key.separator = separator
		return t.try()
	}
	return true
}

// applyText makes a mistake of the text of its first field, wherever it stands.
func (m *mistake) applyText(from, to *candidate, w width, t trier) bool {
	n, ok := from.numberOf(m.place)
	if !ok || m.notLast && from.endsWith(m.place) {
		return true
	}
	if m.sweep != nil && w == alone {
		return t.tryTexts(from, to, m.place, m.sweep)
	}
	to.indices = from.indices
	last, before := lastFrame(t, from, m.place), len(from.texts.made)
	for _, other := range m.reworded(from.texts, n, w) {
		if last != nil {
			last.search.last.try(other)
			if !last.goesOn() {
				return false
			}
			continue
		}
		if to.setOf(m.place, other); !t.try() {
			return false
		}
	}
	from.texts.made = from.texts.made[:before]
	return true
}

// lastFrame is the frame that tries texts of a field, if it is the last of a combination and from its base: then each is put
// into the batch at once. Else it is nil.
func lastFrame(t trier, from *candidate, place int) *frame {
	if last, is := t.(*frame); is && last.isLast() && last.search.reword(from, place) {
		return last
	}
	return nil
}

// tryTexts tries from with all texts that a sweep makes of one of its fields.
func (f *frame) tryTexts(from, to *candidate, place int, sweep sweep) bool {
	if g := &f.search.batch; f.isLast() && g.source != from {
		before := g.source
		g.setBase(from)
		defer g.setBase(before)
	}
	if lastFrame(f, from, place) == nil {
		return trySwept(from, to, place, sweep, f)
	}
	n, _ := from.numberOf(place)
	text := from.texts.text(n)
	return sweep(text, alone, &sweptTexts{&f.search.last, f, text, f.search.last.plain && from.texts.info(n).ascii})
}

// sweptTexts are put into the batch, each at once.
type sweptTexts struct {
	*reworded
	frame *frame
	own   string // of the candidate, which is no other
	plain bool   // their bytes are those of the message
}

func (t *sweptTexts) next() bool { return t.isNext() }

func (t *sweptTexts) try(text []byte) bool {
	switch {
	case string(text) == t.own:
	case t.plain:
		t.putSwept(text)
	default:
		t.put(t.from.texts.add(swept, string(text)))
	}
	return t.frame.goesOn()
}

// trySwept tries from with all texts of a sweep, as candidates.
func trySwept(from, to *candidate, place int, sweep sweep, t trier) bool {
	n, _ := from.numberOf(place)
	text := from.texts.text(n)
	to.indices = from.indices
	return sweep(text, alone, eachText(func(other []byte) bool {
		if string(other) == text {
			return true
		}
		to.setOf(place, from.texts.add(swept, string(other)))
		return t.try()
	}))
}

// endsWith says whether a field is the last of the string, and not in the key
// of an HMAC: what changes it there is a mistake of joining.
func (c *candidate) endsWith(place int) bool {
	return !c.hashedBy().Keyed && c.message.indexOf(place) == int(c.message.n)-1
}

// reworded returns all that a text becomes, without itself.
func (m *mistake) reworded(t *texts, n number, w width) []number {
	edit := m.index * int(widths)
	if m.sweep != nil {
		edit += int(w)
	}
	if list, asked := t.known(edit, n); asked {
		return list
	}
	before, text := len(t.made), t.text(n)
	m.reword(text, w, func(other string) bool {
		switch {
		case other == text:
		case m.sweep != nil && n.kind() == staying:
			t.made = append(t.made, t.add(swept, other))
		default:
			t.made = append(t.made, t.like(n, other))
		}
		return true
	})
	list := t.made[before:len(t.made):len(t.made)]
	if n.kind() == staying {
		list = t.remember(edit, n, list)
		t.made = t.made[:before]
	}
	return list
}

// reword tries all that a text becomes.
func (m *mistake) reword(text string, w width, try func(string) bool) bool {
	if m.sweep != nil {
		return m.sweep(text, w, eachText(func(other []byte) bool { return try(string(other)) }))
	}
	var others []string
	if m.texts != nil {
		others = m.texts(text)
	}
	for _, edit := range m.edits {
		others = append(others, edit(text))
	}
	for _, change := range m.pieces {
		a := parseAddress(text)
		change(&a)
		others = append(others, a.String())
	}
	for _, other := range others {
		if !try(other) {
			return false
		}
	}
	return true
}
