package mac

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
)

// hashing is a hash function, and whether it is keyed by HMAC.
type hashing struct {
	name  string
	new   func() hash.Hash
	size  int // of the digest, in bytes
	keyed bool
}

var (
	hmacSHA256  = &hashing{"HMAC-SHA-256", sha256.New, sha256.Size, true}
	plainSHA256 = &hashing{"SHA-256", sha256.New, sha256.Size, false}
	plainMD5    = &hashing{"MD5", md5.New, md5.Size, false}
	hmacSHA1    = &hashing{"HMAC-SHA-1", sha1.New, sha1.Size, true}
	hmacSHA512  = &hashing{"HMAC-SHA-512", sha512.New, sha512.Size, true}
)

func (h *hashing) digest(key, message []byte) []byte {
	hash := h.new()
	if h.keyed {
		hash = hmac.New(h.new, key)
	}
	hash.Write(message)
	return hash.Sum(nil)
}
