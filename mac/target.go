package mac

// target is what a search looks for.
type target interface {
	possible(c *candidate) bool          // whether the candidate could make it, by its form
	is(c *candidate, digest []byte) bool // whether it did
}

// sentMAC is the MAC of a request: what the digest must be, by how it is written.
type sentMAC [len(writings)][]byte

func readMAC(text string) (sent sentMAC) {
	for i, w := range writings {
		if digest, ok := w.read(text); ok {
			sent[i] = digest
		}
	}
	return sent
}

func (m *sentMAC) possible(c *candidate) bool {
	length := len(m[c.writing.index])
	return length == c.hash.size || c.writing.part && 0 < length && length <= c.hash.size
}

func (m *sentMAC) is(c *candidate, digest []byte) bool {
	target := m[c.writing.index]
	return string(digest[:len(target)]) == string(target)
}
