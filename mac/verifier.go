package mac

import (
	"bytes"
	"encoding/hex"
	"strings"
	"sync"

	"netvisormac/internal/batch"
	"netvisormac/mac/internal/calc"
)

// Verifier verifies many requests with the same two keys: what of the hash is
// the keys' alone is computed once, and so is what messages begin with alike.
// It keeps copies of its own, so that texts that it was given may lie in memory
// that is written over between two calls.
type Verifier struct {
	keys    Keys
	states  []batch.State // inside and outside after the key, of nothing, then after each block of the base
	base    []byte        // the first message
	hasher  batch.Hasher
	wrong   bool // the key cannot be encoded
	message []byte
	waiting []int
}

// The first of a Verifier's states.
const (
	innerState batch.Ref = iota
	outerState
	plainState
	baseStates
)

// batches are for all Verifiers: each is large.
var batches = sync.Pool{New: func() any { return new(batch.Batch) }}

// NewVerifier returns a Verifier for the keys of one customer.
func NewVerifier(k Keys) *Verifier {
	v := &Verifier{keys: Keys{strings.Clone(k.Customer), strings.Clone(k.Partner)}, states: make([]batch.State, baseStates)}
	v.hasher.After(&v.states[plainState], nil)
	key, lack := appendJoined(nil, &Request{}, &v.keys, hmacKey, calc.Latin1)
	if v.wrong = lack != nil; !v.wrong {
		v.hasher.Key(&v.states[innerState], &v.states[outerState], key)
	}
	return v
}

// Verify is as the package's Verify.
func (v *Verifier) Verify(r Request) error { return v.VerifyAll([]Request{r})[0] }

// VerifyAll verifies many requests at once, which takes less time than one after the other, and returns for each what
// Verify does.
func (v *Verifier) VerifyAll(list []Request) []error {
	errs := make([]error, len(list))
	b := batches.Get().(*batch.Batch)
	for i := range list {
		if v.add(b, &list[i]) {
			v.waiting = append(v.waiting, i)
		} else {
			errs[i] = Verify(list[i], v.keys)
		}
		if b.Full() {
			v.sum(b, list, errs)
		}
	}
	v.sum(b, list, errs)
	b.States = nil
	batches.Put(b)
	return errs
}

// add takes a request into the batch, if its right MAC can be computed and there is room.
func (v *Verifier) add(b *batch.Batch, r *Request) bool {
	encoding, err := Charset("").encoding(r.Algorithm)
	if r.Algorithm != SHA256 && r.Algorithm != HMACSHA256 || r.Algorithm == HMACSHA256 && v.wrong || err != nil {
		return false
	}
	var lack error
	if v.message, lack = appendJoined(v.message[:0], r, &v.keys, signed(r.Algorithm), encoding); lack != nil {
		return false
	}
	state, outer, rest := plainState, batch.NoState, v.message
	if r.Algorithm == HMACSHA256 {
		var shared int
		state, shared = v.shared()
		outer, rest = outerState, v.message[shared:]
	}
	b.States = v.states
	piece, ok := b.Keep(append(b.Buffer(), rest...))
	return ok && b.Add(state, outer, 0, piece)
}

// shared returns the state after what the message has in common with the base, and how many bytes that are.
func (v *Verifier) shared() (batch.Ref, int) {
	const size = 64
	if v.base == nil {
		v.base = bytes.Clone(v.message)
	}
	n := 0
	for end := size; end <= min(len(v.base), len(v.message)) && bytes.Equal(v.base[end-size:end], v.message[end-size:end]); end += size {
		n++
		if state := int(baseStates) + n - 1; state == len(v.states) {
			before := innerState
			if n > 1 {
				before = batch.Ref(state - 1)
			}
			v.states = append(v.states, batch.State{})
			v.hasher.Further(&v.states[state], &v.states[before], v.base[end-size:end])
		}
	}
	if n == 0 {
		return innerState, 0
	}
	return baseStates + batch.Ref(n) - 1, n * size
}

// sum hashes what waits.
func (v *Verifier) sum(b *batch.Batch, list []Request, errs []error) {
	b.States = v.states
	b.Sum(nil, func(n int, digest *batch.Digest) {
		var text [2 * len(digest)]byte
		if i := v.waiting[n]; string(hex.AppendEncode(text[:0], digest[:])) != list[i].MAC {
			errs[i] = ErrMAC
		}
	})
	v.waiting = v.waiting[:0]
}

// appendJoined appends the bytes of some values with & between them.
func appendJoined(dst []byte, r *Request, k *Keys, names []Field, e *calc.Encoding) ([]byte, error) {
	for i, name := range names {
		if i > 0 {
			dst = append(dst, '&')
		}
		var lack *calc.Lack
		if dst, lack = e.Append(dst, *name.Of(r, k)); lack != nil {
			return dst, lack
		}
	}
	return dst, nil
}
