package diagnose

import "netvisormac/mac/internal/calc"

// target is what a search looks for.
type target interface {
	possible(c *indices) bool          // whether the candidate could make it, by its form
	is(c *indices, digest []byte) bool // whether it did
	beginnings() []uint32              // the first four bytes of each digest that could be it; nil for any
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

func (m *sentMAC) possible(c *indices) bool {
	length := len(m[c.writing])
	return length == c.hashedBy().Size || c.writtenBy().Part && 0 < length && length <= c.hashedBy().Size
}

func (m *sentMAC) is(c *indices, digest []byte) bool {
	target := m[c.writing]
	return string(digest[:len(target)]) == string(target)
}

func (m *sentMAC) beginnings() []uint32 {
	list := []uint32{}
	for _, digest := range m {
		if len(digest) >= 4 {
			list = append(list, uint32(digest[0])<<24|uint32(digest[1])<<16|uint32(digest[2])<<8|uint32(digest[3]))
		}
	}
	return list
}
