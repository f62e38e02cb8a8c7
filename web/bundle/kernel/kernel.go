// Package kernel writes a WebAssembly module that puts messages together and computes SHA-256 of four at once, in the lanes
// of 128-bit vectors (FIPS 180-4 for the hash, RFC 2104 for what becomes of it in an HMAC).
//
// The module imports a memory, "go" "mem", which may be another program's, and exports one function,
//
//	hash(groups, count, work)
//
// where groups is the address of so many records of GroupSize bytes, all numbers little-endian and of 32 bits:
//
//	 0  four addresses of states to begin with, eight numbers each
//	16  four addresses of messages
//	32  how many blocks each lane has, with the padding: LaneBlocks at the most
//	48  four addresses of states to hash the digests with, as an HMAC does; all 0 for none
//	64  room for the digests: eight times the number of all four lanes
//
// A message is a record, too:
//
//	0  how many bytes were hashed before it
//	4  0; or else it is one block, filled up with zeros, and each of its bytes is changed by exclusive or with this byte: a
//	   key, as an HMAC pads it
//	8  how many pieces it has, and for each the address and the length of the bytes; up to 15 more are read, and not used
//
// work is the address of WorkSize bytes, which are zero before the first call and afterwards the module's own. It remembers
// there the schedules of blocks that all four lanes had alike: the ends of messages, where only what stands before them differs.
package kernel

const (
	// GroupSize is the length of a record of four lanes, in bytes.
	GroupSize = 192
	// LaneBlocks is how many blocks a message may have.
	LaneBlocks = 64
	// WorkSize is how many bytes the module works in.
	WorkSize = atLanes + 4*laneSize
)

// Module returns the WebAssembly.
func Module() []byte {
	var m []byte
	m = append(m, "\x00asm\x01\x00\x00\x00"...)
	m = section(m, 1, []byte{1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0})                   // one type: three numbers, no result
	m = section(m, 2, append([]byte{1, 2}, "go\x03mem\x02\x00\x00"...))          // one import: a memory of any size
	m = section(m, 3, []byte{1, 0})                                              // one function, of that type
	m = section(m, 7, append([]byte{1, 4}, "hash\x00\x00"...))                   // exported
	m = section(m, 12, []byte{1})                                                // one piece of data,
	m = section(m, 10, append([]byte{1}, sized(append(locals(), hash()...))...)) // the code,
	return section(m, 11, append([]byte{1, 1}, sized(constantBytes())...))       // and the data, which the code copies
}

func section(m []byte, id byte, content []byte) []byte {
	return append(append(m, id), sized(content)...)
}

func sized(content []byte) []byte {
	return append(appendUnsigned(nil, uint32(len(content))), content...)
}

// The locals of the function: its three parameters, more numbers and then vectors.
const (
	group   = iota // the address of the record at hand
	count          // how many are left
	work           // the address of what is worked in
	turn           // how many blocks were hashed
	most           // how many the longest lane has
	slot           // the address of the schedule of a block,
	memo           // and of what is remembered of it
	block          // the address of the block of the first lane
	lane           // a number four times as large,
	message        // the address of its record,
	piece          // of one of its pieces, with how many are left,
	pieces
	from // where its next bytes are,
	to   // where they go,
	size // and how many there are
	working
	numbers = working - work - 1
	state   = working + 8 // behind eight: a to h
	words   = state + 8   // sixteen of the message schedule
	scratch = words + 16
	end     = scratch + 4
)

func locals() []byte {
	return append([]byte{2, numbers, 0x7f}, append(appendUnsigned(nil, end-working), 0x7b)...)
}

// Where the parts of a record stand.
const (
	atStates   = 0
	atMessages = 16
	atCounts   = 32
	atOuter    = 48
	atDigests  = 64
)

// Where the parts of what is worked in stand.
const (
	atConstants = 0                         // of the hash
	atSchedules = 64 * 4                    // 64 vectors each, the constants added; and one more, for digests
	atMemos     = atSchedules + 9*64*16     // a block, if it is that of a schedule in all lanes, and whether it is
	memoSize    = 64 + 16                   //
	atLanes     = atMemos + slots*memoSize  // messages
	laneSize    = LaneBlocks*64 + 5*16 + 16 // the last piece and the padding may reach behind it
	slots       = 8                         // of schedules that are remembered
)

// hash writes the function: for each record it puts the messages together, and for each block and then for the digest
// computes one compression.
func hash() []byte {
	e := &emitter{}
	e.get(work)
	e.constant(0)
	e.constant(64 * 4)
	e.copyData(0)
	e.block()
	e.loop()
	e.get(count)
	e.isZero()
	e.branchIf(1)
	e.assemble()
	e.record()
	e.increase(group, GroupSize)
	e.increase(count, -1)
	e.constant(1)
	e.branchIf(0)
	e.end()
	e.end()
	e.end()
	return e.code
}

// record hashes four lanes. The digests of an HMAC take one turn more than the blocks: there, the words are the
// digests, and the states are the outer ones.
func (e *emitter) record() {
	e.longest()
	e.states(atStates)
	e.constant(0)
	e.set(turn)
	e.loop()
	e.get(turn)
	e.get(most)
	e.less()
	e.when()
	e.scheduleOfBlock()
	e.otherwise()
	e.digests()
	e.states(atOuter)
	e.end()
	e.compress()
	e.increase(turn, 1)
	e.get(turn)
	e.turns()
	e.less()
	e.branchIf(0)
	e.end()
	for i := range 8 {
		e.get(group)
		e.get(state + i)
		e.storeVector(uint32(atDigests + 16*i))
	}
}

// longest finds how many blocks the longest lane has; it has one at least.
func (e *emitter) longest() {
	e.constant(1)
	e.set(most)
	for lane := range 4 {
		e.get(most)
		e.get(group)
		e.load32(uint32(atCounts + 4*lane))
		e.less()
		e.when()
		e.get(group)
		e.load32(uint32(atCounts + 4*lane))
		e.set(most)
		e.end()
	}
}

// turns is how often is compressed: once more where there are outer states.
func (e *emitter) turns() {
	e.get(most)
	e.get(group)
	e.load32(atOuter)
	e.isZero()
	e.isZero()
	e.plus()
}

// states reads the states of four lanes from the addresses at a place of the record.
func (e *emitter) states(at uint32) {
	for half := range 2 {
		for lane := range 4 {
			e.get(group)
			e.load32(at + uint32(4*lane))
			e.loadVector(uint32(16 * half))
			e.set(scratch + lane)
		}
		e.transpose(state + 4*half)
	}
}

// transpose makes of four numbers of each of four lanes the four lanes of each of four numbers.
func (e *emitter) transpose(into int) {
	low := [16]byte{0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23}
	high := [16]byte{8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31}
	for i, lanes := range [][16]byte{low, high} {
		for j := range 2 {
			e.get(scratch + 2*j)
			e.get(scratch + 2*j + 1)
			e.shuffle(lanes)
			e.set(working + 2*i + j) // they are free between two compressions
		}
	}
	first := [16]byte{0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23}
	second := [16]byte{8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31}
	for i := range 2 {
		for j, lanes := range [][16]byte{first, second} {
			e.get(working + 2*i)
			e.get(working + 2*i + 1)
			e.shuffle(lanes)
			e.set(into + 2*i + j)
		}
	}
}
