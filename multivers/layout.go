package multivers

import "strings"

// lineEnds counts the line ends of a text.
type lineEnds struct{ crlf, lf int }

func countLineEnds(text string) lineEnds {
	crlf := strings.Count(text, "\r\n")
	return lineEnds{crlf, strings.Count(text, "\n") - crlf}
}

func (l lineEnds) mixed() bool { return l.crlf > 0 && l.lf > 0 }

// usual returns the line end that most lines have.
func (l lineEnds) usual() string {
	if l.crlf > l.lf {
		return "\r\n"
	}
	return "\n"
}

// indentation returns the white space before at, if nothing else stands before it in its line.
func (d *document) indentation(at int) (indent string, alone bool) {
	start := at
	for start > 0 {
		switch d.text[start-1] {
		case ' ', '\t':
			start--
			continue
		case '\n', '\r':
			return d.text[start:at], true
		}
		return "", false
	}
	return d.text[start:at], true
}

// inside returns the indentation of what stands in an element: that of its last child, or one step more than its own.
func (d *document) inside(e *element) string {
	if e.lastChild != none {
		if indent, alone := d.indentation(e.lastChild); alone {
			return indent
		}
	}
	own, _ := d.indentation(e.start)
	return own + d.step()
}

// step returns one step of indentation: that of the first element in the root, or two spaces.
func (d *document) step() string {
	root := d.elements[0]
	if root.firstChild != none {
		if indent, alone := d.indentation(root.firstChild); alone && indent != "" && len(indent) <= 8 {
			return indent
		}
	}
	return "  "
}

// whole widens an element to its lines, if nothing else stands in them but space.
func (d *document) whole(e *element) (start, end int) {
	start, end = e.start, e.end
	for start > 0 && d.blank(start-1) {
		start--
	}
	for end < len(d.text) && d.blank(end) {
		end++
	}
	if (start == 0 || d.text[start-1] == '\n') && strings.HasPrefix(d.text[end:], "\r\n") {
		return start, end + 2
	}
	if (start == 0 || d.text[start-1] == '\n') && strings.HasPrefix(d.text[end:], "\n") {
		return start, end + 1
	}
	return e.start, e.end
}

func (d *document) blank(at int) bool { return d.text[at] == ' ' || d.text[at] == '\t' }
