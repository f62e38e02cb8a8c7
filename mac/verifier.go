package mac

import (
	"encoding/hex"
	"strings"

	"netvisormac/mac/internal/calc"
)

// Verifier verifies many requests with the same two keys: what of the hash is
// the keys' alone is computed once. It keeps copies of its own, so that texts
// that it was given may lie in memory that is written over between two calls.
type Verifier struct {
	keys   Keys
	hasher calc.Resumer
}

// NewVerifier returns a Verifier for the keys of one customer.
func NewVerifier(k Keys) *Verifier {
	return &Verifier{keys: Keys{strings.Clone(k.Customer), strings.Clone(k.Partner)}}
}

// Verify is as the package's Verify.
func (v *Verifier) Verify(r Request) error {
	c, err := calculationOf(&r, &v.keys, "")
	if err != nil {
		return err
	}
	if !v.hasher.OK {
		own := c.Clone()
		v.hasher.SetBase(&own)
	}
	digest, ok := v.hasher.Sum(&c)
	if !ok {
		_, err := Sum(r, v.keys)
		return err
	}
	var text [2 * 32]byte
	if hex.Encode(text[:], digest); string(text[:]) != r.MAC {
		return ErrMAC
	}
	return nil
}

// Letter is what Verify says in one letter: + for the right MAC, - for a wrong
// one, ! for a request whose MAC cannot be computed.
func (v *Verifier) Letter(r Request) string {
	switch v.Verify(r) {
	case nil:
		return "+"
	case ErrMAC:
		return "-"
	}
	return "!"
}
