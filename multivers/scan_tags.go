package multivers

import (
	"strings"
	"unicode/utf8"
)

// startTag reads a start tag or an empty element.
func (s *scanner) startTag() bool {
	start := s.pos
	s.pos++
	nameStart := s.pos
	if s.root != "" && len(s.open) == 0 {
		return s.fail(start, "something follows the end of the first element; a file has one")
	}
	name, ok := s.qualifiedName("the name of an element")
	if !ok {
		return false
	}
	nameEnd := s.pos
	if !s.attributes() {
		return false
	}
	empty := s.has("/")
	if empty {
		s.pos++
	}
	if !s.has(">") {
		return s.expected("> after /")
	}
	s.pos++
	opened := s.enter(name, nameStart, nameEnd, start)
	opened.bound = s.bindings.mark()
	if !s.namespaces(name, nameStart) {
		return false
	}
	if empty {
		s.leave(&opened, s.pos, true)
		return true
	}
	s.open = append(s.open, opened)
	return true
}

// enter makes what is open of the tag that ends here.
func (s *scanner) enter(name string, nameStart, nameEnd, start int) openElement {
	around, in := (*element)(nil), outside
	if n := len(s.open); n > 0 {
		top := s.open[n-1]
		if in, around = top.section, top.around; top.element != nil {
			around = top.element
			around.lastChild = start
			if around.firstChild == none {
				around.firstChild = start
			}
		}
	}
	is, right := sectionOf(in, name)
	if right != name {
		s.tidy(nameStart, nameEnd, right, "element-case")
	}
	if s.root == "" {
		s.root = name
	}
	s.rightCapitals(attributeNames[is])
	e := &element{name: right, section: is, parent: around, attributes: s.list, start: start, tagEnd: s.pos,
		firstChild: none, lastChild: none}
	if is == elsewhere && !(right == "add" && ours(e)) {
		return openElement{name: name, right: right, around: around}
	}
	if e.attributes = append([]attribute(nil), s.list...); around != nil {
		if e.location = around.location; around.section == location {
			e.location = around
		}
	}
	if is == encrypted || e.attribute("configProtectionProvider") != nil {
		e.sealed = true
		if is == encrypted {
			around.sealed = true
		}
	}
	s.elements = append(s.elements, e)
	return openElement{name: name, right: right, section: is, element: e, around: around}
}

// rightCapitals mends the capitals of attributes that are known by these names.
func (s *scanner) rightCapitals(names []string) {
	for i := range s.list {
		a := &s.list[i]
		for _, name := range names {
			if a.name != name && strings.EqualFold(a.name, name) {
				s.tidy(a.start, a.nameEnd, name, "attribute-case")
				a.name = name
			}
		}
	}
}

// leave closes an element whose end tag begins at endTag and ends here.
func (s *scanner) leave(o *openElement, endTag int, empty bool) {
	s.bindings.reset(o.bound)
	if o.element != nil {
		o.element.endTag, o.element.end, o.element.empty = endTag, s.pos, empty
	}
}

// endTag reads an end tag. One that differs from its start tag in capitals only is mended.
func (s *scanner) endTag() bool {
	start := s.pos
	if len(s.open) == 0 {
		return s.fail(start, "an end tag without its start tag")
	}
	top := s.open[len(s.open)-1]
	s.pos += 2
	nameStart := s.pos
	name, ok := s.qualifiedName("the name of an element")
	if !ok {
		return false
	}
	nameEnd := s.pos
	if s.space(); !s.has(">") {
		return s.expected("> at the end of an end tag")
	}
	s.pos++
	switch {
	case name == top.name && name != top.right:
		s.tidy(nameStart, nameEnd, top.right, "")
	case name != top.name && name == top.right:
		s.broken = true // mended in the start tag
	case name != top.name && strings.EqualFold(name, top.name):
		s.mend(nameStart, nameEnd, top.right, "element-case")
	case name != top.name:
		return s.fail(start, "an end tag of another element; it is inside "+s.inner())
	}
	s.open = s.open[:len(s.open)-1]
	s.leave(&top, start, false)
	return true
}

// attributes reads attributes into the list, up to > or / or ?.
func (s *scanner) attributes() bool {
	s.list = s.list[:0]
	for {
		spaced := s.space()
		if s.pos >= len(s.text) {
			return s.expected("the end of the tag")
		}
		if c := s.text[s.pos]; c == '>' || c == '/' || c == '?' {
			return s.distinct()
		}
		if !spaced {
			s.mend(s.pos, s.pos, " ", "attributes-not-separated")
		}
		a := attribute{start: s.pos}
		var ok bool
		if a.name, ok = s.qualifiedName("the name of an attribute"); !ok {
			return false
		}
		a.nameEnd = s.pos
		if s.space(); !s.has("=") {
			return s.expected("= after the name of an attribute")
		}
		s.pos++
		if s.space(); !s.value(&a) {
			return false
		}
		s.list = append(s.list, a)
	}
}

// distinct checks that no attribute of the list is there twice.
func (s *scanner) distinct() bool {
	if len(s.list) < 2 {
		return true
	}
	if len(s.list) > 8 {
		seen := make(map[string]bool, len(s.list))
		for _, a := range s.list {
			if seen[a.name] {
				return s.fail(a.start, twice)
			}
			seen[a.name] = true
		}
		return true
	}
	for i, a := range s.list {
		for _, b := range s.list[:i] {
			if a.name == b.name {
				return s.fail(a.start, twice)
			}
		}
	}
	return true
}

const twice = "an attribute that the tag has already"

// value reads an attribute's value with its quotation marks. The reading of XML comes first; where
// it fails, a typographic mark counts as the straight one that it stands for.
func (s *scanner) value(a *attribute) bool {
	open, size := s.rune()
	quote := quoteOf(open)
	if quote == 0 {
		return s.expected("a quotation mark before the value")
	}
	opened := s.pos
	a.valueStart = opened + size
	straight := open == quote
	closed, closeSize := s.closing(a.valueStart, quote, straight)
	if closed < 0 {
		s.pos = opened
		return s.fail(opened, "the value that begins here has no closing quotation mark before the next <")
	}
	if !straight {
		s.mend(opened, a.valueStart, string(quote), "typographic-quotes")
	}
	if s.text[closed:closed+closeSize] != string(quote) {
		s.mend(closed, closed+closeSize, string(quote), "typographic-quotes")
	}
	a.valueEnd, a.end = closed, closed+closeSize
	a.raw = s.text[a.valueStart:closed]
	if !s.references(a.valueStart, closed) {
		return false
	}
	s.pos = a.end
	return true
}

// closing finds the mark that closes a value: at which offset, or none, and how long it is.
func (s *scanner) closing(from int, quote rune, straight bool) (at, size int) {
	candidate, candidateSize := none, 0
	for i := from; i < len(s.text) && s.text[i] != '<'; {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if quoteOf(r) == quote {
			ends := s.endsValue(i + size)
			switch {
			case !straight, r == quote && (ends || candidate == none):
				return i, size
			case r == quote:
				return candidate, candidateSize
			case ends && candidate == none:
				candidate, candidateSize = i, size
			}
		}
		i += size
	}
	return candidate, candidateSize
}

// endsValue tells whether what stands here may follow a value.
func (s *scanner) endsValue(at int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return at < len(s.text) && (r < 0x80 && isSpace(byte(r)) || r == '>' || r == '/' || r == '?' || isWideSpace(r) || isInvisible(r))
}

// references checks the characters and references of a value, and goes to its end.
func (s *scanner) references(start, end int) bool {
	for s.pos = start; ; {
		next := strings.IndexByte(s.text[s.pos:end], '&')
		if next < 0 {
			return s.valid(s.pos, end)
		}
		if !s.valid(s.pos, s.pos+next) {
			return false
		}
		if s.pos += next; !s.reference() {
			return false
		}
	}
}
