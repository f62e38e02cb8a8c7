package calc

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
)

// Hash is a hash function, and whether it is keyed by HMAC.
type Hash struct {
	Index int // among Hashes
	Name  string
	new   func() hash.Hash
	Size  int // of the digest, in bytes
	Keyed bool
}

var (
	HMACSHA256 = &Hash{0, "HMAC-SHA-256", sha256.New, sha256.Size, true}
	SHA256     = &Hash{1, "SHA-256", sha256.New, sha256.Size, false}
	MD5        = &Hash{2, "MD5", md5.New, md5.Size, false}
	HMACSHA1   = &Hash{3, "HMAC-SHA-1", sha1.New, sha1.Size, true}
	HMACSHA512 = &Hash{4, "HMAC-SHA-512", sha512.New, sha512.Size, true}
)

// Hashes are all of them, each at its index.
var Hashes = [...]*Hash{HMACSHA256, SHA256, MD5, HMACSHA1, HMACSHA512}

// digest hashes a message, with a key where the hash is keyed.
func (h *Hash) digest(key, message []byte) []byte { return new(Hasher).Digest(h, key, message) }

// Hasher computes digests one after the other, in memory that it keeps.
type Hasher struct {
	functions     [len(Hashes)]hash.Hash
	buffer        []byte
	padded, inner []byte
}

// Buffer is where a message may be written.
func (h *Hasher) Buffer() []byte { return h.buffer[:0] }

// Digest returns the digest of a message, which is valid until the next call. The key is for a hash that is keyed.
func (h *Hasher) Digest(of *Hash, key, message []byte) []byte {
	f := h.functions[of.Index]
	if f == nil {
		f = of.new()
		h.functions[of.Index] = f
	}
	h.buffer = message
	f.Reset()
	if !of.Keyed {
		f.Write(message)
		h.inner = f.Sum(h.inner[:0])
		return h.inner
	}
	h.pad(f, key, 0x36) // RFC 2104
	f.Write(message)
	h.inner = f.Sum(h.inner[:0])
	h.pad(f, key, 0x5c)
	f.Write(h.inner)
	h.inner = f.Sum(h.inner[:0])
	return h.inner
}

// pad begins a hash with a padded key.
func (h *Hasher) pad(f hash.Hash, key []byte, with byte) {
	if f.Reset(); len(key) > f.BlockSize() {
		f.Write(key)
		h.padded = f.Sum(h.padded[:0])
		f.Reset()
	} else {
		h.padded = append(h.padded[:0], key...)
	}
	for len(h.padded) < f.BlockSize() {
		h.padded = append(h.padded, 0)
	}
	for i := range h.padded {
		h.padded[i] ^= with
	}
	f.Write(h.padded)
}
