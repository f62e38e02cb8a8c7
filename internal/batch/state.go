package batch

import (
	"crypto/sha256"
	marshal "encoding"
	"hash"
	"slices"
)

// Digest is SHA-256's.
type Digest [sha256.Size]byte

// State is that of SHA-256 after whole blocks.
type State struct {
	words  [8]uint32 // first: a kernel reads them at the state's address
	length uint64    // of what was hashed, in bytes
}

// hashing is what SHA-256 of the standard library is: its state can be kept and taken up again.
type hashing interface {
	hash.Hash
	marshal.BinaryAppender
	marshal.BinaryUnmarshaler
}

// The form in which the standard library keeps a state: a name, the words, the bytes of an unfinished block, the length.
const (
	name       = "sha\x03"
	lengthAt   = len(name) + 8*4 + blockSize
	marshalled = lengthAt + 8
)

// Ref refers to a state by its place among those of a batch.
type Ref int32

// NoState refers to none.
const NoState Ref = -1

// Hasher makes states. Its zero value is ready.
type Hasher struct {
	function hashing
	kept     [marshalled]byte
	blocks   [2 * blockSize]byte
}

func (h *Hasher) start() hashing {
	if h.function == nil {
		h.function = sha256.New().(hashing)
	}
	return h.function
}

// After sets state to that after whole blocks.
func (h *Hasher) After(state *State, blocks []byte) {
	f := h.start()
	f.Reset()
	f.Write(blocks)
	h.read(state)
}

// Further sets state to that after further blocks behind another.
func (h *Hasher) Further(state, before *State, blocks []byte) {
	h.restore(before)
	h.function.Write(blocks)
	h.read(state)
}

func (h *Hasher) read(state *State) {
	kept, _ := h.function.AppendBinary(h.kept[:0]) // it has no error
	for i := range state.words {
		state.words[i] = uint32At(kept[len(name)+4*i:])
	}
	state.length = uint64At(kept[lengthAt:])
}

func (h *Hasher) restore(state *State) {
	f := h.start()
	copy(h.kept[:], name)
	for i, word := range state.words {
		putUint32(h.kept[len(name)+4*i:], word)
	}
	clear(h.kept[len(name)+8*4 : lengthAt])
	putUint64(h.kept[lengthAt:], state.length)
	_ = f.UnmarshalBinary(h.kept[:])
}

// single hashes one message after the other.
type single struct {
	Hasher
	digest Digest
}

func (s *single) sum(states []State, messages []message, bytes []byte, wanted []uint32, each func(int, *Digest)) {
	for i := range messages {
		m := &messages[i]
		s.restore(&states[m.state])
		for _, p := range m.pieces[:m.n] {
			s.function.Write(bytes[p.at : p.at+p.length])
		}
		s.function.Sum(s.digest[:0])
		if m.outer != NoState {
			s.restore(&states[m.outer])
			s.function.Write(s.digest[:])
			s.function.Sum(s.digest[:0])
		}
		if wanted == nil || slices.Contains(wanted, uint32At(s.digest[:])) {
			each(i, &s.digest)
		}
	}
}
