package diagnose

import (
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

func swapInKey(c *candidate, of []mac.Field) {
	if c.hashedBy().Keyed {
		c.key.swap(of[0], of[1])
	}
}

func swapInMessageAlone(c *candidate, of []mac.Field) {
	if c.hashedBy().Keyed {
		swap(c, of)
	}
}

func swapEverywhere(c *candidate, of []mac.Field) {
	swap(c, of)
	swapInKey(c, of)
}

// leaveOutOfKey leaves one of the two keys.
func leaveOutOfKey(c *candidate, of []mac.Field) {
	if i := c.key.index(of[0]); c.hashedBy().Keyed && i >= 0 && c.key.n == 2 {
		c.key.remove(i)
	}
}

func joinKeys(c *candidate, _ []mac.Field) {
	if c.hashedBy().Keyed {
		c.key.separator = c.texts.of("")
	}
}

func decodeKeys(c *candidate, _ []mac.Field) { c.hexKey = c.hexKey || c.hashedBy().Keyed }

func joinDecodedKeys(c *candidate, of []mac.Field) {
	decodeKeys(c, of)
	joinKeys(c, of)
}

// mixedKeys puts the other key, or its beginning or end, in place of as much of one.
func mixedKeys(from, to *candidate, w width, t trier) bool {
	if w != alone {
		return true
	}
	for _, f := range [2][2]mac.Field{{mac.FieldCustomerKey, mac.FieldPartnerKey}, {mac.FieldPartnerKey, mac.FieldCustomerKey}} {
		n, signed := from.number(f[0])
		other, both := from.text(f[1])
		if !signed || !both {
			continue
		}
		for _, text := range mixed(from.texts.text(n), other) {
			to.indices = from.indices
			if to.set(f[0], from.texts.like(n, text)); to.indices != from.indices && !t.try() {
				return false
			}
		}
	}
	return true
}

// mixed are a key with more and more of another at its beginning and at its end, and the other.
func mixed(own, other string) []string {
	all := []string{other}
	for n := range min(len(own), len(other)) {
		all = append(all, other[:n]+own[n:], own[:len(own)-n]+other[len(other)-n:])
	}
	return all
}

func manyMixed(width) int { return 2 * (1 + 2*32) }

// otherHMACKeys makes the HMAC's key of every value, and of every two, joined by each separator.
func otherHMACKeys(from, to *candidate, w width, t trier) bool {
	if w != alone || !from.hashedBy().Keyed {
		return true
	}
	list := append([]piece{}, from.message.values()...)
	if text := from.texts.request.PartnerID; text != "" {
		list = append(list, newPiece(placeOf(mac.FieldPartnerID), from.texts.of(text)))
	}
	for _, first := range list {
		for _, second := range list {
			if first != second && !otherHMACKey(from, to, t, first, second) {
				return false
			}
		}
		if !tryKey(from, to, t, sequence{list: [calc.MaxValues]piece{first}, n: 1, separator: from.key.separator}) {
			return false
		}
	}
	return true
}

func otherHMACKey(from, to *candidate, t trier, first, second piece) bool {
	for _, separator := range separators() {
		if !tryKey(from, to, t, sequence{list: [calc.MaxValues]piece{first, second}, n: 2, separator: from.texts.of(separator)}) {
			return false
		}
	}
	return true
}

// tryKey tries another key.
func tryKey(from, to *candidate, t trier, key sequence) bool {
	to.indices = from.indices
	to.key = key
	return to.indices == from.indices || t.try()
}

func manyHMACKeys(width) int { return 11 + 11*10*len(separators()) }
