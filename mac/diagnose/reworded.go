package diagnose

import (
	"crypto/sha256"

	"netvisormac/internal/batch"
	"netvisormac/mac/internal/calc"
)

// reworded is the base of a batch with other texts in place of one, the last mistake of a combination: what stands
// around the text is put together once for all of them.
type reworded struct {
	search        *search
	from          *candidate // the base
	waiting       waiting
	shared        int    // blocks of the base's message before the text
	message       around // the bytes that stand around it, without these blocks
	key           around // the same of the HMAC's key, where the text stands there, too
	behind        []byte // scratch
	encoding      *calc.Encoding
	keyEncoding   *calc.Encoding
	possible, mac bool // whether it could make what was sent, and is keyed by the text
}

// around are the bytes before and behind a text.
type around struct{ before, behind []byte }

// reword prepares other texts of a field in from, which is the base; false where each is to be made by itself.
func (s *search) reword(from *candidate, place int) bool {
	r, g, at := &s.last, &s.batch, from.message.indexOf(place)
	if !g.ok || at < 0 || !from.isBatched() || from.hexKey || g.source != from {
		return false
	}
	r.search, r.from, r.waiting, r.encoding = s, from, waitingFor(s.frames[:s.depth]), from.encodedBy()
	r.possible = s.sent.possible(&from.indices)
	r.waiting.at, r.waiting.atKey = int8(at+1), int8(from.key.indexOf(place)+1)
	begin := g.starts[at]
	if separator := from.texts.text(from.message.separator); at > 0 && len(separator) == 1 && !r.encoding.Wide {
		begin++
	} else if at > 0 {
		separator, _ := from.texts.append(g.key[:0], from.message.separator, r.encoding)
		begin += len(separator)
	}
	r.mac = r.waiting.atKey > 0 && from.hashedBy().Keyed
	if r.shared = 0; !r.mac {
		r.shared = begin / sha256.BlockSize
	}
	r.message.before = g.message[r.shared*sha256.BlockSize : begin]
	r.message.behind = g.message[g.starts[at+1]:]
	if from.message.back != 0 {
		r.behind = append(r.behind[:0], r.message.behind...)
		r.behind, _ = from.texts.append(r.behind, from.message.back, r.encoding)
		r.message.behind = r.behind
	}
	if r.mac {
		return r.rewordKey()
	}
	return true
}

// rewordKey prepares what stands around the text in the key.
func (r *reworded) rewordKey() bool {
	c, at, ok := r.from, int(r.waiting.atKey)-1, true
	r.keyEncoding = c.keyEncodedBy()
	if r.key.before, ok = c.appendValues(r.key.before[:0], &c.key, 0, at, r.keyEncoding); !ok {
		return false
	}
	if at > 0 {
		r.key.before, _ = c.texts.append(r.key.before, c.key.separator, r.keyEncoding)
	}
	r.key.behind, ok = c.appendValues(r.key.behind[:0], &c.key, at+1, int(c.key.n), r.keyEncoding)
	return ok
}

// try takes the base with another text into the batch.
func (r *reworded) try(n number) {
	s, g := r.search, &r.search.batch
	s.seen()
	if !r.possible || s.width == alone && !s.isMyTurn() {
		return
	}
	if g.full() {
		s.flush()
	}
	state, outer, ok := r.states(n)
	if !ok {
		return
	}
	message := append(g.batch.Buffer(), r.message.before...)
	if message, ok = r.from.texts.append(message, n, r.encoding); !ok {
		return
	}
	r.waiting.made, r.waiting.text = r.base(), n
	if message = append(message, r.message.behind...); !g.batch.Add(state, message, outer) {
		c := g.candidate(&r.waiting)
		if digest, ok := g.now(&c); ok {
			s.tried++
			s.check(&c, s.frames[:s.depth], digest)
		}
		return
	}
	g.waiting = append(g.waiting, r.waiting)
	s.tried++
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

// states returns those before and behind the message.
func (r *reworded) states(n number) (state, outer batch.Ref, ok bool) {
	g := &r.search.batch
	if !r.mac {
		if !g.baseKey() {
			return batch.NoState, batch.NoState, false
		}
		state = g.keys[0].inner
		if r.shared > 0 {
			state = g.after(r.shared)
		}
		return state, g.keys[0].outer, true
	}
	g.key = append(g.key[:0], r.key.before...)
	if g.key, ok = r.from.texts.append(g.key, n, r.keyEncoding); !ok {
		return batch.NoState, batch.NoState, false
	}
	g.key = append(g.key, r.key.behind...)
	state, outer = g.state(), g.state()
	g.batch.Key(state, outer, g.key)
	return state, outer, true
}
