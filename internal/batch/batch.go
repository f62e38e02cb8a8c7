// Package batch hashes many messages with SHA-256 at once: by crypto/sha256 one after the other or, where a kernel was
// given, in its lanes. Messages that begin alike share the state after what they have in common; what they have in common
// besides is kept once, and each is put together from such pieces.
package batch

const (
	blockSize = 64

	// room is for how many messages there is, and pool for how many bytes of theirs: to call a kernel costs as much as
	// to hash some twenty blocks, which is little beside so many.
	room = 512
	pool = room * 4 * blockSize

	// MostPieces is how many pieces a message has at the most, and mostBlocks how many blocks.
	MostPieces = 4
	mostBlocks = 64
)

// message is one that waits.
type message struct {
	state, outer Ref
	count, tag   int32 // of blocks, with the padding; and what it was given
	gap          int32 // the piece that was filled in
	record
}

// Batch gathers messages. What it holds it keeps, so that it allocates no more after its first use.
type Batch struct {
	// States are those that messages refer to. What waits holds no pointer: a garbage collector that marks would have to
	// be told of each.
	States   []State
	messages []message
	bytes    []byte // that pieces are of
	making   []making
	alike    [2][mostBlocks + 1]waiting // without and with an outer state, by how many blocks they have: fewer than four
	fours    []four
	one      single
	kernel   inLanes
}

// Piece is some bytes that a batch keeps until Sum.
type Piece struct{ at, length uint32 }

// four are messages that are hashed together, and waiting are some that are not yet four.
type (
	four    [lanes]int32
	waiting struct {
		four
		n int32
	}
)

// Buffer is where the next bytes to keep may be written, up to its capacity.
func (b *Batch) Buffer() []byte {
	if b.bytes == nil {
		b.bytes = make([]byte, 0, pool+lanes*blockSize) // a kernel reads some bytes behind a piece
		b.messages, b.making, b.fours = make([]message, 0, room), make([]making, 0, room), make([]four, 0, room/lanes+2*lanes)
	}
	return b.bytes[len(b.bytes):len(b.bytes):pool]
}

// Keep keeps what was appended to what Buffer gave; it says whether there was room.
func (b *Batch) Keep(appended []byte) (Piece, bool) {
	p := Piece{uint32(len(b.bytes)), uint32(len(appended))}
	if p.at+p.length > pool || p.length > 0 && &appended[0] != &b.bytes[:p.at+1][p.at] {
		return Piece{}, false
	}
	b.bytes = b.bytes[:p.at+p.length]
	return p, true
}

// Bytes are those of a piece, until Sum.
func (b *Batch) Bytes(p Piece) []byte { return b.bytes[p.at : p.at+p.length] }

// From is what is left of a piece behind so many bytes, and To what is before them.
func (p Piece) From(n int) Piece { return Piece{p.at + uint32(n), p.length - uint32(n)} }
func (p Piece) To(n int) Piece   { return Piece{p.at, uint32(n)} }

// Full says whether the next message may find no room, or its key.
func (b *Batch) Full() bool {
	return len(b.messages) == room || len(b.making) == room || len(b.bytes) > pool/2
}

// Len is how many messages wait.
func (b *Batch) Len() int { return len(b.messages) }

// Add adds the message whose rest, behind a state, are the given pieces, at most MostPieces; false means that it is too
// long. With an outer state the digest is hashed behind that in turn, as an HMAC does. States must stay as they are until
// Sum. The tag is for Tag.
func (b *Batch) Add(state, outer Ref, tag int, pieces ...Piece) bool {
	m := b.next()
	length := m.set(uint32(b.States[state].length), b.kernel.base(b.bytes), pieces)
	m.state, m.outer, m.tag = state, outer, int32(tag)
	return b.take(m, length)
}

// next is the message behind the last.
func (b *Batch) next() *message {
	i := len(b.messages)
	return &b.messages[:i+1][i]
}

// take takes that message, of such a length, if it is not too long.
func (b *Batch) take(m *message, length uint32) bool {
	count, keyed := blocksOf(length), 0
	if count > mostBlocks {
		return false
	}
	if m.outer != NoState {
		keyed = 1
	}
	i := len(b.messages)
	b.messages = b.messages[:i+1]
	m.count = int32(count)
	w := &b.alike[keyed][count]
	w.four[w.n] = int32(i)
	if w.n++; w.n == lanes {
		b.fours, w.n = append(b.fours, w.four), 0
	}
	return true
}

// Tag is what a message was given, by its number.
func (b *Batch) Tag(i int) int { return int(b.messages[i].tag) }

// blocksOf is how many blocks a rest makes, with a bit and the length behind it.
func blocksOf(rest uint32) uint32 { return (rest + 1 + 8 + blockSize - 1) / blockSize }

// Sum hashes all messages, and calls each with the number of every one, counted from 0 as they were added, and its
// digest, which is valid until each returns; where some are wanted, of those alone whose digest begins with one of these
// words. The batch is empty then.
func (b *Batch) Sum(wanted []uint32, each func(i int, digest *Digest)) {
	switch {
	case len(b.messages) == 0:
	case Kernel != nil:
		b.kernel.begin(b.States, b.making, b.bytes)
		b.gather()
		b.kernel.sum(b.States, b.messages, b.fours, wanted, each)
	default:
		b.one.sum(b.States, b.messages, b.bytes, wanted, each)
	}
	b.messages, b.bytes, b.making, b.fours = b.messages[:0], b.bytes[:0], b.making[:0], b.fours[:0]
	b.alike = [2][mostBlocks + 1]waiting{}
}

// gather puts those together that are left, of alike many blocks beside each other: the lanes wait for the longest. What is
// left in the last four is the same as the one before.
func (b *Batch) gather() {
	for keyed := range b.alike {
		last := waiting{}
		for count := range b.alike[keyed] {
			w := &b.alike[keyed][count]
			for _, i := range w.four[:w.n] {
				last.four[last.n] = i
				if last.n++; last.n == lanes {
					b.fours, last.n = append(b.fours, last.four), 0
				}
			}
		}
		if last.n > 0 {
			for ; last.n < lanes; last.n++ {
				last.four[last.n] = last.four[last.n-1]
			}
			b.fours = append(b.fours, last.four)
		}
	}
}
