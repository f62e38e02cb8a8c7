package diagnose

import (
	"crypto/sha256"

	"netvisormac/internal/batch"
	"netvisormac/mac/internal/calc"
)

// gathered are candidates that wait to be hashed together. Most have their beginning in common with one of them, the
// base: the states of the hash after its key and after each block of its message are computed once.
type gathered struct {
	batch   batch.Batch
	hasher  batch.Hasher
	pool    []batch.State // of those that wait; states are taken one after the other until all are hashed
	waiting []waiting
	others  []other

	base    candidate
	ok      bool           // the base can be encoded
	message []byte         // of the base, without what stands after the last value
	starts  []int          // where each value of the base's message begins; and the end
	states  []*batch.State // after so many blocks of the base's message; nil where not computed
	keys    [2]keyed       // of the base, and of the last candidate with another key
	key     []byte         // scratch
}

// waiting is a candidate with the mistakes that made it.
type waiting struct {
	made    candidate
	indices [maxMistakes]int16
	n       int8
}

func (w *waiting) chosen() []int16 { return w.indices[:w.n] }

// other is one that was hashed at once.
type other struct {
	waiting
	digest []byte
}

// keyed is the key of an HMAC and the states after it, inside and outside; without a key, those of a plain hash.
type keyed struct {
	key          sequence
	encoding     *calc.Encoding
	hex, hmac    bool
	inner, outer *batch.State // inner is nil where they are to be computed
}

// states in the pool; each base and each key takes some.
const manyStates = 2048

func (g *gathered) state() *batch.State {
	if g.pool == nil {
		g.pool = make([]batch.State, 0, manyStates)
		g.waiting = make([]waiting, 0, manyStates)
	}
	g.pool = g.pool[:len(g.pool)+1]
	return &g.pool[len(g.pool)-1]
}

// full says whether the next candidate may find no room.
func (g *gathered) full() bool {
	return g.batch.Full() || len(g.pool) > manyStates-64 || len(g.others) > 0
}

// setBase makes c the base.
func (g *gathered) setBase(c *candidate) {
	g.base, g.ok = *c, false
	g.message, g.starts, g.states = g.message[:0], g.starts[:0], g.states[:0]
	g.keys[0] = keyed{}
	if c.byteOrder {
		g.message = append(g.message, c.encoding.ByteOrderMark...)
	}
	for i := range c.message.values() {
		g.starts = append(g.starts, len(g.message))
		var ok bool
		if g.message, ok = c.appendValues(g.message, &c.message, i, i+1, c.encoding); !ok {
			return
		}
	}
	g.starts = append(g.starts, len(g.message))
	g.keys[0] = keyOf(c)
	g.ok = true
}

// add takes a candidate with the mistakes of some frames. False means that it cannot be encoded.
func (g *gathered) add(c *candidate, frames []frame) bool {
	w := waiting{made: *c, n: int8(len(frames))}
	for i := range frames {
		w.indices[i] = int16(frames[i].index)
	}
	if c.hash != calc.HMACSHA256 && c.hash != calc.SHA256 {
		return g.addOther(w)
	}
	key, isBase := g.keyStates(c)
	if key == nil {
		return false
	}
	message, common, ok := g.appendMessage(g.batch.Buffer(), c)
	if !ok {
		return false
	}
	if !g.addMessage(message, common, key, isBase) {
		return g.addOther(w)
	}
	g.waiting = append(g.waiting, w)
	return true
}

// addOther hashes at once what the batch does not: other hashes, and messages as long as a file.
func (g *gathered) addOther(w waiting) bool {
	calculation := w.made.calculation()
	digest, wrong := calculation.Digest()
	if wrong == nil {
		g.others = append(g.others, other{w, digest})
	}
	return wrong == nil
}

// addMessage puts a message into the batch, behind what it has in common with the base's.
func (g *gathered) addMessage(message []byte, common int, key *keyed, isBase bool) bool {
	state := key.inner
	if shared := common / sha256.BlockSize; isBase && shared > 0 {
		state = g.after(shared)
		message = message[:copy(message, message[shared*sha256.BlockSize:])]
	}
	return g.batch.Add(state, message, key.outer)
}

// keyStates returns c's key with its states, and whether it is the base's; nil if it cannot be encoded.
func (g *gathered) keyStates(c *candidate) (key *keyed, isBase bool) {
	wanted := keyOf(c)
	for i := range g.keys {
		k := &g.keys[i]
		if k.inner != nil && k.same(&wanted) || i == 0 && g.ok && k.same(&wanted) && g.compute(c, k, true) {
			return k, i == 0
		}
	}
	g.keys[1] = wanted
	if !g.compute(c, &g.keys[1], false) {
		g.keys[1] = keyed{}
		return nil, false
	}
	return &g.keys[1], false
}

func (k *keyed) same(other *keyed) bool {
	return k.hmac == other.hmac && k.hex == other.hex && k.encoding == other.encoding && k.key == other.key
}

// keyOf returns c's key, without its states.
func keyOf(c *candidate) keyed {
	if !c.hash.Keyed {
		return keyed{}
	}
	encoding := c.encoding
	if c.keyAs != nil {
		encoding = c.keyAs
	}
	if !encoding.Wide && c.keysAreASCII() {
		encoding = calc.UTF8 // all the others make the same of it
	}
	return keyed{key: c.key, encoding: encoding, hex: c.hexKey, hmac: true}
}

// compute computes the states of a key: now for the base, whose message goes on from there, else with the batch.
func (g *gathered) compute(c *candidate, k *keyed, now bool) bool {
	if !k.hmac {
		k.inner = g.state()
		g.hasher.After(k.inner, nil)
		return true
	}
	var ok bool
	if g.key, ok = g.appendKey(g.key[:0], c, k); !ok {
		return false
	}
	k.inner, k.outer = g.state(), g.state()
	if now {
		g.hasher.Key(k.inner, k.outer, g.key)
	} else {
		g.batch.Key(k.inner, k.outer, g.key)
	}
	return true
}

func (g *gathered) appendKey(dst []byte, c *candidate, k *keyed) ([]byte, bool) {
	if !k.hex {
		dst, ok := c.appendValues(dst, &c.key, 0, int(c.key.n), k.encoding)
		return dst, ok
	}
	calculation := c.calculation()
	dst, wrong := calculation.AppendKey(dst)
	return dst, wrong == nil
}

// appendValues appends the bytes of the values from the i-th to before the end-th, each with the separator in front
// unless it is the first of all.
func (c *candidate) appendValues(dst []byte, s *sequence, i, end int, e *calc.Encoding) ([]byte, bool) {
	for ; i < end; i++ {
		ok := true
		if i > 0 {
			dst, _ = c.texts.append(dst, s.separator, e)
		}
		if dst, ok = c.texts.append(dst, s.list[i].text(), e); !ok {
			return dst, false
		}
	}
	return dst, true
}

// appendMessage appends c's message. The values at its beginning and at its end that are the base's are copied from
// there; those at its beginning have common bytes.
func (g *gathered) appendMessage(dst []byte, c *candidate) (message []byte, common int, ok bool) {
	m, b := &c.message, &g.base.message
	if !g.ok || c.encoding != g.base.encoding || c.byteOrder != g.base.byteOrder || m.separator != b.separator {
		if c.byteOrder {
			dst = append(dst, c.encoding.ByteOrderMark...)
		}
		message, ok = c.appendValues(dst, m, 0, int(m.n), c.encoding)
		message, _ = c.texts.append(message, m.back, c.encoding)
		return message, 0, ok
	}
	front, back, most := 0, 0, min(int(m.n), int(b.n))
	for front < most && m.list[front].text() == b.list[front].text() {
		front++
	}
	most -= max(front, 1) // the first value has no separator
	for back < most && m.list[int(m.n)-1-back].text() == b.list[int(b.n)-1-back].text() {
		back++
	}
	common = g.starts[front]
	message = append(dst, g.message[:common]...)
	message, ok = c.appendValues(message, m, front, int(m.n)-back, c.encoding)
	message = append(message, g.message[g.starts[int(b.n)-back]:]...)
	message, _ = c.texts.append(message, m.back, c.encoding)
	return message, common, ok
}

// after returns the state after so many blocks of the base's message.
func (g *gathered) after(blocks int) *batch.State {
	for len(g.states) <= blocks {
		g.states = append(g.states, nil)
	}
	if g.states[blocks] == nil {
		g.states[blocks] = g.state()
		g.hasher.Further(g.states[blocks], g.keys[0].inner, g.message[:blocks*sha256.BlockSize])
	}
	return g.states[blocks]
}

// sum hashes all candidates, and tells each with its digest.
func (g *gathered) sum(each func(w *waiting, digest []byte)) {
	g.batch.Sum(func(i int, digest *batch.Digest) { each(&g.waiting[i], digest[:]) })
	for i := range g.others {
		each(&g.others[i].waiting, g.others[i].digest)
	}
	g.waiting, g.others, g.pool, g.states = g.waiting[:0], g.others[:0], g.pool[:0], g.states[:0]
	for i := range g.keys {
		g.keys[i].inner, g.keys[i].outer = nil, nil
	}
	g.keys[1] = keyed{}
}
