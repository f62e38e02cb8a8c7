package batch

import (
	"slices"
	"unsafe"
)

// Kernel hashes count groups, which lie one behind the other from an address on, each of four messages in four lanes, and
// works at an address where it finds what it left there; nil where there is none. Package web/bundle/kernel makes one, and
// says what a group and a message are to it. It is set before anything is hashed.
var Kernel func(groups uintptr, count int, work uintptr)

const (
	lanes    = 4
	workSize = 1 << 15 // at least what a kernel works in
)

// group is what a kernel reads, and where it writes the digests: word by word, for all lanes.
type group struct {
	states, messages, counts, outer [lanes]uint32
	digests                         [8][lanes]uint32
}

// record is what a kernel reads of a message.
type record struct {
	hashed uint32 // bytes before it
	pad    uint32 // of a key; 0 for a message
	n      uint32
	pieces [MostPieces]Piece // by their addresses; without a kernel, by their places
}

// set sets the record to pieces of what lies at an address, and returns how long they are together. Those that are empty are
// left out.
func (r *record) set(hashed, address uint32, pieces []Piece) (length uint32) {
	r.hashed, r.pad, r.n = hashed, 0, 0
	for _, p := range pieces {
		if p.length > 0 {
			r.pieces[r.n] = Piece{address + p.at, p.length}
			r.n++
			length += p.length
		}
	}
	return length
}

// setOne sets it to one piece, of a message from its beginning or with a pad.
func (r *record) setOne(p Piece, address, pad uint32) {
	r.hashed, r.pad, r.n = 0, pad, 1
	r.pieces[0] = Piece{address + p.at, p.length}
}

// inLanes hashes by the kernel.
type inLanes struct {
	groups []group
	slots  []int32 // where each message lies
	work   []byte
}

// initial is the state before anything is hashed.
var initial = func() (s State) {
	new(Hasher).After(&s, nil)
	return s
}()

// base is the address of the bytes; 0 without a kernel. They stay where they are: Go moves nothing that is on its heap.
func (l *inLanes) base(bytes []byte) uint32 {
	if Kernel == nil {
		return 0
	}
	return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(bytes))))
}

// room makes room, once, and empties it.
func (l *inLanes) room() {
	if l.groups == nil {
		l.groups, l.slots, l.work = make([]group, 0, 2*room/lanes+2*lanes), make([]int32, room), make([]byte, workSize)
	}
	l.groups = l.groups[:0]
}

// run lets the kernel hash the groups.
func (l *inLanes) run() {
	if len(l.groups) > 0 {
		Kernel(uintptr(unsafe.Pointer(&l.groups[0])), len(l.groups), uintptr(unsafe.Pointer(&l.work[0])))
	}
}

func (l *inLanes) sum(states []State, messages []message, fours []four, wanted []uint32, each func(int, *Digest)) {
	l.room()
	for _, f := range fours {
		g := l.next()
		for lane, i := range f {
			m := &messages[i]
			l.slots[i] = int32(lanes*(len(l.groups)-1) + lane)
			g.set(lane, m.state, &m.record, m.count, states)
			if g.outer[lane] = 0; m.outer != NoState {
				g.outer[lane] = uint32(uintptr(unsafe.Pointer(&states[m.outer])))
			}
		}
	}
	if l.run(); wanted != nil && !l.anyWanted(wanted) {
		return
	}
	var digest Digest
	for i, slot := range l.slots[:len(messages)] {
		if wanted == nil || slices.Contains(wanted, l.groups[slot/lanes].digests[0][slot%lanes]) {
			l.read(&digest, int(slot))
			each(i, &digest)
		}
	}
}

// anyWanted says whether the first word of any digest is among those wanted; most often, none is.
func (l *inLanes) anyWanted(wanted []uint32) bool {
	for i := range l.groups {
		first := &l.groups[i].digests[0]
		for _, word := range wanted {
			if first[0] == word || first[1] == word || first[2] == word || first[3] == word {
				return true
			}
		}
	}
	return false
}

// next is another group, in which every lane is to be set.
func (l *inLanes) next() *group {
	l.groups = l.groups[:len(l.groups)+1]
	return &l.groups[len(l.groups)-1]
}

// set gives a lane its message. The addresses are of memory that the batch and the states hold until the sum is made.
func (g *group) set(lane int, from Ref, r *record, count int32, states []State) {
	state := &initial
	if from != NoState {
		state = &states[from]
	}
	g.states[lane] = uint32(uintptr(unsafe.Pointer(state)))
	g.messages[lane] = uint32(uintptr(unsafe.Pointer(r)))
	g.counts[lane] = uint32(count)
}

func (l *inLanes) read(digest *Digest, slot int) {
	g := &l.groups[slot/lanes]
	for word := range g.digests {
		putUint32(digest[4*word:], g.digests[word][slot%lanes])
	}
}
