package diagnose

import (
	"crypto/sha256"

	"netvisormac/internal/batch"
	"netvisormac/mac/internal/calc"
)

// reworded is the base of a batch with other texts in place of one, the last mistake of a combination: what stands
// around the text is kept in the batch once for all of them.
type reworded struct {
	search        *search
	from          *candidate // the base
	waiting       waiting
	begin, end    int // where the text stands in the base's message
	encoding      *calc.Encoding
	keyEncoding   *calc.Encoding
	keyBefore     []byte // what stands around the text in the HMAC's key, where it stands there, too
	keyBehind     []byte
	possible, mac bool // whether it could make what was sent, and is keyed by the text
	plain         bool // an ASCII text becomes its own bytes

	// What is in the batch, since it was hashed so often.
	sums  int
	forms [2]form // of any text, and of those that begin as the base's up to the end of a block
}

// form is a message with any text of a sweep.
type form struct {
	batch.Form
	begin string // of the text, which is hashed with what stands before it
	tag   int    // the place of its candidate among those that wait; the batch has the bytes of the text
}

// reword prepares other texts of a field in from, which is the base; false where each is to be made by itself.
func (s *search) reword(from *candidate, place int) bool {
	r, g, at := &s.last, &s.batch, from.message.indexOf(place)
	if !g.ok || at < 0 || !from.isBatched() || from.hexKey || g.source != from {
		return false
	}
	r.search, r.from, r.waiting, r.encoding = s, from, waitingFor(s.frames[:s.depth]), from.encodedBy()
	r.possible, r.sums = s.sent.possible(&from.indices), -1
	r.waiting.at, r.waiting.atKey = int8(at+1), int8(from.key.indexOf(place)+1)
	r.begin, r.end = g.starts[at], g.starts[at+1]
	if separator := from.texts.text(from.message.separator); at > 0 && len(separator) == 1 && !r.encoding.Wide {
		r.begin++
	} else if at > 0 {
		separator, _ := from.texts.append(g.key[:0], from.message.separator, r.encoding)
		r.begin += len(separator)
	}
	r.keyEncoding = from.keyEncodedBy()
	r.plain = !r.encoding.Wide && !r.keyEncoding.Wide
	r.mac = r.waiting.atKey > 0 && from.hashedBy().Keyed
	return !r.mac || r.rewordKey()
}

// rewordKey prepares what stands around the text in the key.
func (r *reworded) rewordKey() bool {
	c, at, ok := r.from, int(r.waiting.atKey)-1, true
	if r.keyBefore, ok = c.appendValues(r.keyBefore[:0], &c.key, 0, at, r.keyEncoding); !ok {
		return false
	}
	if at > 0 {
		r.keyBefore, _ = c.texts.append(r.keyBefore, c.key.separator, r.keyEncoding)
	}
	r.keyBehind, ok = c.appendValues(r.keyBehind[:0], &c.key, at+1, int(c.key.n), r.keyEncoding)
	return ok
}

// try takes the base with another text into the batch.
func (r *reworded) try(n number) {
	if r.isNext() {
		r.put(n)
	}
}

// put does so without counting it.
func (r *reworded) put(n number) {
	g := &r.search.batch
	r.waiting.text = n
	there := r.sums == g.sums && r.addKey(nil)
	text, ok := r.from.texts.append(g.batch.Buffer(), n, r.encoding)
	if !ok {
		return
	}
	if there && g.batch.Fill(&r.forms[0].Form, len(g.waiting), text) {
		g.waiting = append(g.waiting, r.waiting)
		r.search.tried++
		return
	}
	r.now()
}

// putSwept puts it with a text of a sweep; the bytes are the sweep's.
func (r *reworded) putSwept(text []byte) {
	g := &r.search.batch
	f := &r.forms[0]
	if long := &r.forms[1]; long.begin != "" && len(text) > len(long.begin) && string(text[:len(long.begin)]) == long.begin {
		f = long
	}
	if r.sums == g.sums && r.addKey(text) && g.batch.Fill(&f.Form, f.tag, append(g.batch.Buffer(), text[len(f.begin):]...)) {
		r.search.tried++
		return
	}
	r.waiting.text = r.from.texts.add(swept, string(text))
	r.now()
}

// now hashes what the batch has no room for.
func (r *reworded) now() {
	s := r.search
	r.waiting.made = r.base()
	c := s.batch.candidate(&r.waiting)
	if digest, ok := s.batch.now(&c); ok {
		s.tried++
		s.check(&c, s.frames[:s.depth], digest)
	}
}

// isNext counts a combination, says whether its MAC is to be computed, and prepares the batch for it.
func (r *reworded) isNext() bool {
	s, g := r.search, &r.search.batch
	s.seen()
	if !r.possible || s.width == alone && !s.isMyTurn() {
		return false
	}
	if g.full() {
		s.flush()
	}
	return r.sums == g.sums || r.around()
}

// around keeps in the batch what stands around the text, and the states before and behind the message.
func (r *reworded) around() bool {
	g, blocks := &r.search.batch, 0
	var state, outer batch.Ref
	switch {
	case r.mac:
		state, outer = g.state(), g.state() // others for each key
	case g.baseKey():
		blocks, state, outer = r.begin/sha256.BlockSize, g.keys[0].inner, g.keys[0].outer
	default:
		return false
	}
	base, ok := g.basePiece()
	behind := base.From(r.end)
	if r.from.message.back != 0 && ok {
		behind, ok = g.batch.Keep(r.from.appendEnd(append(g.batch.Buffer(), g.message[r.end:]...)))
	}
	if r.sums = -1; !ok {
		return true // an address as long as a file
	}
	r.sums, r.forms[1].begin = g.sums, ""
	r.prepare(&r.forms[0], "", g.afterOr(state, blocks), outer, base.To(r.begin).From(blocks*sha256.BlockSize), behind)
	if begin := (blocks+1)*sha256.BlockSize - r.begin; !r.mac && r.plain && begin < r.end-r.begin {
		text := r.from.texts.text(r.from.message.list[r.waiting.at-1].text())
		r.prepare(&r.forms[1], text[:begin], g.after(blocks+1), outer, batch.Piece{}, behind)
	}
	return true
}

// prepare makes a form, and puts its candidate among those that wait.
func (r *reworded) prepare(f *form, begin string, state, outer batch.Ref, before, behind batch.Piece) {
	g := &r.search.batch
	f.Form, f.begin, f.tag = g.batch.Form(state, outer, before, behind), begin, len(g.waiting)
	r.waiting.made, r.waiting.text, r.waiting.begin = r.base(), inBatch, int16(len(begin))
	g.waiting = append(g.waiting, r.waiting)
}

// addKey adds the key with the text in it, if it is in there: with these bytes, or else those of the one that waits.
func (r *reworded) addKey(text []byte) bool {
	if !r.mac {
		return true
	}
	g := &r.search.batch
	key, ok := append(g.batch.Buffer(), r.keyBefore...), true
	if text != nil {
		key = append(key, text...)
	} else if key, ok = r.from.texts.append(key, r.waiting.text, r.keyEncoding); !ok {
		return false
	}
	inner, outer := g.state(), g.state()
	r.forms[0].Key(inner, outer)
	return g.batch.Key(inner, outer, append(key, r.keyBehind...))
}

// base is the place of the base among those that wait.
func (r *reworded) base() int32 {
	g := &r.search.batch
	if g.kept == 0 {
		g.made = append(g.made, g.base.indices)
		g.kept = len(g.made)
	}
	return int32(g.kept - 1)
}
