package diagnose

import (
	"crypto/sha256"

	"netvisormac/internal/batch"
	"netvisormac/mac/internal/calc"
)

// addMessage puts a message into the batch: what it has in common with the base's at its beginning and at its end is kept
// there once.
func (g *gathered) addMessage(c *candidate, key *keyed, isBase bool) bool {
	front, behind, like := g.inCommon(c)
	if base, there := g.basePiece(); like && there {
		shared := 0
		if isBase {
			shared = g.starts[front] / sha256.BlockSize
		}
		state := g.afterOr(key.inner, shared)
		between, ok := c.appendValues(g.batch.Buffer(), &c.message, front, int(c.message.n)-(int(g.base.message.n)-behind), c.encodedBy())
		if !ok {
			return false
		}
		own, kept := g.batch.Keep(between)
		end, _ := g.batch.Keep(c.appendEnd(g.batch.Buffer()))
		return kept && g.batch.Add(state, key.outer, len(g.waiting), base.To(g.starts[front]).From(shared*sha256.BlockSize), own, base.From(g.starts[behind]), end)
	}
	message, ok := c.appendMessage(g.batch.Buffer())
	if !ok {
		return false
	}
	whole, kept := g.batch.Keep(message)
	return kept && g.batch.Add(key.inner, key.outer, len(g.waiting), whole)
}

// basePiece returns the base's message in the batch, and whether there is room for it.
func (g *gathered) basePiece() (batch.Piece, bool) {
	if !g.isThere && g.ok {
		g.piece, g.isThere = g.batch.Keep(append(g.batch.Buffer(), g.message...))
	}
	return g.piece, g.isThere
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

// appendMessage appends the bytes of the message.
func (c *candidate) appendMessage(dst []byte) ([]byte, bool) {
	if c.byteOrder {
		dst = append(dst, c.encodedBy().ByteOrderMark...)
	}
	dst, ok := c.appendValues(dst, &c.message, 0, int(c.message.n), c.encodedBy())
	return c.appendEnd(dst), ok
}

// appendEnd appends what stands after the last value.
func (c *candidate) appendEnd(dst []byte) []byte {
	if c.message.back == 0 {
		return dst
	}
	dst, _ = c.texts.append(dst, c.message.back, c.encodedBy())
	return dst
}

// inCommon returns how many values at the beginning of c's message are the base's, and from which of the base's values on
// those at the end are; like is false where no bytes are the same.
func (g *gathered) inCommon(c *candidate) (front, behind int, like bool) {
	m, b := &c.message, &g.base.message
	if !g.ok || c.encoding != g.base.encoding || c.byteOrder != g.base.byteOrder || m.separator != b.separator {
		return 0, 0, false
	}
	back, most := 0, min(int(m.n), int(b.n))
	for front < most && m.list[front].text() == b.list[front].text() {
		front++
	}
	most -= max(front, 1) // the first value has no separator
	for back < most && m.list[int(m.n)-1-back].text() == b.list[int(b.n)-1-back].text() {
		back++
	}
	return front, int(b.n) - back, true
}
