// Package kernel writes a WebAssembly module that computes SHA-256 of four messages at once, in the lanes of
// 128-bit vectors (FIPS 180-4 for the hash, RFC 2104 for what becomes of it in an HMAC).
//
// The module imports a memory, "go" "mem", which may be another program's, and exports one function,
//
//	hash(groups, count)
//
// where groups is the address of so many records of GroupSize bytes, all numbers little-endian and of 32 bits:
//
//	 0  four addresses of states to begin with, eight numbers each
//	16  four addresses of blocks of 64 bytes, one after the other, padded as the hash wants it
//	32  how many blocks each lane has
//	48  four addresses of states to hash the digests with, as an HMAC does; all 0 for none
//	64  room for the digests: eight times the number of all four lanes
//
// Lanes may have different numbers of blocks; what lies behind the blocks of a shorter one is read, and not used, up to
// the length of the longest, so that it must lie within the memory.
package kernel

// GroupSize is the length of a record of four lanes, in bytes.
const GroupSize = 192

// Module returns the WebAssembly.
func Module() []byte {
	var m []byte
	m = append(m, "\x00asm\x01\x00\x00\x00"...)
	m = section(m, 1, []byte{1, 0x60, 2, 0x7f, 0x7f, 0})                            // one type: two numbers, no result
	m = section(m, 2, append([]byte{1, 2}, "go\x03mem\x02\x00\x00"...))             // one import: a memory of any size
	m = section(m, 3, []byte{1, 0})                                                 // one function, of that type
	m = section(m, 7, append([]byte{1, 4}, "hash\x00\x00"...))                      // exported
	return section(m, 10, append([]byte{1}, sized(append(locals(), hash()...))...)) // its code
}

func section(m []byte, id byte, content []byte) []byte {
	return append(append(m, id), sized(content)...)
}

func sized(content []byte) []byte {
	return append(appendUnsigned(nil, uint32(len(content))), content...)
}

// The locals of the function: its two parameters, two numbers and then vectors.
const (
	group   = iota // the address of the record at hand
	count          // how many are left
	turn           // how many blocks were hashed
	most           // how many the longest lane has
	working        // eight: a to h
	state   = working + 8
	words   = state + 8 // sixteen of the message schedule
	scratch = words + 16
	end     = scratch + 4
)

func locals() []byte {
	return append([]byte{2, 2, 0x7f}, append(appendUnsigned(nil, end-working), 0x7b)...)
}

// Where the parts of a record stand.
const (
	atStates  = 0
	atBlocks  = 16
	atCounts  = 32
	atOuter   = 48
	atDigests = 64
)

// hash writes the function: for each record, for each block and then for the digest, one compression.
func hash() []byte {
	e := &emitter{}
	e.block()
	e.loop()
	e.get(count)
	e.isZero()
	e.branchIf(1)
	e.record()
	e.get(group)
	e.constant(GroupSize)
	e.plus()
	e.set(group)
	e.get(count)
	e.constant(1)
	e.minus()
	e.set(count)
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
	e.blocks()
	e.otherwise()
	e.digests()
	e.states(atOuter)
	e.end()
	e.compress()
	e.get(turn)
	e.constant(1)
	e.plus()
	e.tee(turn)
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
		e.fourLanes(at, func() {}, uint32(16*half))
		e.transpose(state + 4*half)
	}
}

// blocks reads the words of four lanes, which are big-endian, from the block whose turn it is.
func (e *emitter) blocks() {
	for quarter := range 4 {
		e.fourLanes(atBlocks, func() {
			e.get(turn)
			e.constant(6)
			e.shiftLeft()
			e.plus()
		}, uint32(16*quarter))
		for i := range 4 {
			e.get(scratch + i)
			e.tee(scratch + i)
			e.get(scratch + i)
			e.shuffle([16]byte{3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12})
			e.set(scratch + i)
		}
		e.transpose(words + 4*quarter)
	}
}

// fourLanes reads sixteen bytes of each lane, from its address and what further adds to it.
func (e *emitter) fourLanes(at uint32, further func(), offset uint32) {
	for lane := range 4 {
		e.get(group)
		e.load32(at + uint32(4*lane))
		further()
		e.loadVector(offset)
		e.set(scratch + lane)
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

// digests makes the states the words of a block: 32 bytes behind the 64 of a padded key.
func (e *emitter) digests() {
	for i := range 8 {
		e.get(state + i)
		e.set(words + i)
	}
	for i := 8; i < 16; i++ {
		e.all([]uint32{8: 1 << 31, 15: 8 * (64 + 32)}[i])
		e.set(words + i)
	}
}
