package kernel

// emitter writes the instructions of one function. Opcodes are those of the WebAssembly core specification 2.0,
// section 5.4, and of its 128-bit vectors.
type emitter struct{ code []byte }

func (e *emitter) bytes(b ...byte) { e.code = append(e.code, b...) }

func (e *emitter) unsigned(n uint32) { e.code = appendUnsigned(e.code, n) }

// appendUnsigned writes a number in LEB128.
func appendUnsigned(to []byte, n uint32) []byte {
	for n >= 0x80 {
		to, n = append(to, byte(n)|0x80), n>>7
	}
	return append(to, byte(n))
}

// appendSigned writes a number in signed LEB128.
func appendSigned(to []byte, n int32) []byte {
	for {
		b := byte(n) & 0x7f
		if n >>= 7; n == 0 && b&0x40 == 0 || n == -1 && b&0x40 != 0 {
			return append(to, b)
		}
		to = append(to, b|0x80)
	}
}

func (e *emitter) get(local int) { e.bytes(0x20); e.unsigned(uint32(local)) }
func (e *emitter) set(local int) { e.bytes(0x21); e.unsigned(uint32(local)) }
func (e *emitter) tee(local int) { e.bytes(0x22); e.unsigned(uint32(local)) }

func (e *emitter) constant(n int32) { e.code = appendSigned(append(e.code, 0x41), n) }

// Control: a block is left, and a loop begun anew, by a branch to it.
func (e *emitter) block()           { e.bytes(0x02, 0x40) }
func (e *emitter) loop()            { e.bytes(0x03, 0x40) }
func (e *emitter) when()            { e.bytes(0x04, 0x40) }
func (e *emitter) otherwise()       { e.bytes(0x05) }
func (e *emitter) end()             { e.bytes(0x0b) }
func (e *emitter) branchIf(out int) { e.bytes(0x0d); e.unsigned(uint32(out)) }

// Integers of 32 bits.
func (e *emitter) isZero()    { e.bytes(0x45) }
func (e *emitter) less()      { e.bytes(0x49) }
func (e *emitter) plus()      { e.bytes(0x6a) }
func (e *emitter) minus()     { e.bytes(0x6b) }
func (e *emitter) shiftLeft() { e.bytes(0x74) }

func (e *emitter) times()      { e.bytes(0x6c) }
func (e *emitter) and()        { e.bytes(0x71) }
func (e *emitter) orNumbers()  { e.bytes(0x72) }
func (e *emitter) rotateLeft() { e.bytes(0x77) }

// increase adds to a local.
func (e *emitter) increase(local int, by int32) {
	e.get(local)
	e.constant(by)
	e.plus()
	e.set(local)
}

// copyData copies a piece of the module's data: to an address, from a place in the data, so many bytes.
func (e *emitter) copyData(piece byte) { e.bytes(0xfc, 8, piece, 0) }

// load32 reads a number at an address and an offset from it.
func (e *emitter) load32(offset uint32) { e.bytes(0x28, 2); e.unsigned(offset) }

// store32 writes a number at an address and an offset from it.
func (e *emitter) store32(offset uint32) { e.bytes(0x36, 2); e.unsigned(offset) }

// Vectors of four such integers.
func (e *emitter) vector(opcode uint32) { e.bytes(0xfd); e.unsigned(opcode) }

func (e *emitter) loadVector(offset uint32)  { e.vector(0x00); e.bytes(0); e.unsigned(offset) }
func (e *emitter) storeVector(offset uint32) { e.vector(0x0b); e.bytes(0); e.unsigned(offset) }

// all puts one number into all four.
func (e *emitter) all(n uint32) {
	e.vector(0x0c)
	for range 4 {
		e.bytes(byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
}

// vectorOf puts sixteen bytes on the stack.
func (e *emitter) vectorOf(b [16]byte) { e.vector(0x0c); e.bytes(b[:]...) }

// loadSplat reads a number into all four.
func (e *emitter) loadSplat(offset uint32) { e.vector(0x09); e.bytes(2); e.unsigned(offset) }

// shuffle takes bytes out of two vectors: 0 to 15 of the first, 16 to 31 of the second.
func (e *emitter) shuffle(lanes [16]byte) { e.vector(0x0d); e.bytes(lanes[:]...) }

func (e *emitter) splat()        { e.vector(0x11) }
func (e *emitter) splatBytes()   { e.vector(0x0f) }
func (e *emitter) anyTrue()      { e.vector(0x53) }
func (e *emitter) greater()      { e.vector(0x3c) } // unsigned
func (e *emitter) and128()       { e.vector(0x4e) }
func (e *emitter) or()           { e.vector(0x50) }
func (e *emitter) xor()          { e.vector(0x51) }
func (e *emitter) choose()       { e.vector(0x52) } // of two by the bits of a third
func (e *emitter) left(n int32)  { e.constant(n); e.vector(0xab) }
func (e *emitter) right(n int32) { e.constant(n); e.vector(0xad) }
func (e *emitter) add()          { e.vector(0xae) }
