package calc

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
)

// Hash is a hash function, and whether it is keyed by HMAC.
type Hash struct {
	Name  string
	new   func() hash.Hash
	Size  int // of the digest, in bytes
	Keyed bool
}

var (
	HMACSHA256 = &Hash{"HMAC-SHA-256", sha256.New, sha256.Size, true}
	SHA256     = &Hash{"SHA-256", sha256.New, sha256.Size, false}
	MD5        = &Hash{"MD5", md5.New, md5.Size, false}
	HMACSHA1   = &Hash{"HMAC-SHA-1", sha1.New, sha1.Size, true}
	HMACSHA512 = &Hash{"HMAC-SHA-512", sha512.New, sha512.Size, true}
)

func (h *Hash) digest(key, message []byte) []byte {
	hash := h.new()
	if h.Keyed {
		hash = hmac.New(h.new, key)
	}
	hash.Write(message)
	return hash.Sum(nil)
}
