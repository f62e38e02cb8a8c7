package diagnose

import (
	"crypto/sha256"

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
	used         [calc.MaxValues]bool
	order        [calc.MaxValues]uint8
	inner, outer batch.State
	keyed        bool
	states       [calc.MaxValues][statesKept]batch.State // after whole blocks of the prefix, by how many values it has
	next         [calc.MaxValues]int
	waiting      [][calc.MaxValues]uint8
}

func (t arrangement) run(s *search) {
	a := &arranger{search: s, length: t.length, made: s.base, separator: []byte(t.separator)}
	a.made.message.separator = s.base.texts.of(t.separator)
	if s.sent.possible(&a.made) && a.prepare() {
		a.arrange(0, &a.inner, 0)
		a.flush()
	}
}

// prepare makes the bytes of the values, and the states after the key. False means that they cannot be encoded.
func (a *arranger) prepare() bool {
	c := &a.made
	for i, p := range c.message.values() {
		var ok bool
		if a.values[i], ok = c.texts.append(nil, p.text(), c.encoding); !ok {
			return false
		}
	}
	key := keyOf(c)
	if a.keyed = key.hmac; !a.keyed {
		a.search.batch.hasher.After(&a.inner, nil)
		return true
	}
	bytes, ok := a.search.batch.appendKey(nil, c, &key)
	if ok {
		a.search.batch.hasher.Key(&a.inner, &a.outer, bytes)
	}
	return ok
}

// arrange puts each value that is left at this place of the order, and all others behind it. The state is that after so
// many bytes of the prefix.
func (a *arranger) arrange(place int, state *batch.State, hashed int) {
	if place == a.length {
		a.try(state, hashed)
		return
	}
	if place == turnAt && !a.search.isMyTurn() {
		return
	}
	before := len(a.prefix)
	for i := range a.values[:a.made.message.n] {
		if a.used[i] || a.search.stopped || a.search.best != nil {
			continue
		}
		if place > 0 {
			a.prefix = append(a.prefix, a.separator...)
		}
		a.prefix = append(a.prefix, a.values[i]...)
		a.used[i], a.order[place] = true, uint8(i)
		next, so := a.further(place, state, hashed)
		a.arrange(place+1, next, so)
		a.used[i] = false
		a.prefix = a.prefix[:before]
	}
}

// further hashes the whole blocks of the prefix, where many orders share them.
func (a *arranger) further(place int, state *batch.State, hashed int) (*batch.State, int) {
	blocks := (len(a.prefix) - hashed) / sha256.BlockSize
	if blocks == 0 || a.length-place <= sharedValues {
		return state, hashed
	}
	if a.next[place] == statesKept {
		a.flush() // which is done with all of them
		a.next[place] = 0
	}
	next := &a.states[place][a.next[place]]
	a.next[place]++
	so := hashed + blocks*sha256.BlockSize
	a.search.batch.hasher.Further(next, state, a.prefix[hashed:so])
	return next, so
}

// try takes the order at hand into the batch.
func (a *arranger) try(state *batch.State, hashed int) {
	s, b := a.search, &a.search.batch.batch
	if s.seen(); a.length <= turnAt && !s.isMyTurn() {
		return
	}
	if b.Full() {
		a.flush()
	}
	var outer *batch.State
	if a.keyed {
		outer = &a.outer
	}
	rest := append(b.Buffer(), a.prefix[hashed:]...)
	if !b.Add(state, rest, outer) {
		if a.flush(); !b.Add(state, append(b.Buffer(), a.prefix[hashed:]...), outer) {
			return // an address as long as a file
		}
	}
	a.waiting = append(a.waiting, a.order)
	s.tried++
}

// flush hashes the orders that wait, and looks for what was sent.
func (a *arranger) flush() {
	s := a.search
	s.batch.batch.Sum(func(i int, digest *batch.Digest) {
		if s.sent.is(&a.made, digest[:]) {
			s.hit(a.arranged(a.waiting[i]))
		}
	})
	a.waiting = a.waiting[:0]
}

// arranged is the candidate of an order.
func (a *arranger) arranged(order [calc.MaxValues]uint8) *waiting {
	w := &waiting{made: a.made}
	clear(w.made.message.list[:])
	w.made.message.n = int32(a.length)
	for i := range a.length {
		w.made.message.list[i] = a.made.message.list[order[i]]
	}
	return w
}
