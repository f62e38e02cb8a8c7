package batch

import (
	"crypto/sha256"
	"unsafe"
)

// key is that of an HMAC whose states are made with the batch: in the kernel, since each costs as many blocks as a message.
type key struct {
	inner, outer Ref
	long         message // the key itself, where it is longer than a block and is hashed first; else its count is 0
	start        int     // of two blocks, for the padded keys
}

// What HMAC pads a key with, inside and outside (RFC 2104).
const innerPad, outerPad = 0x36, 0x5c

// Key sets inner and outer to the states after the padded key of an HMAC, at Sum at the latest: until then they may be
// those of messages, and no more.
func (b *Batch) Key(inner, outer Ref, text []byte) {
	b.keyed++
	b.size += (blocksOf(len(text)) + 2) * blockSize
	if Kernel == nil || len(b.blocks)+len(text)+8*blockSize > pool {
		b.one.Key(&b.States[inner], &b.States[outer], text)
		return
	}
	k := key{inner: inner, outer: outer}
	if b.Buffer(); len(text) > blockSize {
		k.long = message{outer: NoState, state: NoState, start: int32(len(b.blocks)), size: int32(len(text)), count: int32(blocksOf(len(text)))}
		b.blocks = append(b.blocks, text...)
		b.pad(&k.long, 0)
	}
	k.start = len(b.blocks)
	b.blocks = b.blocks[:k.start+2*blockSize]
	if k.long.count == 0 {
		pads(b.blocks[k.start:], text)
	}
	b.States[inner].length, b.States[outer].length = blockSize, blockSize
	b.keys = append(b.keys, k)
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

// begin makes the states of keys.
func (l *inLanes) begin(states []State, keys []key, blocks []byte) {
	if len(keys) == 0 {
		return
	}
	l.hashLong(keys, blocks)
	l.room()
	for i := range keys {
		for half := range 2 {
			slot := 2*i + half
			if slot%lanes == 0 {
				l.next()
			}
			m := message{state: NoState, outer: NoState, start: int32(keys[i].start + half*blockSize), count: 1}
			l.groups[slot/lanes].set(slot%lanes, &m, nil, blocks)
		}
	}
	l.fill(2 * len(keys))
	Kernel(uintptr(unsafe.Pointer(&l.groups[0])), len(l.groups))
	for i := range keys {
		l.state(&states[keys[i].inner], 2*i)
		l.state(&states[keys[i].outer], 2*i+1)
	}
}

// hashLong hashes the keys that are longer than a block, and pads their digests.
func (l *inLanes) hashLong(keys []key, blocks []byte) {
	l.room()
	n := 0
	for i := range keys {
		if k := &keys[i]; k.long.count > 0 {
			if n%lanes == 0 {
				l.next()
			}
			l.groups[n/lanes].set(n%lanes, &k.long, nil, blocks)
			n++
		}
	}
	if n == 0 {
		return
	}
	l.fill(n)
	Kernel(uintptr(unsafe.Pointer(&l.groups[0])), len(l.groups))
	n = 0
	var digest Digest
	for i := range keys {
		if k := &keys[i]; k.long.count > 0 {
			l.read(&digest, n)
			pads(blocks[k.start:], digest[:])
			n++
		}
	}
}

// fill gives the lanes that are left over what the last one has.
func (l *inLanes) fill(slots int) {
	g := &l.groups[len(l.groups)-1]
	for lane := (slots-1)%lanes + 1; lane < lanes; lane++ {
		g.states[lane], g.blocks[lane], g.counts[lane], g.outer[lane] = g.states[lane-1], g.blocks[lane-1], g.counts[lane-1], 0
	}
}

// state sets a state to the digest of a slot: of whole blocks both are the same.
func (l *inLanes) state(s *State, slot int) {
	g := &l.groups[slot/lanes]
	for word := range g.digests {
		s.words[word] = g.digests[word][slot%lanes]
	}
}
