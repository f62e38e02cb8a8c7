package kernel

import "math/big"

// compress hashes the words into the states of the lanes whose turn it still is (FIPS 180-4, section 6.2.2).
func (e *emitter) compress() {
	for i := range 8 {
		e.get(state + i)
		e.set(working + i)
	}
	for t := range 64 {
		if t >= 16 {
			e.schedule(t)
		}
		e.round(t)
	}
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

// schedule computes the word of a round from the sixteen before it, in the place of the oldest.
func (e *emitter) schedule(t int) {
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
	a, b, c, d, f, g, h := letter(0), letter(1), letter(2), letter(3), letter(5), letter(6), letter(7)
	fourth := letter(4)
	e.get(h)
	e.sum(fourth, 6, 11, 25)
	e.add()
	e.get(f)
	e.get(g)
	e.get(fourth)
	e.choose()
	e.add()
	e.all(constants[t])
	e.add()
	e.get(words + t&15)
	e.add()
	e.tee(h)
	e.get(d)
	e.add()
	e.set(d)
	e.get(h)
	e.sum(a, 2, 13, 22)
	e.add()
	e.get(c) // the majority: where a and b differ, c decides
	e.get(b)
	e.get(a)
	e.get(b)
	e.xor()
	e.choose()
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
