package mac

import (
	"slices"
	"strings"
)

// put puts a field next to another or, without one, at the end of the message.
// It comes from where it stands or, if it is not signed, from the request.
func (c *candidate) put(f, before, after Field) {
	var p piece
	if i := c.message.index(f); i >= 0 {
		p = c.message.list[i]
		c.message.remove(i)
	} else if text := *f.Of(c.texts.request, &Keys{}); text != "" {
		p = newPiece(f.place(), c.texts.of(text))
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
func withUnix(c *candidate, _ []Field) {
	if c.message.index(FieldTimestampUnix) < 0 {
		c.put(FieldTimestampUnix, FieldCustomerKey, "")
	}
}

func withoutUnix(c *candidate, _ []Field) {
	leaveOut(c, []Field{FieldTimestampUnix})
}

// legacyHMAC is a mistake under the header SHA256 alone.
func legacyHMAC(c *candidate, _ []Field) {
	if c.texts.request.Algorithm == SHA256 {
		c.hash = hmacSHA256
	}
}

func legacyHMACWithUnix(c *candidate, of []Field) {
	if legacyHMAC(c, of); c.texts.request.Algorithm == SHA256 {
		withUnix(c, of)
	}
}

func partnerForCustomer(c *candidate, _ []Field) {
	if i := c.message.index(FieldCustomerID); i >= 0 && c.texts.request.PartnerID != "" {
		c.message.list[i] = newPiece(FieldPartnerID.place(), c.texts.of(c.texts.request.PartnerID))
	}
}

// byHeaderName puts the values into the order of their headers' names, between the address and the keys.
func byHeaderName(c *candidate, _ []Field) {
	c.sortValues(func(a, b piece) int { return strings.Compare(fields[a.field()].Header, fields[b.field()].Header) })
}

// byHeaders puts the values into the order of the headers.
func byHeaders(c *candidate, _ []Field) {
	c.sortValues(func(a, b piece) int { return a.field() - b.field() })
}

func (c *candidate) sortValues(compare func(a, b piece) int) {
	if first, last := c.message.index(FieldURL), c.message.index(FieldCustomerKey); first == 0 && last > 0 {
		slices.SortStableFunc(c.message.list[1:last], compare)
	}
}

// leavingOut leaves out some values.
func leavingOut(of ...Field) func(*candidate, []Field) {
	return func(c *candidate, _ []Field) { leaveOut(c, of) }
}

func leaveOut(c *candidate, of []Field) {
	for _, f := range of {
		if i := c.message.index(f); i >= 0 {
			c.message.remove(i)
		}
	}
}

func empty(c *candidate, of []Field) {
	if i := c.message.index(of[0]); i >= 0 {
		c.message.list[i] = c.message.list[i].with(c.texts.of(""))
	}
}

// emptyForBoth empties a key in the string and in the key of the HMAC.
func emptyForBoth(c *candidate, of []Field) {
	if c.key.index(of[0]) >= 0 {
		c.set(of[0], c.texts.of(""))
	}
}

func swap(c *candidate, of []Field) { c.message.swap(of[0], of[1]) }
