package multivers

import "strings"

// slipped reads a file again that is not well-formed, with the slips mended that typing the two lines by hand
// brings. Where it cannot be read so either, what the first reading found stands.
func (d *document) slipped() *document {
	if again := readWith(d.source, true); again.fatal == nil {
		return again
	}
	return d
}

// closeAdds closes each add of appSettings or modules that is open when another tag begins: it has no content, so its slash is missing.
func (s *scanner) closeAdds() {
	for n := len(s.open); s.slips && n > 0; n = len(s.open) {
		top := s.open[n-1]
		if top.section != keyAdd && top.section != moduleAdd {
			return
		}
		s.mend(top.tagEnd-1, top.tagEnd-1, "/", "slash-missing")
		s.open = s.open[:n-1]
		end := s.pos
		s.pos = top.tagEnd
		s.leave(&top, s.pos, true)
		s.pos = end
	}
}

// unquoted reads a value that stands without quotation marks: up to a space, or to the end of the tag. One space after
// a comma belongs to it, as in a module's type.
func (s *scanner) unquoted(a *attribute) bool {
	start := s.pos
	for ; s.pos < len(s.text); s.pos++ {
		c, after := s.text[s.pos], s.text[s.pos+1:]
		if c == '>' || c == '/' && strings.HasPrefix(after, ">") || isSpace(c) && (s.pos == start || s.text[s.pos-1] != ',') {
			break
		}
		if strings.IndexByte("<&=\"'", c) >= 0 || c >= 0x80 {
			return false
		}
	}
	if s.pos == start {
		return false
	}
	s.mend(start, start, `"`, "quotes-missing")
	s.mend(s.pos, s.pos, `"`, "quotes-missing")
	a.valueStart, a.valueEnd, a.end = start, s.pos, s.pos
	a.raw = s.text[start:s.pos]
	return true
}

// readEscaped finds lines of the guide that stand as text, with &lt; for <, in the text of sections: they count as lines that stand
// in the wrong place, and the text of a section that holds nothing else as none.
func (d *document) readEscaped() {
	kept := d.texts[:0]
	for _, at := range d.texts {
		end := len(d.text)
		if next := strings.IndexByte(d.text[at:], '<'); next >= 0 {
			end = at + next
		}
		if !d.escapedLines(at, end) {
			kept = append(kept, at)
		}
	}
	d.texts = kept
}

// escapedLines reads the lines in a part of the text, and tells whether it holds nothing else.
func (d *document) escapedLines(at, end int) bool {
	for lines := 0; ; lines++ {
		at += len(d.text[at:end]) - len(strings.TrimLeft(d.text[at:end], " \t\r\n"))
		if at == end {
			return lines > 0
		}
		length := strings.Index(d.text[at:end], "&gt;")
		if length < 0 || !strings.HasPrefix(d.text[at:], "&lt;add") {
			return false
		}
		length += len("&gt;")
		line := readWith(source{text: "<a>" + straight(unescape(d.text[at:at+length])) + "</a>"}, true)
		if line.fatal != nil || len(line.elements) != 1 {
			return false
		}
		e := *line.elements[0]
		e.start, e.tagEnd, e.endTag, e.end, e.escaped = at, at+length, at+length, at+length, true
		e.parent, e.location = nil, nil
		d.elements = append(d.elements, &e)
		at += length
	}
}

// straight writes typographic quotation marks as straight ones.
func straight(text string) string {
	return strings.Map(func(r rune) rune {
		if quote := quoteOf(r); quote != 0 {
			return quote
		}
		return r
	}, text)
}
