package batch

import (
	"slices"
	"unsafe"
)

// Kernel hashes count groups, which lie one behind the other from an address on, each of four messages in four lanes;
// nil where there is none. Package web/bundle/kernel makes one, and says what a group is. It is set before anything is
// hashed.
var Kernel func(groups uintptr, count int)

const lanes = 4

// group is what a kernel reads, and where it writes the digests: word by word, for all lanes.
type group struct {
	states, blocks, counts, outer [lanes]uint32
	digests                       [8][lanes]uint32
}

// inLanes hashes by the kernel.
type inLanes struct {
	groups []group
	order  []int // of the messages, as they lie in the lanes; -1 for a lane that is left over
	sorted []int
	slots  []int // where each message lies whose digest is wanted; -1 for the others
}

// initial is the state before anything is hashed.
var initial = func() (s State) {
	new(Hasher).After(&s, nil)
	return s
}()

// room makes room, once, and empties it.
func (l *inLanes) room() {
	if l.groups == nil {
		l.groups, l.order = make([]group, 0, 2*room/lanes+2*lanes), make([]int, 0, room+2*lanes)
		l.sorted, l.slots = make([]int, 0, room), make([]int, room)
	}
	l.groups, l.order = l.groups[:0], l.order[:0]
}

func (l *inLanes) sum(states []State, messages []message, blocks []byte, wanted []uint32, each func(int, *Digest)) {
	l.room()
	l.add(states, messages, blocks, false)
	l.add(states, messages, blocks, true)
	Kernel(uintptr(unsafe.Pointer(&l.groups[0])), len(l.groups))
	l.slots = l.slots[:len(messages)]
	for slot, i := range l.order {
		if i >= 0 {
			l.slots[i] = slot
			if !isWanted(wanted, l.groups[slot/lanes].digests[0][slot%lanes]) {
				l.slots[i] = -1
			}
		}
	}
	var digest Digest
	for i, slot := range l.slots {
		if slot >= 0 {
			l.read(&digest, slot)
			each(i, &digest)
		}
	}
}

// isWanted says whether a digest's first word is among those wanted; without any, all are.
func isWanted(wanted []uint32, word uint32) bool {
	return wanted == nil || slices.Contains(wanted, word)
}

// add puts the messages that are keyed, or the others, into groups, those of alike many blocks beside each other: the
// lanes of a group wait for the longest.
func (l *inLanes) add(states []State, messages []message, blocks []byte, keyed bool) {
	l.sort(messages, keyed)
	for from := 0; from < len(l.sorted); from += lanes {
		g := l.next()
		for lane := range lanes {
			slot := from + lane
			if slot < len(l.sorted) {
				l.order = append(l.order, l.sorted[slot])
			} else {
				slot = from
				l.order = append(l.order, -1)
			}
			g.set(lane, &messages[l.sorted[slot]], states, blocks)
		}
	}
}

// next is another group, in which every lane is to be set.
func (l *inLanes) next() *group {
	l.groups = l.groups[:len(l.groups)+1]
	return &l.groups[len(l.groups)-1]
}

// set gives a lane its message. The addresses are of memory that the batch and the states hold until the sum is made.
func (g *group) set(lane int, m *message, states []State, blocks []byte) {
	state := &initial
	if m.state != NoState {
		state = &states[m.state]
	}
	g.states[lane] = uint32(uintptr(unsafe.Pointer(state)))
	g.blocks[lane] = uint32(uintptr(unsafe.Pointer(&blocks[m.start])))
	g.counts[lane] = uint32(m.count)
	if g.outer[lane] = 0; m.outer != NoState {
		g.outer[lane] = uint32(uintptr(unsafe.Pointer(&states[m.outer])))
	}
}

// sort orders the messages that are keyed, or the others, by how many blocks they have; more than there are steps for
// stand last, as they came.
func (l *inLanes) sort(messages []message, keyed bool) {
	var begin [32]int
	step := func(m *message) int { return min(int(m.count), len(begin)-2) + 1 }
	n := 0
	for i := range messages {
		if m := &messages[i]; (m.outer != NoState) == keyed {
			begin[step(m)]++
			n++
		}
	}
	for i := 1; i < len(begin); i++ {
		begin[i] += begin[i-1]
	}
	l.sorted = l.sorted[:n]
	for i := range messages {
		if m := &messages[i]; (m.outer != NoState) == keyed {
			at := &begin[step(m)-1]
			l.sorted[*at] = i
			*at++
		}
	}
}

func (l *inLanes) read(digest *Digest, slot int) {
	g := &l.groups[slot/lanes]
	for word := range g.digests {
		putUint32(digest[4*word:], g.digests[word][slot%lanes])
	}
}
