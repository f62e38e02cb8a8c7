// Package batch hashes many messages with SHA-256 at once: by crypto/sha256 one after the other or, where a kernel was
// given, in its lanes. Messages that begin alike share the state after what they have in common.
package batch

const (
	blockSize = 64
	// room is for how many messages there is, and pool for how many bytes of theirs: to call a kernel costs as much as
	// to hash some twenty blocks, which is little beside so many.
	room = 512
	pool = room * 8 * blockSize
)

// message is one that waits.
type message struct {
	state, outer Ref
	start, size  int32 // of its rest, without the padding
	count        int32 // of blocks, with it
}

// Batch gathers messages. What it holds it keeps, so that it allocates no more after its first use.
type Batch struct {
	// States are those that messages refer to. What waits holds no pointer: a garbage collector that marks would have to
	// be told of each.
	States   []State
	messages []message
	blocks   []byte
	keys     []key
	keyed    int // how many keys there are, in a kernel or not, and how many bytes all take, so that
	size     int // batches end at the same places with a kernel and without it
	one      single
	kernel   inLanes
}

// Buffer is where the rest of the next message may be written, up to its capacity.
func (b *Batch) Buffer() []byte {
	if b.blocks == nil {
		// As much again lies behind, because a kernel reads, and does not use, so many blocks as the longest of a group has.
		b.blocks = make([]byte, 0, 2*pool)
		b.messages, b.keys = make([]message, 0, room), make([]key, 0, room)
	}
	return b.blocks[len(b.blocks):len(b.blocks):pool]
}

// Full says whether the next message may find no room, or its key.
func (b *Batch) Full() bool {
	return len(b.messages) == room || b.keyed == room || b.size > pool/2
}

// Len is how many messages wait.
func (b *Batch) Len() int { return len(b.messages) }

// Add adds the message whose rest, behind a state, was appended to what Buffer gave; it says whether there was room. With
// an outer state the digest is hashed behind that in turn, as an HMAC does. States must stay as they are until Sum.
func (b *Batch) Add(state Ref, rest []byte, outer Ref) bool {
	m := message{state, outer, int32(len(b.blocks)), int32(len(rest)), int32(blocksOf(len(rest)))}
	if int(m.start)+blocksOf(len(rest))*blockSize > pool || len(rest) > 0 && &rest[0] != &b.blocks[:m.start+1][m.start] {
		return false
	}
	b.pad(&m, b.States[state].length)
	b.messages = append(b.messages, m)
	b.size += int(m.count) * blockSize
	return true
}

// blocksOf is how many blocks a rest makes, with a bit and the length behind it.
func blocksOf(rest int) int { return (rest + 1 + 8 + blockSize - 1) / blockSize }

// pad pads the rest of a message that lies behind the blocks to whole ones. So many bytes were hashed before it.
func (b *Batch) pad(m *message, length uint64) {
	end := m.start + m.count*blockSize
	b.blocks = b.blocks[:end]
	clear(b.blocks[m.start+m.size:])
	b.blocks[m.start+m.size] = 0x80
	putUint64(b.blocks[end-8:], 8*(length+uint64(m.size)))
}

// Sum hashes all messages, and calls each with the number of every one, counted from 0 as they were added, and its
// digest, which is valid until each returns; where some are wanted, of those alone whose digest begins with one of these
// words. The batch is empty then.
func (b *Batch) Sum(wanted []uint32, each func(i int, digest *Digest)) {
	switch {
	case len(b.messages) == 0:
	case Kernel != nil:
		b.kernel.begin(b.States, b.keys, b.blocks)
		b.kernel.sum(b.States, b.messages, b.blocks, wanted, each)
	default:
		b.one.sum(b.States, b.messages, b.blocks, wanted, each)
	}
	b.messages, b.blocks, b.keys, b.keyed, b.size = b.messages[:0], b.blocks[:0], b.keys[:0], 0, 0
}
