package mac

// width is how much of a sweep takes part: with how many other mistakes.
type width int

const (
	alone width = iota
	withOne
	withTwo
)

// sweep tries many texts in place of one, until try returns false. It returns
// false if it was stopped.
type sweep func(text string, w width, try func(string) bool) bool

// made makes a mistake: it writes each way of making it, from what stands in
// from, into to and calls try, until that returns false. A way that changes
// nothing is left out. It returns false if it was stopped.
func (m *mistake) made(from, to *calculation, w width, try func() bool) bool {
	for i := range m.ways {
		*to = *from
		m.ways[i].change(to, m.Fields)
		if *to != *from && !try() {
			return false
		}
	}
	for _, separator := range m.separators {
		if !separated(from, to, separator, try) {
			return false
		}
	}
	if m.ways != nil || m.separators != nil {
		return true
	}
	return m.madeOfText(from, to, w, try)
}

// separated joins the message otherwise, then the keys of the HMAC, too.
func separated(from, to *calculation, separator string, try func() bool) bool {
	if *to = *from; separator != to.message.separator {
		to.message.separator = separator
		if !try() {
			return false
		}
	}
	if to.hash.keyed && separator != to.key.separator {
		to.key.separator = separator
		return try()
	}
	return true
}

// madeOfText makes a mistake of the text of its first field, wherever it stands.
func (m *mistake) madeOfText(from, to *calculation, w width, try func() bool) bool {
	f := m.Fields[0]
	text, ok := from.text(f)
	if !ok || m.notLast && from.endsWith(f) {
		return true
	}
	*to = *from
	places := to.places(f)
	return m.reword(text, w, func(other string) bool {
		if other == text {
			return true
		}
		for _, place := range places {
			*place = other
		}
		return try()
	})
}

// endsWith says whether a field is the last of the string, and not in the key
// of an HMAC: what changes it there is a mistake of joining.
func (c *calculation) endsWith(f Field) bool {
	return !c.hash.keyed && c.message.index(f) == c.message.n-1
}

// reword tries all that a text becomes.
func (m *mistake) reword(text string, w width, try func(string) bool) bool {
	if m.sweep != nil {
		return m.sweep(text, w, try)
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
