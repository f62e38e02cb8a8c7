package kernel

// scheduleOfBlock sets slot to the schedule of the block whose turn it is: the one that is remembered, if all lanes have that
// block.
func (e *emitter) scheduleOfBlock() {
	e.get(turn)
	e.constant(slots - 1)
	e.and()
	e.tee(memo)
	e.constant(10) // of 64 vectors
	e.shiftLeft()
	e.get(work)
	e.plus()
	e.constant(atSchedules)
	e.plus()
	e.set(slot)
	e.get(memo)
	e.constant(memoSize)
	e.times()
	e.get(work)
	e.plus()
	e.constant(atMemos)
	e.plus()
	e.set(memo)
	e.get(turn)
	e.constant(6)
	e.shiftLeft()
	e.get(work)
	e.plus()
	e.set(block)
	e.get(memo)
	e.load32(64)
	e.isZero()
	e.differs(0, func(quarter int) { e.get(memo); e.loadVector(uint32(16 * quarter)) })
	e.orNumbers()
	e.when()
	e.remember()
	e.blocks()
	e.schedule()
	e.end()
}

// differs puts on the stack whether the block of any lane from one on is not that of which like puts the quarters on the stack.
func (e *emitter) differs(first int, like func(quarter int)) {
	for quarter := range 4 {
		like(quarter)
		e.set(scratch)
		for lane := first; lane < 4; lane++ {
			e.quarter(lane, quarter)
			e.get(scratch)
			e.xor()
			if quarter > 0 || lane > first {
				e.or()
			}
		}
	}
	e.anyTrue()
}

// quarter puts sixteen bytes of a lane's block on the stack.
func (e *emitter) quarter(lane, quarter int) {
	e.get(block)
	e.loadVector(uint32(atLanes + lane*laneSize + 16*quarter))
}

// remember keeps the block of the first lane, if it is that of the others, too.
func (e *emitter) remember() {
	e.get(memo)
	e.differs(1, func(quarter int) { e.quarter(0, quarter) })
	e.isZero()
	e.store32(64)
	for quarter := range 4 {
		e.get(memo)
		e.quarter(0, quarter)
		e.storeVector(uint32(16 * quarter))
	}
}

// blocks reads the words of four lanes, which are big-endian.
func (e *emitter) blocks() {
	for quarter := range 4 {
		for lane := range 4 {
			e.quarter(lane, quarter)
			e.tee(working) // which is free between two compressions
			e.get(working)
			e.shuffle([16]byte{3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12})
			e.set(scratch + lane)
		}
		e.transpose(words + 4*quarter)
	}
}

// digests makes the states the words of a block, 32 bytes behind the 64 of a padded key, and writes its schedule.
func (e *emitter) digests() {
	for i := range 8 {
		e.get(state + i)
		e.set(words + i)
	}
	for i := 8; i < 16; i++ {
		e.all([]uint32{8: 1 << 31, 15: 8 * (64 + 32)}[i])
		e.set(words + i)
	}
	e.get(work)
	e.constant(atSchedules + slots*64*16)
	e.plus()
	e.set(slot)
	e.schedule()
}

// schedule writes the words of all rounds, with the constants added: sixteen are there, the others are computed in their
// places (FIPS 180-4, section 6.2.2).
func (e *emitter) schedule() {
	e.get(work)
	e.set(from)
	e.get(slot)
	e.set(to)
	e.writeWords()
	e.loop()
	for t := range 16 {
		e.nextWord(t)
	}
	e.writeWords()
	e.get(from)
	e.get(work)
	e.constant(4 * 64)
	e.plus()
	e.less()
	e.branchIf(0)
	e.end()
}

// writeWords writes sixteen words, each with its constant.
func (e *emitter) writeWords() {
	for t := range 16 {
		e.get(to)
		e.get(words + t)
		e.get(from)
		e.loadSplat(uint32(4 * t))
		e.add()
		e.storeVector(uint32(16 * t))
	}
	e.increase(from, 4*16)
	e.increase(to, 16*16)
}

// nextWord computes the word of a round from the sixteen before it, in the place of the oldest.
func (e *emitter) nextWord(t int) {
	word := func(back int) int { return words + (t-back)&15 }
	e.get(word(16))
	e.get(word(7))
	e.add()
	e.mixed(word(15), 7, 18, 3)
	e.add()
	e.mixed(word(2), 17, 19, 10)
	e.add()
	e.set(word(16))
}

// mixed puts the sum of two rotations and a shift of a local on the stack.
func (e *emitter) mixed(local int, one, two, shift int32) {
	e.rotated(local, one)
	e.rotated(local, two)
	e.xor()
	e.get(local)
	e.right(shift)
	e.xor()
}
