package diagnose

import (
	"slices"
	"strings"

	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// put puts a field next to another or, without one, at the end of the message.
// It comes from where it stands or, if it is not signed, from the request.
func (c *candidate) put(f, before, after mac.Field) {
	var p piece
	if i := c.message.index(f); i >= 0 {
		p = c.message.list[i]
		c.message.remove(i)
	} else if text := *f.Of(c.texts.request, &mac.Keys{}); text != "" {
		p = newPiece(placeOf(f), c.texts.of(text))
	} else {
		return
	}
	at := c.message.index(before)
	switch {
	case after != "":
		at = c.message.index(after) + 1
	case at < 0:
		at = int(c.message.n)
	}
	c.message.insert(at, p)
}

// withUnix puts TimestampUnix into its place where it is not signed.
func withUnix(c *candidate, _ []mac.Field) {
	if c.message.index(mac.FieldTimestampUnix) < 0 {
		c.put(mac.FieldTimestampUnix, mac.FieldCustomerKey, "")
	}
}

func withoutUnix(c *candidate, _ []mac.Field) {
	leaveOut(c, []mac.Field{mac.FieldTimestampUnix})
}

// legacyHMAC is a mistake under the header SHA256 alone.
func legacyHMAC(c *candidate, _ []mac.Field) {
	if c.texts.request.Algorithm == mac.SHA256 {
		c.hash = uint8(calc.HMACSHA256.Index)
	}
}

func legacyHMACWithUnix(c *candidate, of []mac.Field) {
	if legacyHMAC(c, of); c.texts.request.Algorithm == mac.SHA256 {
		withUnix(c, of)
	}
}

func partnerForCustomer(c *candidate, _ []mac.Field) {
	if i := c.message.index(mac.FieldCustomerID); i >= 0 && c.texts.request.PartnerID != "" {
		c.message.list[i] = newPiece(placeOf(mac.FieldPartnerID), c.texts.of(c.texts.request.PartnerID))
	}
}

// byHeaderName puts the values into the order of their headers' names, between the address and the keys.
func byHeaderName(c *candidate, _ []mac.Field) {
	c.sortValues(func(a, b piece) int { return strings.Compare(fields[a.field()].Header, fields[b.field()].Header) })
}

// byHeaders puts the values into the order of the headers.
func byHeaders(c *candidate, _ []mac.Field) {
	c.sortValues(func(a, b piece) int { return a.field() - b.field() })
}

func (c *candidate) sortValues(compare func(a, b piece) int) {
	if first, last := c.message.index(mac.FieldURL), c.message.index(mac.FieldCustomerKey); first == 0 && last > 0 {
		slices.SortStableFunc(c.message.list[1:last], compare)
	}
}

// leavingOut leaves out some values.
func leavingOut(of ...mac.Field) func(*candidate, []mac.Field) {
	return func(c *candidate, _ []mac.Field) { leaveOut(c, of) }
}

func leaveOut(c *candidate, of []mac.Field) {
	for _, f := range of {
		if i := c.message.index(f); i >= 0 {
			c.message.remove(i)
		}
	}
}

func empty(c *candidate, of []mac.Field) {
	if i := c.message.index(of[0]); i >= 0 {
		c.message.list[i] = c.message.list[i].with(c.texts.of(""))
	}
}

// emptyForBoth empties a key in the string and in the key of the HMAC.
func emptyForBoth(c *candidate, of []mac.Field) {
	if c.key.index(of[0]) >= 0 {
		c.set(of[0], c.texts.of(""))
	}
}

func swap(c *candidate, of []mac.Field) { c.message.swap(of[0], of[1]) }
