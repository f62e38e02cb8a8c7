package mac

import (
	"bytes"
	"crypto/sha512"
	"crypto/subtle"
	marshal "encoding"
	"hash"
)

// hasher computes many digests of calculations that have most in common with
// one of them, the base: the bytes of the base's values and the states of the
// hash after its key and after each block of its message are computed once.
type hasher struct {
	base    calculation
	ok      bool         // the base can be encoded
	message []byte       // of the base, without what stands after the last value
	starts  []int        // where each value of the base's message begins; and the end
	states  [][]byte     // after so many blocks of the base's message; empty where not computed
	keys    [2]keyStates // of the base, and of the last candidate with another key
	changed []byte       // message of the last candidate
	digest  []byte
}

// keyStates are the states of a hash after the padded key, inside and outside.
type keyStates struct {
	hash         *hashing
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

// setBase makes c the base.
func (h *hasher) setBase(c *calculation) {
	h.base, h.ok = *c, false
	h.message, h.starts = h.message[:0], h.starts[:0]
	for i := range h.states {
		h.states[i] = h.states[i][:0]
	}
	if c.byteOrder {
		h.message = append(h.message, c.encoding.byteOrderMark...)
	}
	for i := range c.message.values() {
		h.starts = append(h.starts, len(h.message))
		var wrong *lack
		if h.message, wrong = c.message.appendValues(h.message, i, i+1, c.encoding); wrong != nil {
			return
		}
	}
	h.starts = append(h.starts, len(h.message))
	h.ok = h.keys[0].set(c)
}

// sum returns the digest of c, which is valid until the next call, or false if
// c cannot be encoded.
func (h *hasher) sum(c *calculation) ([]byte, bool) {
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
	if c.hash.keyed {
		restore(key.function, key.outer)
		key.function.Write(h.digest)
		h.digest = key.function.Sum(h.digest[:0])
	}
	return h.digest, true
}

// keyOf returns the states of c's key, or nil if it cannot be encoded.
func (h *hasher) keyOf(c *calculation) *keyStates {
	b := &h.base
	if h.ok && c.hash == b.hash && c.hexKey == b.hexKey && c.keyAs == b.keyAs && (c.encoding == b.encoding || c.keyAs != nil) && c.key.equal(&b.key) {
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
func (h *hasher) appendMessage(dst []byte, c *calculation) (message []byte, shared int, wrong *lack) {
	m, b := &c.message, &h.base.message
	if !h.ok || c.encoding != h.base.encoding || c.byteOrder != h.base.byteOrder || m.separator != b.separator {
		message, wrong = c.appendMessage(dst)
		return message, 0, wrong
	}
	front, back, most := 0, 0, min(m.n, b.n)
	for front < most && m.list[front].text == b.list[front].text {
		front++
	}
	most -= max(front, 1) // the first value has no separator
	for back < most && m.list[m.n-1-back].text == b.list[b.n-1-back].text {
		back++
	}
	shared = h.starts[front]
	message = append(dst, h.message[:shared]...)
	message, wrong = m.appendValues(message, front, m.n-back, c.encoding)
	message = append(message, h.message[h.starts[b.n-back]:]...)
	return c.encoding.appendASCII(message, m.back), shared, wrong
}

// sharedBlocks returns with how many blocks of the base's a message begins,
// which has at least so many bytes in common with it.
func (h *hasher) sharedBlocks(message []byte, common int) int {
	size := h.keys[0].function.BlockSize()
	n, most := common/size, min(len(message), len(h.message))/size
	for n < most && bytes.Equal(message[n*size:(n+1)*size], h.message[n*size:(n+1)*size]) {
		n++
	}
	return n
}

// state returns the state after so many blocks of the base's message.
func (h *hasher) state(blocks int) []byte {
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
func (k *keyStates) set(c *calculation) bool {
	key := k.next[:0]
	if c.hash.keyed {
		var wrong *lack
		if key, wrong = c.appendKey(key); wrong != nil {
			return false
		}
	}
	if k.hash == c.hash && bytes.Equal(k.key, key) {
		return true
	}
	if k.hash != c.hash {
		k.hash, k.function = c.hash, c.hash.new().(resumable)
		k.block = make([]byte, k.function.BlockSize())
	}
	k.key, k.next = key, k.key
	k.function.Reset()
	if !c.hash.keyed {
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
