package mac

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
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

// writing is how a digest becomes text, and back: read returns the digest, or
// its beginning if only that was written.
type writing struct {
	index int // among writings
	name  string
	write func([]byte) string
	read  func(string) (digest []byte, ok bool)
	part  bool // only a beginning is written
}

var (
	lowerHex   = &writing{name: "hex", write: hex.EncodeToString, read: readHex}
	capitalHex = &writing{name: "upper-case hex",
		write: func(digest []byte) string { return upper(hex.EncodeToString(digest)) },
		read: func(text string) ([]byte, bool) {
			digest, ok := decodeHex(text)
			return digest, ok && isUpperHex(text)
		}}
	inBase64 = &writing{name: "base64",
		write: func(digest []byte) string {
			text := toBase64(digest, "+/")
			return text + "=="[:-len(text)&3]
		},
		read: func(text string) ([]byte, bool) { return readBase64(text, "+/", true) }}
	inBase64URL = &writing{name: "base64url",
		write: func(digest []byte) string { return toBase64(digest, "-_") },
		read:  func(text string) ([]byte, bool) { return readBase64(text, "-_", false) }}
	hexOfHex = &writing{name: "hex of the hex",
		write: func(digest []byte) string { return hex.EncodeToString([]byte(hex.EncodeToString(digest))) },
		read: func(text string) ([]byte, bool) {
			once, ok := readHex(text)
			if !ok {
				return nil, false
			}
			return readHex(string(once))
		}}
	truncated = &writing{name: "the beginning of the hex", part: true,
		write: func(digest []byte) string { return hex.EncodeToString(digest)[:len(digest)] },
		read: func(text string) ([]byte, bool) {
			digest, ok := readHex(text[:len(text)&^1])
			return digest, ok && len(digest) >= minimumPart
		}}
)

// writings are all of them, each at its index.
var writings = [...]*writing{lowerHex, capitalHex, inBase64, inBase64URL, hexOfHex, truncated}

func init() {
	for i, w := range writings {
		w.index = i
	}
}

// minimumPart is how many bytes of a digest prove it: by chance the 10 million
// MACs of a search have 8 bytes in common with it once in 10^12 searches.
const minimumPart = 8

func readHex(text string) ([]byte, bool) {
	digest, ok := decodeHex(text)
	return digest, ok && text != "" && lower(text) == text
}

// decodeHex is hex.DecodeString, whose errors bring package fmt with them.
func decodeHex(text string) ([]byte, bool) {
	if len(text)%2 != 0 || !isAnyHex(text) {
		return nil, false
	}
	bytes := make([]byte, len(text)/2)
	for i := range bytes {
		bytes[i] = nibble(text[2*i])<<4 | nibble(text[2*i+1])
	}
	return bytes, true
}

func nibble(digit byte) byte {
	if digit <= '9' {
		return digit - '0'
	}
	return digit | 0x20 - 'a' + 10
}
