package calc

import (
	"bytes"
	"crypto/sha512"
	"crypto/subtle"
	marshal "encoding"
	"hash"
)

// Resumer computes many digests of calculations that have most in common with
// one of them, the base: the bytes of the base's values and the states of the
// hash after its key and after each block of its message are computed once.
type Resumer struct {
	base    Calculation
	OK      bool         // the base can be encoded
	message []byte       // of the base, without what stands after the last value
	starts  []int        // where each value of the base's message begins; and the end
	states  [][]byte     // after so many blocks of the base's message; empty where not computed
	keys    [2]keyStates // of the base, and of the last candidate with another key
	changed []byte       // message of the last candidate
	digest  []byte
}

// keyStates are the states of a hash after the padded key, inside and outside.
type keyStates struct {
	hash         *Hash
	function     resumable
	key          []byte
	inner, outer []byte
	next         []byte // scratch, for a key
	block        []byte // the key, padded
}

// resumable is what the hashes of the standard library are: their state can be
// kept and taken up again.
type resumable interface {
	hash.Hash
	marshal.BinaryAppender
	marshal.BinaryUnmarshaler
}

// SetBase makes c the base.
func (h *Resumer) SetBase(c *Calculation) {
	h.base, h.OK = *c, false
	h.message, h.starts = h.message[:0], h.starts[:0]
	for i := range h.states {
		h.states[i] = h.states[i][:0]
	}
	if c.ByteOrderMark {
		h.message = append(h.message, c.Encoding.ByteOrderMark...)
	}
	for i := range c.Message.Values() {
		h.starts = append(h.starts, len(h.message))
		var wrong *Lack
		if h.message, wrong = c.Message.appendValues(h.message, i, i+1, c.Encoding); wrong != nil {
			return
		}
	}
	h.starts = append(h.starts, len(h.message))
	h.OK = h.keys[0].set(c)
}

// Sum returns the digest of c, which is valid until the next call, or false if
// c cannot be encoded.
func (h *Resumer) Sum(c *Calculation) ([]byte, bool) {
	key := h.keyOf(c)
	if key == nil {
		return nil, false
	}
	message, common, wrong := h.appendMessage(h.changed[:0], c)
	h.changed = message
	if wrong != nil {
		return nil, false
	}
	if key == &h.keys[0] {
		shared := h.sharedBlocks(message, common)
		restore(key.function, h.state(shared))
		message = message[shared*key.function.BlockSize():]
	} else {
		restore(key.function, key.inner)
	}
	key.function.Write(message)
	h.digest = key.function.Sum(h.digest[:0])
	if c.Hash.Keyed {
		restore(key.function, key.outer)
		key.function.Write(h.digest)
		h.digest = key.function.Sum(h.digest[:0])
	}
	return h.digest, true
}

// keyOf returns the states of c's key, or nil if it cannot be encoded.
func (h *Resumer) keyOf(c *Calculation) *keyStates {
	b := &h.base
	if h.OK && c.Hash == b.Hash && c.HexKey == b.HexKey && c.KeyAs == b.KeyAs && (c.Encoding == b.Encoding || c.KeyAs != nil) && c.Key.equal(&b.Key) {
		return &h.keys[0]
	}
	if !h.keys[1].set(c) {
		return nil
	}
	return &h.keys[1]
}

// appendMessage appends c's message. The values at its beginning and at its end
// that are the base's are copied from there; those at its beginning have shared
// bytes.
func (h *Resumer) appendMessage(dst []byte, c *Calculation) (message []byte, shared int, wrong *Lack) {
	m, b := &c.Message, &h.base.Message
	if !h.OK || c.Encoding != h.base.Encoding || c.ByteOrderMark != h.base.ByteOrderMark || m.Separator != b.Separator {
		message, wrong = c.AppendMessage(dst)
		return message, 0, wrong
	}
	front, back, most := 0, 0, min(m.N, b.N)
	for front < most && m.List[front].Text == b.List[front].Text {
		front++
	}
	most -= max(front, 1) // the first value has no separator
	for back < most && m.List[m.N-1-back].Text == b.List[b.N-1-back].Text {
		back++
	}
	shared = h.starts[front]
	message = append(dst, h.message[:shared]...)
	message, wrong = m.appendValues(message, front, m.N-back, c.Encoding)
	message = append(message, h.message[h.starts[b.N-back]:]...)
	return c.Encoding.appendASCII(message, m.Back), shared, wrong
}

// sharedBlocks returns with how many blocks of the base's a message begins,
// which has at least so many bytes in common with it.
func (h *Resumer) sharedBlocks(message []byte, common int) int {
	size := h.keys[0].function.BlockSize()
	n, most := common/size, min(len(message), len(h.message))/size
	for n < most && bytes.Equal(message[n*size:(n+1)*size], h.message[n*size:(n+1)*size]) {
		n++
	}
	return n
}

// state returns the state after so many blocks of the base's message.
func (h *Resumer) state(blocks int) []byte {
	key := &h.keys[0]
	if blocks == 0 {
		return key.inner
	}
	for len(h.states) <= blocks {
		h.states = append(h.states, nil)
	}
	if len(h.states[blocks]) == 0 {
		restore(key.function, key.inner)
		key.function.Write(h.message[:blocks*key.function.BlockSize()])
		h.states[blocks] = save(key.function, h.states[blocks])
	}
	return h.states[blocks]
}

// set computes the states of c's key, unless they are there already. It
// returns false if the key cannot be encoded.
func (k *keyStates) set(c *Calculation) bool {
	key := k.next[:0]
	if c.Hash.Keyed {
		var wrong *Lack
		if key, wrong = c.AppendKey(key); wrong != nil {
			return false
		}
	}
	if k.hash == c.Hash && bytes.Equal(k.key, key) {
		return true
	}
	if k.hash != c.Hash {
		k.hash, k.function = c.Hash, c.Hash.new().(resumable)
		k.block = make([]byte, k.function.BlockSize())
	}
	k.key, k.next = key, k.key
	k.function.Reset()
	if !c.Hash.Keyed {
		k.inner = save(k.function, k.inner)
		return true
	}
	clear(k.block)
	if len(key) > len(k.block) {
		k.function.Write(key)
		k.function.Sum(k.block[:0])
	} else {
		copy(k.block, key)
	}
	k.inner = k.padded(innerPad, k.inner)
	k.outer = k.padded(betweenPads, k.outer)
	return true
}

// innerPad is what HMAC pads a key with first (RFC 2104), for the longest block
// there is; betweenPads turns the key so padded into the one for the outside.
var (
	innerPad    = bytes.Repeat([]byte{0x36}, sha512.BlockSize)
	betweenPads = bytes.Repeat([]byte{0x36 ^ 0x5c}, sha512.BlockSize)
)

// padded pads what is in k.block, and returns the state after it.
func (k *keyStates) padded(pad, into []byte) []byte {
	subtle.XORBytes(k.block, k.block, pad)
	k.function.Reset()
	k.function.Write(k.block)
	return save(k.function, into)
}

// save and restore keep the state of a hash of the standard library, which
// marshals without an error.
func save(function resumable, into []byte) []byte {
	state, _ := function.AppendBinary(into[:0])
	return state
}

func restore(function resumable, state []byte) {
	_ = function.UnmarshalBinary(state)
}
