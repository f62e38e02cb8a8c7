package kernel

// assemble puts the messages of four lanes together.
func (e *emitter) assemble() {
	e.constant(0)
	e.set(lane)
	e.loop()
	e.get(group)
	e.get(lane)
	e.plus()
	e.load32(atMessages)
	e.set(message)
	e.startOfLane()
	e.set(to)
	e.pieces()
	e.fillUp()
	e.increase(lane, 4)
	e.get(lane)
	e.constant(4 * 4)
	e.less()
	e.branchIf(0)
	e.end()
}

// startOfLane puts the address on the stack at which the lane's message goes.
func (e *emitter) startOfLane() {
	e.get(lane)
	e.constant(laneSize / 4)
	e.times()
	e.get(work)
	e.plus()
	e.constant(atLanes)
	e.plus()
}

// pieces copies the pieces, sixteen bytes at a time: what is written behind the last is overwritten.
func (e *emitter) pieces() {
	e.get(message)
	e.load32(8)
	e.set(pieces)
	e.get(message)
	e.set(piece)
	e.block()
	e.loop()
	e.get(pieces)
	e.isZero()
	e.branchIf(1)
	e.get(piece)
	e.load32(12)
	e.set(from)
	e.get(piece)
	e.load32(16)
	e.set(size)
	e.copyPiece()
	e.increase(piece, 8)
	e.increase(pieces, -1)
	e.constant(1)
	e.branchIf(0)
	e.end()
	e.end()
}

// copyPiece copies the bytes of one; afterwards, to is behind them.
func (e *emitter) copyPiece() {
	e.get(to)
	e.get(size)
	e.plus()
	e.set(size) // where it ends
	e.loop()
	e.get(to)
	e.get(from)
	e.loadVector(0)
	e.storeVector(0)
	e.increase(to, 16)
	e.increase(from, 16)
	e.get(to)
	e.get(size)
	e.less()
	e.branchIf(0)
	e.end()
	e.get(size)
	e.set(to)
}

// fillUp fills the last block: as the hash pads a message, or as an HMAC pads a key.
func (e *emitter) fillUp() {
	e.get(message)
	e.load32(4)
	e.isZero()
	e.when()
	e.zeros(0x80)
	e.length()
	e.otherwise()
	e.zeros(0)
	e.startOfLane()
	e.set(to)
	for quarter := range 4 {
		e.get(to)
		e.get(to)
		e.loadVector(uint32(16 * quarter))
		e.get(message)
		e.load32(4)
		e.splatBytes()
		e.xor()
		e.storeVector(uint32(16 * quarter))
	}
	e.end()
}

// zeros writes a byte behind the message, and zeros for longer than a block and a length.
func (e *emitter) zeros(first byte) {
	for i := range 5 {
		e.get(to)
		if i > 0 {
			first = 0
		}
		e.vectorOf([16]byte{first})
		e.storeVector(uint32(16 * i))
	}
}

// length writes how many bits were hashed into the last four bytes of the last block, the highest byte first.
func (e *emitter) length() {
	e.startOfLane()
	e.set(from)
	e.get(group)
	e.get(lane)
	e.plus()
	e.load32(atCounts)
	e.constant(6)
	e.shiftLeft()
	e.get(from)
	e.plus()
	e.constant(4)
	e.minus()
	e.get(message)
	e.load32(0)
	e.get(to)
	e.plus()
	e.get(from)
	e.minus()
	e.constant(3)
	e.shiftLeft()
	e.set(size)
	e.get(size)
	e.constant(8)
	e.rotateLeft()
	e.constant(0x00ff00ff)
	e.and()
	e.get(size)
	e.constant(24)
	e.rotateLeft()
	e.constant(-0x00ff0100)
	e.and()
	e.plus()
	e.store32(0)
}
