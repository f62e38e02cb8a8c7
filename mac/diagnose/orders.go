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
	sharedValues = 3
	// turnAt is how many values stand before the orders of the others are one search's turn.
	turnAt = 2
	// statesKept are those of one depth that may be in use in the batch.
	statesKept = 64
)

// arranger goes through the orders of an arrangement, value by value.
type arranger struct {
	search       *search
	length       int
	made         candidate // of the order at hand
	values       [calc.MaxValues][]byte
	separator    []byte
	prefix       []byte // of the message
	left         uint32 // a bit for each value that is not in the prefix
	order        [calc.MaxValues]uint8
	inner, outer batch.Ref           // after the key; outer is none where there is no key
	next         [calc.MaxValues]int // of the states after whole blocks of the prefix, by how many values it has
	waiting      [][calc.MaxValues]uint8
}

func (t arrangement) run(s *search) {
	a := &arranger{search: s, length: t.length, made: s.base, separator: []byte(t.separator), left: 1<<s.base.message.n - 1}
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
	if place == a.length {
		a.try(state, hashed)
		return
	}
	if place == turnAt && !a.search.isMyTurn() {
		return
	}
	before := len(a.prefix)
	for left := a.left; left != 0 && !a.search.stopped && a.search.best == nil; left &= left - 1 {
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

// further hashes the whole blocks of the prefix, where many orders share them.
func (a *arranger) further(place int, state batch.Ref, hashed int) (batch.Ref, int) {
	blocks := (len(a.prefix) - hashed) / sha256.BlockSize
	if blocks == 0 || a.length-place <= sharedValues {
		return state, hashed
	}
	if a.next[place] == statesKept {
		a.flush() // which is done with all of them
		a.next[place] = 0
	}
	g := &a.search.batch
	next := batch.Ref(g.pool + place*statesKept + a.next[place])
	a.next[place]++
	so := hashed + blocks*sha256.BlockSize
	g.hasher.Further(g.at(next), g.at(state), a.prefix[hashed:so])
	return next, so
}

// try takes the order at hand into the batch.
func (a *arranger) try(state batch.Ref, hashed int) {
	s, b := a.search, &a.search.batch.batch
	if s.seen(); a.length <= turnAt && !s.isMyTurn() {
		return
	}
	if b.Full() {
		a.flush()
	}
	rest := append(b.Buffer(), a.prefix[hashed:]...)
	if !b.Add(state, rest, a.outer) {
		if a.flush(); !b.Add(state, append(b.Buffer(), a.prefix[hashed:]...), a.outer) {
			return // an address as long as a file
		}
	}
	a.waiting = append(a.waiting, a.order)
	s.tried++
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
