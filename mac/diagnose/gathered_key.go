package diagnose

import (
	"netvisormac/internal/batch"
	"netvisormac/mac/internal/calc"
)

// keyed is the key of an HMAC and the states after it, inside and outside; without a key, those of a plain hash.
type keyed struct {
	key          sequence
	encoding     *calc.Encoding
	hex, hmac    bool
	inner, outer batch.Ref // inner is none where they are to be computed
}

// keyStates returns c's key with its states, and whether it is the base's; nil if it cannot be encoded.
func (g *gathered) keyStates(c *candidate) (key *keyed, isBase bool) {
	if g.ok && g.hasKeyOf(&c.indices) && g.baseKey() {
		return &g.keys[0], true
	}
	wanted := keyOf(c)
	for i := range g.keys {
		k := &g.keys[i]
		if k.inner != batch.NoState && k.same(&wanted) || i == 0 && g.ok && k.same(&wanted) && g.compute(c, k, true) {
			return k, i == 0
		}
	}
	g.keys[1] = wanted
	if !g.compute(c, &g.keys[1], false) {
		g.keys[1] = noKey
		return nil, false
	}
	return &g.keys[1], false
}

// hasKeyOf says whether the base's key is c's, at a glance.
func (g *gathered) hasKeyOf(c *indices) bool {
	b := &g.base.indices
	return c.hash == b.hash && c.encoding == b.encoding && c.keyAs == b.keyAs && c.hexKey == b.hexKey && c.key == b.key
}

// baseKey says whether there are states of the base's key, which it computes.
func (g *gathered) baseKey() bool {
	return g.keys[0].inner != batch.NoState || g.compute(&g.base, &g.keys[0], true)
}

func (k *keyed) same(other *keyed) bool {
	return k.hmac == other.hmac && k.hex == other.hex && k.encoding == other.encoding && k.key == other.key
}

// keyOf returns c's key, without its states.
func keyOf(c *candidate) keyed {
	if !c.hashedBy().Keyed {
		return noKey
	}
	encoding := c.keyEncodedBy()
	if !encoding.Wide && c.keysAreASCII() {
		encoding = calc.UTF8 // all the others make the same of it
	}
	return keyed{key: c.key, encoding: encoding, hex: c.hexKey, hmac: true, inner: batch.NoState, outer: batch.NoState}
}

// compute computes the states of a key: now for the base, whose message goes on from there, else with the batch.
func (g *gathered) compute(c *candidate, k *keyed, now bool) bool {
	if !k.hmac {
		k.inner = g.state()
		g.hasher.After(g.at(k.inner), nil)
		return true
	}
	k.inner, k.outer = g.state(), g.state()
	if !now {
		text, ok := g.appendKey(g.batch.Buffer(), c, k)
		return ok && g.batch.Key(k.inner, k.outer, text)
	}
	var ok bool
	if g.key, ok = g.appendKey(g.key[:0], c, k); ok {
		g.hasher.Key(g.at(k.inner), g.at(k.outer), g.key)
	}
	return ok
}

func (g *gathered) appendKey(dst []byte, c *candidate, k *keyed) ([]byte, bool) {
	if !k.hex {
		dst, ok := c.appendValues(dst, &c.key, 0, int(c.key.n), k.encoding)
		return dst, ok
	}
	calculation := c.calculation()
	dst, wrong := calculation.AppendKey(dst)
	return dst, wrong == nil
}
