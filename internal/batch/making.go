package batch

import "crypto/sha256"

// making are states that are made with the batch: in the kernel, since each costs as many blocks as a message. They are those
// after a key of an HMAC, inside and outside, or else the one after whole blocks behind another.
type making struct {
	inner, outer Ref
	before       Ref       // of whole blocks
	text         Piece     // the key, or the digest of a long one; or the blocks
	made         [2]record // of the key's two blocks; or the blocks
}

// wholeBlocks is what a record has in place of a pad, if nothing is to be added.
const wholeBlocks = 1 << 8

// What HMAC pads a key with, inside and outside (RFC 2104).
const innerPad, outerPad = 0x36, 0x5c

// Key sets inner and outer to the states after the padded key of an HMAC, at Sum at the latest: until then they may be
// those of messages, and no more. The key is appended to what Buffer gave; false means that there was no room.
func (b *Batch) Key(inner, outer Ref, appended []byte) bool {
	text, ok := b.Keep(appended)
	if !ok || blocksOf(text.length) > mostBlocks || len(b.making) == room {
		return false
	}
	m := b.nextMaking()
	m.inner, m.outer, m.text = inner, outer, text
	if Kernel == nil {
		b.one.Key(&b.States[inner], &b.States[outer], b.Bytes(text))
	}
	b.States[inner].length, b.States[outer].length = blockSize, blockSize
	return true
}

// Further sets a state to that after further whole blocks behind another, at Sum at the latest. False means that there was
// no room.
func (b *Batch) Further(state, before Ref, blocks Piece) bool {
	if len(b.making) == room || blocks.length > mostBlocks*blockSize {
		return false
	}
	m := b.nextMaking()
	m.inner, m.outer, m.before, m.text = state, NoState, before, blocks
	if Kernel == nil {
		b.one.Further(&b.States[state], &b.States[before], b.Bytes(blocks))
	}
	b.States[state].length = b.States[before].length + uint64(blocks.length)
	return true
}

// nextMaking is one more, whose parts are to be set: to copy them takes longer.
func (b *Batch) nextMaking() *making {
	b.making = b.making[:len(b.making)+1]
	return &b.making[len(b.making)-1]
}

// pads writes the two blocks of a key.
func pads(blocks, text []byte) {
	copy(blocks, padding[:])
	inner, outer := blocks[:len(text)], blocks[blockSize:blockSize+len(text)]
	for i, c := range text {
		inner[i] ^= c
		outer[i] ^= c
	}
}

// padding are the two blocks of an empty key.
var padding = func() (blocks [2 * blockSize]byte) {
	for i := range blockSize {
		blocks[i], blocks[blockSize+i] = innerPad, outerPad
	}
	return blocks
}()

// Key is as the batch's, at once.
func (h *Hasher) Key(inner, outer *State, text []byte) {
	if len(text) > blockSize {
		sum := sha256.Sum256(text)
		text = sum[:]
	}
	pads(h.blocks[:], text)
	h.After(inner, h.blocks[:blockSize])
	h.After(outer, h.blocks[blockSize:])
}

// begin makes states out of pieces of some bytes.
func (l *inLanes) begin(states []State, list []making, bytes []byte) {
	if len(list) == 0 {
		return
	}
	l.hashLong(list, bytes)
	l.room()
	slots := 0
	for i := range list {
		slots += l.add(slots, &list[i], states, bytes)
	}
	l.fill(slots)
	l.run()
	slots = 0
	for i := range list {
		l.state(&states[list[i].inner], slots)
		if slots++; list[i].outer != NoState {
			l.state(&states[list[i].outer], slots)
			slots++
		}
	}
}

// add puts what makes states into slots from one on, and returns how many it took.
func (l *inLanes) add(slot int, m *making, states []State, bytes []byte) int {
	if m.outer == NoState {
		m.made[0].setOne(m.text, l.base(bytes), wholeBlocks)
		l.put(slot, m.before, &m.made[0], int32(m.text.length/blockSize), states)
		return 1
	}
	for half, with := range [2]uint32{innerPad, outerPad} {
		m.made[half].setOne(m.text, l.base(bytes), with)
		l.put(slot+half, NoState, &m.made[half], 1, nil)
	}
	return 2
}

// isLong says whether a key is hashed before it is padded.
func (m *making) isLong() bool { return m.outer != NoState && m.text.length > blockSize }

// hashLong puts, in place of each key that is longer than a block, its digest.
func (l *inLanes) hashLong(list []making, bytes []byte) {
	l.room()
	slots := 0
	for i := range list {
		if m := &list[i]; m.isLong() {
			m.made[0].setOne(m.text, l.base(bytes), 0)
			l.put(slots, NoState, &m.made[0], int32(blocksOf(m.text.length)), nil)
			slots++
		}
	}
	l.fill(slots)
	l.run()
	slots = 0
	var digest Digest
	for i := range list {
		if m := &list[i]; m.isLong() {
			l.read(&digest, slots)
			m.text.length = uint32(copy(bytes[m.text.at:], digest[:]))
			slots++
		}
	}
}

// put puts a record into a slot, behind the last.
func (l *inLanes) put(slot int, before Ref, r *record, count int32, states []State) {
	if slot%lanes == 0 {
		l.next()
	}
	g := &l.groups[slot/lanes]
	g.set(slot%lanes, before, r, count, states)
	g.outer[slot%lanes] = 0
}

// fill gives the lanes that are left over what the last one has.
func (l *inLanes) fill(slots int) {
	if slots == 0 {
		return
	}
	g := &l.groups[len(l.groups)-1]
	for lane := (slots-1)%lanes + 1; lane < lanes; lane++ {
		g.states[lane], g.messages[lane], g.counts[lane], g.outer[lane] = g.states[lane-1], g.messages[lane-1], g.counts[lane-1], 0
	}
}

// state sets a state to the digest of a slot: of whole blocks both are the same.
func (l *inLanes) state(s *State, slot int) {
	g := &l.groups[slot/lanes]
	for word := range g.digests {
		s.words[word] = g.digests[word][slot%lanes]
	}
}
