package mac

// put puts a field next to another or, without one, at the end of the message.
// It comes from where it stands or, if it is not signed, from the request.
func (c *calculation) put(f, before, after Field) {
	v := value{f, *f.Of(c.request, &Keys{})}
	if i := c.message.index(f); i >= 0 {
		v = c.message.list[i]
		c.message.remove(i)
	} else if v.text == "" {
		return
	}
	at := c.message.index(before)
	switch {
	case after != "":
		at = c.message.index(after) + 1
	case at < 0:
		at = c.message.n
	}
	c.message.insert(at, v)
}

// withUnix puts TimestampUnix into its place where it is not signed.
func withUnix(c *calculation, _ []Field) {
	if c.message.index(FieldTimestampUnix) < 0 {
		c.put(FieldTimestampUnix, FieldCustomerKey, "")
	}
}

func withoutUnix(c *calculation, _ []Field) {
	leaveOut(c, []Field{FieldTimestampUnix})
}

// legacyHMAC is a mistake under the header SHA256 alone.
func legacyHMAC(c *calculation, _ []Field) {
	if c.request.Algorithm == SHA256 {
		c.hash = hmacSHA256
	}
}

func legacyHMACWithUnix(c *calculation, of []Field) {
	if legacyHMAC(c, of); c.request.Algorithm == SHA256 {
		withUnix(c, of)
	}
}

func partnerForCustomer(c *calculation, _ []Field) {
	if i := c.message.index(FieldCustomerID); i >= 0 && c.request.PartnerID != "" {
		c.message.list[i] = value{FieldPartnerID, c.request.PartnerID}
	}
}

func leaveOut(c *calculation, of []Field) {
	for _, f := range of {
		if i := c.message.index(f); i >= 0 {
			c.message.remove(i)
		}
	}
}

func empty(c *calculation, of []Field) {
	if i := c.message.index(of[0]); i >= 0 {
		c.message.list[i].text = ""
	}
}

// emptyForBoth empties a key in the string and in the key of the HMAC.
func emptyForBoth(c *calculation, of []Field) {
	if c.key.index(of[0]) >= 0 {
		c.set(of[0], "")
	}
}

func swap(c *calculation, of []Field) { c.message.swap(of[0], of[1]) }
