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
	pool    int // of the batch's states, how many are taken: one after the other until all are hashed
	waiting []waiting
	made    []indices // of those that wait
	others  calc.Hasher

	base    candidate
	source  *candidate  // of which the base is a copy
	ok      bool        // the base can be encoded
	kept    int         // where the base is among made, plus one; 0 if it is not there
	message []byte      // of the base, without what stands after the last value
	starts  []int       // where each value of the base's message begins; and the end
	piece   batch.Piece // the message in the batch, if it is there
	isThere bool
	states  []batch.Ref // after so many blocks of the base's message; none where not computed
	keys    [2]keyed    // of the base, and of the last candidate with another key
	key     []byte      // scratch
	sums    int         // how often was hashed: what was in the batch before is no more
}

// waiting is a candidate with the mistakes that made it.
type waiting struct {
	made     int32  // its place among those that wait
	text     number // that stands in it in place of another; inBatch for
	piece    batch.Piece
	begin    int16 // so many bytes of that text are those of the base's, and the piece is the rest
	at       int8  // where in the message, plus one; 0 where nothing does
	atKey    int8  // the same of the HMAC's key
	n        int8
	mistakes [maxMistakes]int16
}

func (w *waiting) chosen() []int16 { return w.mistakes[:w.n] }

// waitingFor is a candidate of the mistakes of some frames, in the order of the table, in which they are told: a sweep may
// have been made last.
func waitingFor(frames []frame) (w waiting) {
	for i := range frames {
		at := w.n
		for ; at > 0 && int(w.mistakes[at-1]) > frames[i].index; at-- {
			w.mistakes[at] = w.mistakes[at-1]
		}
		w.mistakes[at] = int16(frames[i].index)
		w.n++
	}
	return w
}

// candidate returns one that waits.
func (g *gathered) candidate(w *waiting) candidate {
	c := candidate{g.base.texts, g.made[w.made]}
	if w.text == inBatch {
		own := c.texts.text(c.message.list[w.at-1].text())
		w.text = c.texts.add(passing, own[:w.begin]+string(g.batch.Bytes(w.piece)))
	}
	if w.at > 0 {
		c.message.list[w.at-1] = c.message.list[w.at-1].with(w.text)
	}
	if w.atKey > 0 {
		c.key.list[w.atKey-1] = c.key.list[w.atKey-1].with(w.text)
	}
	return c
}

var noKey = keyed{inner: batch.NoState, outer: batch.NoState}

// states in the pool; each base and each key takes some.
const manyStates = 2048

// newGathered are none yet.
func newGathered() (g gathered) {
	g.batch.States = make([]batch.State, manyStates)
	g.waiting, g.made = make([]waiting, 0, manyStates), make([]indices, 0, manyStates)
	g.keys = [2]keyed{noKey, noKey}
	return g
}

func (g *gathered) state() batch.Ref {
	g.pool++
	return batch.Ref(g.pool - 1)
}

// at returns a state.
func (g *gathered) at(r batch.Ref) *batch.State { return &g.batch.States[r] }

// full says whether the next candidate may find no room.
func (g *gathered) full() bool {
	return g.batch.Full() || g.pool > manyStates-64
}

// setBase makes c the base.
func (g *gathered) setBase(c *candidate) {
	sameKey := g.ok && g.hasKeyOf(&c.indices)
	g.base.texts, g.base.indices, g.source = c.texts, c.indices, c
	g.ok, g.kept, g.isThere = false, 0, false
	g.message = g.message[:0]
	g.starts = g.starts[:0]
	g.states = g.states[:0]
	if !sameKey {
		g.keys[0] = noKey
	}
	if c.byteOrder {
		g.message = append(g.message, c.encodedBy().ByteOrderMark...)
	}
	for i := range c.message.values() {
		g.starts = append(g.starts, len(g.message))
		var ok bool
		if g.message, ok = c.appendValues(g.message, &c.message, i, i+1, c.encodedBy()); !ok {
			return
		}
	}
	g.starts = append(g.starts, len(g.message))
	if !sameKey {
		g.keys[0] = keyOf(c)
	}
	g.ok = true
}

// isBatched says whether the batch hashes what a candidate does.
func (c *indices) isBatched() bool {
	return int(c.hash) == calc.HMACSHA256.Index || int(c.hash) == calc.SHA256.Index
}

// add takes a candidate with its mistakes. False means that it was not taken: what now gives may be.
func (g *gathered) add(c *candidate, w waiting) bool {
	if !c.isBatched() {
		return false
	}
	key, isBase := g.keyStates(c)
	if key == nil {
		return false
	}
	if !g.addMessage(c, key, isBase) {
		return false
	}
	w.made = int32(len(g.made))
	g.made = append(g.made, c.indices)
	g.waiting = append(g.waiting, w)
	return true
}

// now returns the digest of what the batch does not take: of other hashes, and of messages as long as a file. False means
// that it cannot be encoded.
func (g *gathered) now(c *candidate) ([]byte, bool) {
	var ok bool
	key := keyOf(c)
	if g.key = g.key[:0]; key.hmac {
		if g.key, ok = g.appendKey(g.key, c, &key); !ok {
			return nil, false
		}
	}
	message, ok := c.appendMessage(g.others.Buffer())
	if !ok {
		return nil, false
	}
	return g.others.Digest(c.hashedBy(), g.key, message), true
}

// afterOr returns the state after so many blocks of the base's message; after none, the given one.
func (g *gathered) afterOr(none batch.Ref, blocks int) batch.Ref {
	if blocks == 0 {
		return none
	}
	return g.after(blocks)
}

// after returns the state after so many blocks of the base's message.
func (g *gathered) after(blocks int) batch.Ref {
	for len(g.states) <= blocks {
		g.states = append(g.states, batch.NoState)
	}
	if g.states[blocks] == batch.NoState {
		from, hashed := g.keys[0].inner, blocks-1
		for ; hashed > 0; hashed-- {
			if g.states[hashed] != batch.NoState {
				from = g.states[hashed]
				break
			}
		}
		g.states[blocks] = g.state()
		g.hasher.Further(g.at(g.states[blocks]), g.at(from), g.message[hashed*sha256.BlockSize:blocks*sha256.BlockSize])
	}
	return g.states[blocks]
}

// sum hashes all candidates, and tells those of which the digest may be wanted.
func (g *gathered) sum(wanted []uint32, each func(w *waiting, digest []byte)) {
	g.batch.Sum(wanted, func(i int, digest *batch.Digest) {
		w := &g.waiting[g.batch.Tag(i)]
		if w.text == inBatch {
			w.piece = g.batch.Filled(i)
		}
		each(w, digest[:])
	})
	g.isEmpty()
	g.kept, g.pool = 0, 0
	g.waiting = g.waiting[:0]
	g.made = g.made[:0]
	g.states = g.states[:0]
	g.keys[0].inner, g.keys[0].outer = batch.NoState, batch.NoState
	g.keys[1] = noKey
}

// isEmpty is told that nothing is in the batch any more.
func (g *gathered) isEmpty() {
	g.isThere = false
	g.sums++
}
