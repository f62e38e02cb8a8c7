package kernel

import (
	"encoding/binary"
	"math/big"
)

// compress hashes the block of a schedule into the states of the lanes whose turn it still is (FIPS 180-4, section 6.2.2).
func (e *emitter) compress() {
	for i := range 8 {
		e.get(state + i)
		e.set(working + i)
	}
	e.get(working + 1)
	e.get(working + 2)
	e.xor()
	e.set(scratch + 1)
	e.get(slot)
	e.constant(64 * 16)
	e.plus()
	e.set(to)
	e.loop()
	for t := range 8 { // after which each letter is at its place again
		e.round(t)
	}
	e.increase(slot, 8*16)
	e.get(slot)
	e.get(to)
	e.less()
	e.branchIf(0)
	e.end()
	e.active()
	for i := range 8 {
		e.get(state + i)
		e.get(working + i)
		e.add()
		e.get(state + i)
		e.get(scratch)
		e.choose()
		e.set(state + i)
	}
}

// active marks the lanes that have a block in this turn; with the digests, all of them.
func (e *emitter) active() {
	e.get(group)
	e.loadVector(atCounts)
	e.get(turn)
	e.splat()
	e.greater()
	e.get(turn)
	e.constant(1)
	e.plus()
	e.splat()
	e.get(most)
	e.splat()
	e.greater()
	e.or()
	e.set(scratch)
}

func (e *emitter) rotated(local int, by int32) {
	e.get(local)
	e.right(by)
	e.get(local)
	e.left(32 - by)
	e.or()
}

// round computes h and d anew, which become a and e of the next round: the letters move by one local with each.
func (e *emitter) round(t int) {
	letter := func(i int) int { return working + (i-t)&7 }
	a, b, d, f, g, h := letter(0), letter(1), letter(3), letter(5), letter(6), letter(7)
	fourth := letter(4)
	e.get(h) // what needs the round before comes last
	e.get(slot)
	e.loadVector(uint32(16 * t))
	e.add()
	e.get(f)
	e.get(g)
	e.get(fourth)
	e.choose()
	e.add()
	e.sum(fourth, 6, 11, 25)
	e.add()
	e.tee(h)
	e.get(d)
	e.add()
	e.set(d)
	e.get(a) // the majority: b, unless a and c both differ from it
	e.get(b)
	e.xor()
	e.tee(scratch + t&1)
	e.get(scratch + (t+1)&1) // of b and c: that of a and b, a round ago
	e.and128()
	e.get(b)
	e.xor()
	e.sum(a, 2, 13, 22)
	e.add()
	e.get(h)
	e.add()
	e.set(h)
}

// sum puts the sum of three rotations of a local on the stack.
func (e *emitter) sum(local int, one, two, three int32) {
	e.rotated(local, one)
	e.rotated(local, two)
	e.xor()
	e.rotated(local, three)
	e.xor()
}

// constantBytes are the constants, each with its lowest byte first.
func constantBytes() (bytes []byte) {
	for _, c := range constants {
		bytes = binary.LittleEndian.AppendUint32(bytes, c)
	}
	return bytes
}

// constants are the first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2).
var constants = func() (list [64]uint32) {
	i := 0
	for n := int64(2); i < len(list); n++ {
		if big.NewInt(n).ProbablyPrime(0) {
			list[i] = uint32(cubeRoot(new(big.Int).Lsh(big.NewInt(n), 96)).Uint64())
			i++
		}
	}
	return list
}()

// cubeRoot returns the whole part of a cube root.
func cubeRoot(n *big.Int) *big.Int {
	root := new(big.Int)
	for bit := n.BitLen()/3 + 1; bit >= 0; bit-- {
		tried := new(big.Int).SetBit(root, bit, 1)
		if new(big.Int).Exp(tried, big.NewInt(3), nil).Cmp(n) <= 0 {
			root = tried
		}
	}
	return root
}
