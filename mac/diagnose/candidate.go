package diagnose

import (
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// fields is the table of fields.
var fields = mac.Fields()

// candidate is a calculation of a search, and the texts of that search.
type candidate struct {
	texts *texts
	indices
}

// indices are what candidates differ in: small, compared by ==, copied by assignment, without a pointer, which the garbage
// collector would have to follow.
type indices struct {
	message   sequence
	key       sequence // of the HMAC
	encoding  uint8
	keyAs     uint8 // encoding of the HMAC's key, plus one; 0 for the same as the message
	hash      uint8
	writing   uint8
	hexKey    bool // the keys' hex digits are decoded into the HMAC's key
	byteOrder bool // the message begins with a byte-order mark
	_         [2]byte
}

func (c *indices) encodedBy() *calc.Encoding { return calc.Encodings[c.encoding] }
func (c *indices) hashedBy() *calc.Hash      { return calc.Hashes[c.hash] }
func (c *indices) writtenBy() *calc.Writing  { return calc.Writings[c.writing] }

// keyEncodedBy is the encoding of the HMAC's key.
func (c *indices) keyEncodedBy() *calc.Encoding {
	if c.keyAs != 0 {
		return calc.Encodings[c.keyAs-1]
	}
	return c.encodedBy()
}

// sequence are values with a separator between them.
type sequence struct {
	list      [calc.MaxValues]piece
	n         int32
	separator number
	back      number // after the last value
}

// piece is one value: the place of its field in the table of fields, and the number of its text.
type piece uint32

const (
	textBits = 24
	noField  = 0xff // of the method
)

func newPiece(field int, n number) piece { return piece(field<<textBits) | piece(n) }

func (p piece) field() int          { return int(p >> textBits) }
func (p piece) text() number        { return number(p & (1<<textBits - 1)) }
func (p piece) with(n number) piece { return newPiece(p.field(), n) }

// placeOf is a field's in the table of fields, noField without one.
func placeOf(f mac.Field) int {
	for i := range fields {
		if fields[i].Field == f {
			return i
		}
	}
	return noField
}

// newCandidate returns a calculation of a request as a candidate.
func newCandidate(c *calculation) candidate {
	t := newTexts()
	t.request = c.request
	return candidate{t, indices{encoding: uint8(c.Encoding.Index), keyAs: keyAs(c.KeyAs), hash: uint8(c.Hash.Index), writing: uint8(c.Writing.Index),
		message: t.sequence(&c.Message), key: t.sequence(&c.Key), hexKey: c.HexKey, byteOrder: c.ByteOrderMark}}
}

func keyAs(e *calc.Encoding) uint8 {
	if e == nil {
		return 0
	}
	return uint8(e.Index + 1)
}

func (t *texts) sequence(j *calc.Joined) sequence {
	s := sequence{n: int32(j.N), separator: t.of(j.Separator), back: t.of(j.Back)}
	for i, v := range j.Values() {
		s.list[i] = newPiece(placeOf(mac.Field(v.Field)), t.of(v.Text))
	}
	return s
}

// calculation returns a candidate as a calculation.
func (c *candidate) calculation() calculation {
	made := calculation{c.texts.request, calc.Calculation{Encoding: c.encodedBy(), Hash: c.hashedBy(), Writing: c.writtenBy(),
		Message: c.joined(&c.message), Key: c.joined(&c.key), HexKey: c.hexKey, ByteOrderMark: c.byteOrder}}
	if c.keyAs != 0 {
		made.KeyAs = c.keyEncodedBy()
	}
	return made
}

func (c *candidate) joined(s *sequence) calc.Joined {
	j := calc.Joined{N: int(s.n), Separator: c.texts.text(s.separator), Back: c.texts.text(s.back)}
	for i, p := range s.values() {
		j.List[i].Text = c.texts.text(p.text())
		if p.field() != noField {
			j.List[i].Field = string(fields[p.field()].Field)
		}
	}
	return j
}

func (s *sequence) values() []piece { return s.list[:s.n] }

// index returns where the field stands, or -1.
func (s *sequence) index(f mac.Field) int { return s.indexOf(placeOf(f)) }

// indexOf returns where the field of a place in the table of fields stands, or -1.
func (s *sequence) indexOf(place int) int {
	for i, p := range s.list[:s.n] {
		if p.field() == place && place != noField {
			return i
		}
	}
	return -1
}

func (s *sequence) remove(i int) {
	copy(s.list[i:], s.list[i+1:s.n])
	s.n--
	s.list[s.n] = 0
}

func (s *sequence) insert(i int, p piece) {
	copy(s.list[i+1:], s.list[i:s.n])
	s.list[i] = p
	s.n++
}

// swap exchanges two values, if both are there.
func (s *sequence) swap(f, g mac.Field) {
	if a, b := s.index(f), s.index(g); a >= 0 && b >= 0 {
		s.list[a], s.list[b] = s.list[b], s.list[a]
	}
}

// same says whether two candidates are of the same texts, which may have several numbers.
func (c *candidate) same(other *candidate) bool {
	one := *c
	for i, s := range [...]*sequence{&one.message, &one.key} {
		o := [...]*sequence{&other.message, &other.key}[i]
		for j := range s.list[:min(s.n, o.n)] {
			if s.list[j].field() == o.list[j].field() && c.texts.text(s.list[j].text()) == c.texts.text(o.list[j].text()) {
				s.list[j] = o.list[j]
			}
		}
	}
	return one.indices == other.indices
}

// text returns the text of a field that is signed.
func (c *candidate) text(f mac.Field) (string, bool) {
	n, ok := c.number(f)
	if !ok {
		return "", false
	}
	return c.texts.text(n), true
}

// number returns that of the text.
func (c *candidate) number(f mac.Field) (number, bool) { return c.numberOf(placeOf(f)) }

func (c *candidate) numberOf(place int) (number, bool) {
	if i := c.message.indexOf(place); i >= 0 {
		return c.message.list[i].text(), true
	}
	if i := c.key.indexOf(place); i >= 0 {
		return c.key.list[i].text(), true
	}
	return 0, false
}

// set gives a field another text, in the message and in the key.
func (c *candidate) set(f mac.Field, n number) { c.setOf(placeOf(f), n) }

func (c *candidate) setOf(place int, n number) {
	if i := c.message.indexOf(place); i >= 0 {
		c.message.list[i] = c.message.list[i].with(n)
	}
	if i := c.key.indexOf(place); i >= 0 {
		c.key.list[i] = c.key.list[i].with(n)
	}
}

// differsIn says whether another encoding makes other bytes of the values.
func (c *candidate) differsIn(e *calc.Encoding) bool {
	if e.Wide {
		return true
	}
	for _, p := range c.message.values() {
		if !c.texts.same(p.text(), c.encodedBy(), e) {
			return true
		}
	}
	return c.keyAs == 0 && e.Rune != nil && !c.keysAreASCII()
}

func (c *candidate) keysAreASCII() bool {
	return c.texts.info(c.key.list[0].text()).ascii && c.texts.info(c.key.list[1].text()).ascii
}

// editAll edits every value by the edit of this number, and says whether that changed any.
func (c *candidate) editAll(id int, edit func(string) string) bool {
	changed := false
	for _, s := range [...]*sequence{&c.message, &c.key} {
		for i, p := range s.values() {
			n := c.editedOnce(id, p.text(), edit)
			changed = changed || n != p.text()
			s.list[i] = p.with(n)
		}
	}
	return changed
}

// editedOnce returns what the edit of this number makes of a text.
func (c *candidate) editedOnce(id int, n number, edit func(string) string) number {
	if list, asked := c.texts.known(id, n); asked {
		return list[0]
	}
	made := c.edited(n, edit)
	if n.kind() == staying {
		c.texts.remember(id, n, []number{made})
	}
	return made
}

// edited returns what an edit makes of a text: itself, if that is the same.
func (c *candidate) edited(n number, edit func(string) string) number {
	before := c.texts.text(n)
	if after := edit(before); after != before {
		return c.texts.like(n, after)
	}
	return n
}

// encodeAlone encodes the message and leaves the key as it was. Keys are ASCII
// mostly, so that it is another mistake only where that matters.
func (c *candidate) encodeAlone(e *calc.Encoding) {
	if c.hashedBy().Keyed && (e.Wide || !c.keysAreASCII()) {
		c.keyAs, c.encoding = c.encoding+1, uint8(e.Index)
	}
}
