package multivers

import (
	"slices"
	"strings"
)

// startTag reads a start tag or an empty element.
func (s *scanner) startTag() bool {
	s.closeAdds()
	start := s.pos
	s.pos++
	nameStart := s.pos
	if s.root != "" && len(s.open) == 0 {
		return s.fail(start, "xml.second-element")
	}
	name, ok := s.qualifiedName("xml.element-name")
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
		return s.expected("xml.after-slash")
	}
	s.pos++
	opened := s.enter(name, nameStart, nameEnd, start)
	opened.bound, opened.tagEnd = s.bindings.mark(), s.pos
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
	if plain := is == elsewhere || is == keyAdd || is == moduleAdd; plain && !(right == "add" && ours(s.list)) && strangeAmong(is, s.list) == nil {
		return openElement{name: name, right: right, section: is, around: around}
	}
	e := &element{name: right, section: is, parent: around, attributes: slices.Clone(s.list), start: start, tagEnd: s.pos,
		firstChild: none, lastChild: none}
	if around != nil {
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
			if len(a.name) == len(name) && a.name != name && strings.EqualFold(a.name, name) {
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
	if !s.has("</add") {
		s.closeAdds()
	}
	start := s.pos
	if len(s.open) == 0 {
		return s.fail(start, "xml.no-start-tag")
	}
	top := s.open[len(s.open)-1]
	s.pos += 2
	nameStart := s.pos
	name, ok := s.qualifiedName("xml.element-name")
	if !ok {
		return false
	}
	nameEnd := s.pos
	if s.space(); !s.has(">") {
		return s.expected("xml.end-tag-end")
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
		return s.failInside(start, "xml.other-end")
	}
	s.open = s.open[:len(s.open)-1]
	s.leave(&top, start, false)
	return true
}
