package batch

// Form is a message in which one piece is not yet there. It is of one batch, until its Sum.
type Form struct {
	message
	length uint32 // of the other pieces
}

// Form prepares messages that differ in one piece, between two others, behind a state and with an outer state or none.
func (b *Batch) Form(state, outer Ref, before, behind Piece) (f Form) {
	f.state, f.outer = state, outer
	f.length = f.set(uint32(b.States[state].length), b.kernel.base(b.bytes), []Piece{before, {length: 1}, behind}) - 1
	if before.length > 0 {
		f.gap = 1
	}
	return f
}

// Key sets the states of the messages, those of another key of an HMAC.
func (f *Form) Key(inner, outer Ref) { f.state, f.outer, f.hashed = inner, outer, blockSize }

// Fill adds the message with a piece that was appended to what Buffer gave; false means that there is no room, or that it is
// too long. The tag is for Tag.
func (b *Batch) Fill(f *Form, tag int, appended []byte) bool {
	piece, ok := b.Keep(appended)
	if !ok {
		return false
	}
	m := b.next()
	*m = f.message
	m.tag = int32(tag)
	m.pieces[f.gap] = Piece{b.kernel.base(b.bytes) + piece.at, piece.length}
	return b.take(m, f.length+piece.length)
}

// Filled is the piece with which a message was added, by its number.
func (b *Batch) Filled(i int) Piece {
	m := &b.messages[i]
	return Piece{m.pieces[m.gap].at - b.kernel.base(b.bytes), m.pieces[m.gap].length}
}
