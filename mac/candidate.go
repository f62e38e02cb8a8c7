package mac

// candidate is a calculation of a search: small, compared by ==, copied by assignment, its texts by their numbers.
type candidate struct {
	texts     *texts
	encoding  *encoding
	keyAs     *encoding // of the HMAC's key; nil for the same as the message
	hash      *hashing
	writing   *writing
	message   sequence
	key       sequence // of the HMAC
	hexKey    bool     // the keys' hex digits are decoded into the HMAC's key
	byteOrder bool     // the message begins with a byte-order mark
}

// sequence are values with a separator between them.
type sequence struct {
	list      [maxValues]piece
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

// place is a field's in the table of fields, noField without one.
func (f Field) place() int {
	for i := range fields {
		if fields[i].Field == f {
			return i
		}
	}
	return noField
}

// newCandidate returns a calculation of a request as a candidate.
func newCandidate(c *ofRequest) candidate {
	t := newTexts()
	t.request = c.request
	return candidate{texts: t, encoding: c.encoding, keyAs: c.keyAs, hash: c.hash, writing: c.writing,
		message: t.sequence(&c.message), key: t.sequence(&c.key), hexKey: c.hexKey, byteOrder: c.byteOrder}
}

func (t *texts) sequence(j *joined) sequence {
	s := sequence{n: int32(j.n), separator: t.of(j.separator), back: t.of(j.back)}
	for i, v := range j.values() {
		s.list[i] = newPiece(Field(v.field).place(), t.of(v.text))
	}
	return s
}

// calculation returns a candidate as a calculation.
func (c *candidate) calculation() ofRequest {
	return ofRequest{c.texts.request, calculation{encoding: c.encoding, keyAs: c.keyAs, hash: c.hash, writing: c.writing,
		message: c.joined(&c.message), key: c.joined(&c.key), hexKey: c.hexKey, byteOrder: c.byteOrder}}
}

func (c *candidate) joined(s *sequence) joined {
	j := joined{n: int(s.n), separator: c.texts.text(s.separator), back: c.texts.text(s.back)}
	for i, p := range s.values() {
		j.list[i].text = c.texts.text(p.text())
		if p.field() != noField {
			j.list[i].field = string(fields[p.field()].Field)
		}
	}
	return j
}

func (s *sequence) values() []piece { return s.list[:s.n] }

// index returns where the field stands, or -1.
func (s *sequence) index(f Field) int {
	if place := f.place(); place != noField {
		for i, p := range s.values() {
			if p.field() == place {
				return i
			}
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
func (s *sequence) swap(f, g Field) {
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
	return one == *other
}

// text returns the text of a field that is signed.
func (c *candidate) text(f Field) (string, bool) {
	n, ok := c.number(f)
	if !ok {
		return "", false
	}
	return c.texts.text(n), true
}

// number returns that of the text.
func (c *candidate) number(f Field) (number, bool) {
	for _, s := range [...]*sequence{&c.message, &c.key} {
		if i := s.index(f); i >= 0 {
			return s.list[i].text(), true
		}
	}
	return 0, false
}

// set gives a field another text, in the message and in the key.
func (c *candidate) set(f Field, n number) {
	for _, s := range [...]*sequence{&c.message, &c.key} {
		if i := s.index(f); i >= 0 {
			s.list[i] = s.list[i].with(n)
		}
	}
}

// differsIn says whether another encoding makes other bytes of the values.
func (c *candidate) differsIn(e *encoding) bool {
	if e.wide {
		return true
	}
	for _, p := range c.message.values() {
		if !c.texts.same(p.text(), c.encoding, e) {
			return true
		}
	}
	return c.keyAs == nil && e.rune != nil && !c.keysAreASCII()
}

func (c *candidate) keysAreASCII() bool {
	return c.texts.info(c.key.list[0].text()).ascii && c.texts.info(c.key.list[1].text()).ascii
}

// editAll edits every value by the edit of this number, and says whether that changed any.
func (c *candidate) editAll(id int, edit func(string) string) bool {
	changed := false
	for _, s := range [...]*sequence{&c.message, &c.key} {
		for i, p := range s.values() {
			n := c.texts.known(id, p.text())
			if n == nil {
				n = []number{c.edited(p.text(), edit)}
				c.texts.remember(id, p.text(), n)
			}
			changed = changed || n[0] != p.text()
			s.list[i] = p.with(n[0])
		}
	}
	return changed
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
func (c *candidate) encodeAlone(e *encoding) {
	if c.hash.keyed && (e.wide || !c.keysAreASCII()) {
		c.keyAs, c.encoding = c.encoding, e
	}
}
