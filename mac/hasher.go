package mac

import (
	"bytes"
	marshal "encoding"
	"hash"
)

// hasher computes many digests of calculations that have most in common with
// one of them, the base: what the states of the hash were after the key and
// after each block of the base's message is computed once.
type hasher struct {
	base    calculation
	ok      bool         // the base can be encoded
	message []byte       // of the base
	starts  []int        // where each value of the base's message begins
	key     *keyStates   // of the base
	hash    *hashing     // of the base
	states  [][]byte     // after so many blocks of the base's message; empty where not computed
	keys    [2]keyStates // of the base, and of the last candidate with another key
	tail    []byte
	digest  []byte
}

// keyStates are the states of a hash after the padded key, inside and outside.
type keyStates struct {
	hash         *hashing
	key          []byte
	inner, outer []byte
	function     resumable
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
	h.base, h.hash = *c, c.hash
	h.states = h.states[:0]
	h.starts = h.starts[:0]
	h.message, h.ok = h.message[:0], false
	var wrong *FieldError
	if c.byteOrder {
		h.message = append(h.message, c.encoding.byteOrderMark...)
	}
	for i, v := range c.message.values() {
		h.starts = append(h.starts, len(h.message))
		if i > 0 {
			h.message = c.encoding.appendASCII(h.message, c.message.separator)
		}
		if h.message, wrong = c.encoding.append(h.message, v.text); wrong != nil {
			return
		}
	}
	h.starts = append(h.starts, len(h.message))
	h.message = c.encoding.appendASCII(h.message, c.message.back)
	if h.keys[0].set(c) {
		h.key, h.ok = &h.keys[0], true
	}
}

// sum returns the digest of c, which is valid until the next call, or false if
// c cannot be encoded.
func (h *hasher) sum(c *calculation) ([]byte, bool) {
	key := h.keyOf(c)
	if key == nil {
		return nil, false
	}
	blocks := 0
	var wrong *FieldError
	h.tail = h.tail[:0]
	if n := h.shared(c); n > 0 && key == h.key {
		size := key.function.BlockSize()
		blocks = h.starts[n] / size
		h.tail = append(h.tail, h.message[blocks*size:h.starts[n]]...)
		h.tail, wrong = h.appendRest(h.tail, c, n)
		restore(key.function, h.state(blocks))
	} else {
		h.tail, wrong = c.appendMessage(h.tail, 0)
		restore(key.function, key.inner)
	}
	if wrong != nil {
		return nil, false
	}
	key.function.Write(h.tail)
	h.digest = key.function.Sum(h.digest[:0])
	if key.outer != nil {
		restore(key.function, key.outer)
		key.function.Write(h.digest)
		h.digest = key.function.Sum(h.digest[:0])
	}
	return h.digest, true
}

// shared returns how many values at the beginning of c's message are those of the base.
func (h *hasher) shared(c *calculation) int {
	b := &h.base
	if !h.ok || c.encoding != b.encoding || c.byteOrder != b.byteOrder || c.message.separator != b.message.separator {
		return 0
	}
	n := 0
	for n < c.message.n && n < b.message.n && c.message.list[n].text == b.message.list[n].text {
		n++
	}
	return n
}

// appendRest appends c's message from the i-th value on, and copies the bytes
// of the values that are those of the base.
func (h *hasher) appendRest(dst []byte, c *calculation, i int) ([]byte, *FieldError) {
	b := &h.base
	var wrong *FieldError
	for ; i < c.message.n && i < b.message.n; i++ {
		if c.message.list[i].text == b.message.list[i].text {
			dst = append(dst, h.message[h.starts[i]:h.starts[i+1]]...)
			continue
		}
		dst = c.encoding.appendASCII(dst, c.message.separator)
		if dst, wrong = c.encoding.append(dst, c.message.list[i].text); wrong != nil {
			return dst, wrong
		}
	}
	return c.appendMessage(dst, i)
}

// keyOf returns the states of c's key, or nil if it cannot be encoded.
func (h *hasher) keyOf(c *calculation) *keyStates {
	b := &h.base
	if h.ok && c.hash == h.hash && c.hexKey == b.hexKey && c.keyAs == b.keyAs && (c.encoding == b.encoding || c.keyAs != nil) && c.key.equal(&b.key) {
		return h.key
	}
	if !h.keys[1].set(c) {
		return nil
	}
	return &h.keys[1]
}

// state returns the state after so many blocks of the base's message.
func (h *hasher) state(blocks int) []byte {
	for len(h.states) <= blocks {
		h.states = append(h.states, nil)
	}
	if blocks == 0 {
		return h.key.inner
	}
	if len(h.states[blocks]) == 0 {
		size := h.key.function.BlockSize()
		restore(h.key.function, h.key.inner)
		h.key.function.Write(h.message[:blocks*size])
		h.states[blocks] = save(h.key.function, h.states[blocks])
	}
	return h.states[blocks]
}

// set computes the states of c's key, unless they are there already. It
// returns false if the key cannot be encoded.
func (k *keyStates) set(c *calculation) bool {
	var key []byte
	if c.hash.keyed {
		var wrong *FieldError
		if key, wrong = c.appendKey(nil); wrong != nil {
			return false
		}
	}
	if k.hash == c.hash && bytes.Equal(k.key, key) {
		return true
	}
	if k.hash != c.hash {
		k.function = c.hash.new().(resumable)
	}
	k.hash, k.key = c.hash, key
	k.function.Reset()
	if !c.hash.keyed {
		k.inner, k.outer = save(k.function, k.inner), nil
		return true
	}
	k.inner = k.padded(key, 0x36, k.inner)
	k.outer = k.padded(key, 0x5c, k.outer)
	return true
}

// padded returns the state after the key as HMAC pads it (RFC 2104).
func (k *keyStates) padded(key []byte, pad byte, into []byte) []byte {
	block := make([]byte, k.function.BlockSize())
	k.function.Reset()
	if len(key) > len(block) {
		k.function.Write(key)
		key = k.function.Sum(nil)
		k.function.Reset()
	}
	copy(block, key)
	for i := range block {
		block[i] ^= pad
	}
	k.function.Write(block)
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
