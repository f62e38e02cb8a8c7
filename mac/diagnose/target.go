package diagnose

import "netvisormac/mac/internal/calc"

// target is what a search looks for.
type target interface {
	possible(c *candidate) bool          // whether the candidate could make it, by its form
	is(c *candidate, digest []byte) bool // whether it did
}

// sentMAC is the MAC of a request: what the digest must be, by how it is written.
type sentMAC [len(calc.Writings)][]byte

func readMAC(text string) (sent sentMAC) {
	for i, w := range calc.Writings {
		if digest, ok := w.Read(text); ok {
			sent[i] = digest
		}
	}
	return sent
}

func (m *sentMAC) possible(c *candidate) bool {
	length := len(m[c.writing.Index])
	return length == c.hash.Size || c.writing.Part && 0 < length && length <= c.hash.Size
}

func (m *sentMAC) is(c *candidate, digest []byte) bool {
	target := m[c.writing.Index]
	return string(digest[:len(target)]) == string(target)
}
