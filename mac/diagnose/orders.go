package diagnose

import (
	"crypto/sha256"
	"math/bits"

	"netvisormac/internal/batch"
	"netvisormac/mac/internal/calc"
)

// arrangement is every order of so many of the values, joined by one separator, with the right hash and key.
type arrangement struct {
	length    int
	separator string
}

// arrangementTasks are every order of all values with each separator, and of fewer with the right one: as many as all
// other stages of a search have.
func arrangementTasks(s *search) (tasks []task) {
	all := int(s.base.message.n)
	for _, separator := range separators() {
		tasks = append(tasks, arrangement{all, separator})
	}
	for length := all - 2; length > 0; length-- {
		tasks = append(tasks, arrangement{length, "&"})
	}
	return tasks
}

func (t arrangement) count(s *search) int {
	product := 1
	for i := range t.length {
		product *= int(s.base.message.n) - i
	}
	return product / s.shards
}

const (
	// sharedValues are so many of the last values that those before them are hashed once for all their orders.
	sharedValues = batch.MostPieces - 1
	// turnAt is how many values stand before the orders of the others are one search's turn.
	turnAt = 2
	// statesKept are those of one depth that may be in use in the batch.
	statesKept = 96
)

// arranger goes through the orders of an arrangement, value by value.
type arranger struct {
	search       *search
	length       int
	made         candidate // of the order at hand
	values       [calc.MaxValues][]byte
	separator    []byte
	prefix       []byte // of the message, without the last values
	left         uint32 // a bit for each value that is not in the order
	order        [calc.MaxValues]uint8
	inner, outer batch.Ref           // after the key; outer is none where there is no key
	next         [calc.MaxValues]int // of the states after whole blocks of the prefix, by how many values it has
	waiting      [][calc.MaxValues]uint8

	// What is in the batch: each value with the separator in front, and the pieces of the order at hand behind a state, the
	// first of them what is left of the prefix; since how many sums it is.
	kept                  [calc.MaxValues]batch.Piece
	pieces                [batch.MostPieces]batch.Piece
	state                 batch.Ref
	sinceKept, sincePiece int
}

func (t arrangement) run(s *search) {
	a := &arranger{search: s, length: t.length, made: s.base, separator: []byte(t.separator), left: 1<<s.base.message.n - 1, sinceKept: -1}
	a.made.message.separator = s.base.texts.of(t.separator)
	if s.sent.possible(&a.made.indices) && a.prepare() {
		a.arrange(0, a.inner, 0)
		a.flush()
	}
}

// prepare makes the bytes of the values, and the states after the key. False means that they cannot be encoded.
func (a *arranger) prepare() bool {
	c := &a.made
	for i, p := range c.message.values() {
		var ok bool
		if a.values[i], ok = c.texts.append(nil, p.text(), c.encodedBy()); !ok {
			return false
		}
	}
	key := keyOf(c)
	if !a.search.batch.compute(c, &key, true) {
		return false
	}
	a.inner, a.outer = key.inner, key.outer
	return true
}

// arrange puts each value that is left at this place of the order, and all others behind it. The state is that after so
// many bytes of the prefix.
func (a *arranger) arrange(place int, state batch.Ref, hashed int) {
	if a.length-place <= sharedValues {
		a.sincePiece = -1
		a.arrangeLast(place, place, state, hashed)
		return
	}
	if place == turnAt && !a.search.isMyTurn() {
		return
	}
	before := len(a.prefix)
	for left := a.left; left != 0 && a.goesOn(); left &= left - 1 {
		i := bits.TrailingZeros32(left)
		if place > 0 {
			a.prefix = append(a.prefix, a.separator...)
		}
		a.prefix = append(a.prefix, a.values[i]...)
		a.left ^= 1 << i
		a.order[place] = uint8(i)
		next, so := a.further(place, state, hashed)
		a.arrange(place+1, next, so)
		a.left ^= 1 << i
		a.prefix = a.prefix[:before]
	}
}

func (a *arranger) goesOn() bool { return !a.search.stopped && a.search.best == nil }

// further hashes the whole blocks of the prefix, where many orders share them; the last of them are hashed with the batch.
func (a *arranger) further(place int, state batch.Ref, hashed int) (batch.Ref, int) {
	blocks := (len(a.prefix) - hashed) / sha256.BlockSize
	if blocks == 0 || a.length-place-1 <= sharedValues {
		return state, hashed
	}
	next, so, g := a.nextState(place), hashed+blocks*sha256.BlockSize, &a.search.batch
	g.hasher.Further(g.at(next), g.at(state), a.prefix[hashed:so])
	return next, so
}

// nextState is another state for a prefix that ends at a place.
func (a *arranger) nextState(place int) batch.Ref {
	if a.next[place] == statesKept {
		a.flush() // which is done with all of them
		a.next[place] = 0
	}
	a.next[place]++
	return batch.Ref(a.search.batch.pool + place*statesKept + a.next[place] - 1)
}

// arrangeLast puts each of the last values at this place, behind a prefix of so many, of whose bytes so many were hashed.
func (a *arranger) arrangeLast(place, prefix int, state batch.Ref, hashed int) {
	if place == turnAt && !a.search.isMyTurn() {
		return
	}
	if place == a.length {
		a.try(prefix, state, hashed)
		return
	}
	for left := a.left; left != 0 && a.goesOn(); left &= left - 1 {
		i := bits.TrailingZeros32(left)
		a.left ^= 1 << i
		a.order[place] = uint8(i)
		a.arrangeLast(place+1, prefix, state, hashed)
		a.left ^= 1 << i
	}
}

// try takes the order at hand into the batch.
func (a *arranger) try(prefix int, state batch.Ref, hashed int) {
	s, g := a.search, &a.search.batch
	if s.seen(); a.length < turnAt && !s.isMyTurn() {
		return
	}
	s.tried++
	if g.batch.Full() {
		a.flush()
	}
	if a.sincePiece == g.sums || a.keep(prefix, state, hashed) {
		n := 1
		for _, i := range a.order[prefix:a.length] {
			a.pieces[n] = a.kept[i]
			n++
		}
		if prefix == 0 {
			a.pieces[1] = a.pieces[1].From(len(a.separator))
		}
		if g.batch.Add(a.state, a.outer, 0, a.pieces[:n]...) {
			a.waiting = append(a.waiting, a.order)
			return
		}
	}
	c := a.arranged(a.order) // an address as long as a file
	if digest, ok := g.now(c); ok && s.sent.is(&c.indices, digest) {
		s.hit(c, nil)
	}
}

// keep keeps in the batch what is left of the prefix and, once, the values. Its whole blocks are hashed with the batch.
func (a *arranger) keep(prefix int, state batch.Ref, hashed int) bool {
	g, whole := &a.search.batch, (len(a.prefix)-hashed)/sha256.BlockSize*sha256.BlockSize
	if a.state = state; whole > 0 {
		a.state = a.nextState(prefix)
	}
	left, ok := g.batch.Keep(append(g.batch.Buffer(), a.prefix[hashed:]...))
	if a.pieces[0] = left.From(whole); whole > 0 && ok {
		ok = g.batch.Further(a.state, state, left.To(whole))
	}
	if ok = ok && (a.sinceKept == g.sums || a.keepValues()); ok {
		a.sincePiece = g.sums
	}
	return ok
}

func (a *arranger) keepValues() bool {
	g := &a.search.batch
	for i, value := range a.values[:a.made.message.n] {
		var ok bool
		if a.kept[i], ok = g.batch.Keep(append(append(g.batch.Buffer(), a.separator...), value...)); !ok {
			return false
		}
	}
	a.sinceKept = g.sums
	return true
}

// flush hashes the orders that wait, and looks for what was sent.
func (a *arranger) flush() {
	s := a.search
	s.batch.batch.Sum(s.wanted, func(i int, digest *batch.Digest) {
		if s.sent.is(&a.made.indices, digest[:]) {
			s.hit(a.arranged(a.waiting[i]), nil)
		}
	})
	a.waiting = a.waiting[:0]
	s.batch.isEmpty()
}

// arranged is the candidate of an order.
func (a *arranger) arranged(order [calc.MaxValues]uint8) *candidate {
	c := a.made
	clear(c.message.list[:])
	c.message.n = int32(a.length)
	for i := range a.length {
		c.message.list[i] = a.made.message.list[order[i]]
	}
	return &c
}
