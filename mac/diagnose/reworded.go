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
	sums           int
	before, behind batch.Piece
	state, outer   batch.Ref
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
	if !r.isNext() {
		return
	}
	text, ok := r.from.texts.append(r.search.batch.batch.Buffer(), n, r.encoding)
	if !ok {
		return
	}
	r.add(text, n)
}

// trySwept takes it with a text of a sweep; the bytes are the sweep's.
func (r *reworded) trySwept(text []byte, isASCII bool) {
	if !r.plain || !isASCII {
		r.try(r.from.texts.add(swept, string(text)))
		return
	}
	if r.isNext() {
		r.add(append(r.search.batch.batch.Buffer(), text...), inBatch)
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
	g, shared := &r.search.batch, 0
	if !r.mac {
		if !g.baseKey() {
			return false
		}
		if r.state, r.outer = g.keys[0].inner, g.keys[0].outer; r.begin >= sha256.BlockSize {
			shared = r.begin / sha256.BlockSize
			r.state = g.after(shared)
		}
	}
	base, ok := g.basePiece()
	r.before, r.behind = base.To(r.begin).From(shared*sha256.BlockSize), base.From(r.end)
	if r.from.message.back != 0 && ok {
		r.behind, ok = g.batch.Keep(r.from.appendEnd(append(g.batch.Buffer(), g.message[r.end:]...)))
	}
	if r.sums = g.sums; !ok {
		r.sums = -1 // an address as long as a file
	}
	return true
}

// add adds a text whose bytes were appended to the batch's buffer. What the batch has no room for is hashed at once.
func (r *reworded) add(text []byte, n number) {
	s, g := r.search, &r.search.batch
	piece, ok := g.batch.Keep(text)
	r.waiting.made, r.waiting.text, r.waiting.piece = r.base(), n, piece
	if ok && r.sums == g.sums && r.addKey(piece) && g.batch.Add(r.state, r.outer, r.before, piece, r.behind) {
		g.waiting = append(g.waiting, r.waiting)
		s.tried++
		return
	}
	if n == inBatch {
		r.waiting.text = r.from.texts.add(swept, string(text))
	}
	c := g.candidate(&r.waiting)
	if digest, ok := g.now(&c); ok {
		s.tried++
		s.check(&c, s.frames[:s.depth], digest)
	}
}

// addKey adds the key with the text in it, if it is in there.
func (r *reworded) addKey(text batch.Piece) bool {
	if !r.mac {
		return true
	}
	g := &r.search.batch
	key, ok := append(g.batch.Buffer(), r.keyBefore...), true
	if r.waiting.text == inBatch {
		key = append(key, g.batch.Bytes(text)...)
	} else if key, ok = r.from.texts.append(key, r.waiting.text, r.keyEncoding); !ok {
		return false
	}
	r.state, r.outer = g.state(), g.state()
	return g.batch.Key(r.state, r.outer, append(key, r.keyBehind...))
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
