package multivers

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"netvisormac/internal/said"
)

// document is what one reading of a web.config gives: whether it is well-formed, the elements that
// matter, and what would mend it. All offsets are in the source's text.
//
// The reading is the strict one of XML with namespaces. Where only a typographic quotation mark, a
// wide space or the like stands in the way, it goes on as if that were mended, so that one reading
// serves to judge, to report everything at once and to mend.
type document struct {
	source
	elements []*element
	mends    edits // small ones, that the reading already took as made
	broken   bool  // some mend is of the XML: as it stands, the file is not well-formed
	fatal    *fatal
	root     string
	lines    lineEnds
	texts    []int // text in sections that hold none
	// processing instructions where .NET and IIS refuse them
	instructions []int
	comments     []note // comments that hold one of the two lines
	xdt          int    // offset of the first attribute of a transform, or none
}

// none is the offset of what has no place.
const none = -1

// fatal is where the reading stopped.
type fatal struct {
	at      int
	id      string
	details []said.Text
}

type note struct {
	at int
	id string
}

func (d *document) wellFormed() bool { return d.fatal == nil && !d.broken }

type scanner struct {
	*document
	pos      int
	open     []openElement
	list     attributes // of the tag that is being read
	bindings namespaces
	slips    bool // reads an add without its slash, and a value without quotation marks, as what was meant
}

type openElement struct {
	name    string // as written, mended
	right   string // in the right capitals
	section section
	element *element // nil if it is not looked at
	around  *element // the nearest that is
	bound   int      // namespace bindings before it
	tagEnd  int      // after its start tag
}

// parse reads a file. It takes time and memory linear in the length.
func parse(file []byte) *document {
	d := scan(readSource(file))
	if d.fatal != nil {
		d = d.slipped()
	}
	d.doubt(file)
	d.readEscaped()
	d.lines = countLineEnds(d.text)
	return d
}

func scan(from source) *document { return readWith(from, false) }

func readWith(from source, slips bool) *document {
	d := &document{source: from, xdt: none}
	s := &scanner{document: d, bindings: newNamespaces(), slips: slips}
	if len(d.text) > math.MaxInt32 {
		s.fail(0, "xml.too-long")
	} else if s.beginning() && s.markup() {
		s.ending()
	}
	return d
}

// doubt judges a file that declares a one-byte encoding and is saved as UTF-8: it was read as what was meant,
// but what is well-formed so may not be as what it declares, by which others read it.
func (d *document) doubt(file []byte) {
	doubtful := int16(Row("encoding-doubtful"))
	i := slices.IndexFunc(d.mends.list, func(m mend) bool { return m.row == doubtful })
	if i < 0 || d.mark > 0 || !d.wellFormed() {
		return
	}
	character := fromWindows1252
	if declaredEncoding(file) == "iso-8859-1" {
		character = func(c byte) rune { return rune(c) }
	}
	if !scan(source{fromOneByte(file, character), oneByte, 0}).wellFormed() {
		d.mends.list[i].row, d.broken = int16(Row("encoding-mismatch")), true
	}
}

// markup reads to the end of the text or to what cannot be read.
func (s *scanner) markup() bool {
	for s.pos < len(s.text) {
		var ok bool
		switch {
		case s.text[s.pos] != '<':
			ok = s.characters()
		case s.has("</"):
			ok = s.endTag()
		case s.has("<?"):
			ok = s.instruction()
		case s.has("<!"):
			ok = s.exclamation()
		default:
			ok = s.startTag()
		}
		if !ok {
			return false
		}
	}
	return true
}

// exclamation reads what begins with <!.
func (s *scanner) exclamation() bool {
	switch {
	case s.has("<!--"):
		return s.comment()
	case s.has("<![CDATA["):
		return s.characterData()
	case s.has("<!DOCTYPE"):
		return s.stop(s.pos, "doctype")
	}
	return s.startTag() // which refuses it
}

// ending judges what is only known at the end of the text.
func (s *scanner) ending() {
	switch {
	case s.root == "":
		s.fail(len(s.text), "xml.no-element")
	case len(s.open) > 0:
		s.failInside(len(s.text), "xml.ends-inside")
	}
}

// failInside names the innermost open element, if its name is one that every web.config may have.
func (s *scanner) failInside(at int, why string) bool {
	top := s.open[len(s.open)-1]
	if top.section == elsewhere {
		return s.fail(at, why)
	}
	return s.fail(at, why+"-named", "element", "<"+top.right+">")
}

// fail stops with a sentence of why a file is no XML.
func (s *scanner) fail(at int, why string, args ...any) bool {
	return s.stop(at, "not-well-formed", Sentences.Text(why, args...))
}

func (s *scanner) stop(at int, id string, details ...said.Text) bool {
	s.fatal = &fatal{at, id, details}
	return false
}

// section is that of the innermost open element.
func (s *scanner) section() section {
	if n := len(s.open); n > 0 {
		return s.open[n-1].section
	}
	return outside
}

// expected fails at the place of reading and tells what stands there instead of what a sentence says.
func (s *scanner) expected(what string) bool {
	if s.pos >= len(s.text) {
		return s.fail(s.pos, "xml.expected-end", "what", Sentences.Text(what))
	}
	r, size := s.rune()
	if r == utf8.RuneError && size == 1 {
		return s.fail(s.pos, "xml.encoding")
	}
	return s.fail(s.pos, "xml.expected", "what", Sentences.Text(what), "character", show(r))
}

// mend notes a change of the XML without which the file is not well-formed.
func (s *scanner) mend(start, end int, text, id string) {
	s.broken = true
	s.tidy(start, end, text, id)
}

// tidy notes a change that the XML does not need.
func (s *scanner) tidy(start, end int, text, id string) {
	s.mends.replace(start, end, text, id)
}

func (s *scanner) rune() (rune, int) { return utf8.DecodeRuneInString(s.text[s.pos:]) }

func (s *scanner) has(prefix string) bool { return strings.HasPrefix(s.text[s.pos:], prefix) }
