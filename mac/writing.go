package mac

import (
	"encoding/hex"
	"strings"

	"netvisormac/internal/letters"
)

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
		write: func(digest []byte) string { return strings.ToUpper(hex.EncodeToString(digest)) },
		read: func(text string) ([]byte, bool) {
			digest, ok := letters.FromHex(text)
			return digest, ok && isCapitalHex(text)
		}}
	inBase64 = &writing{name: "base64",
		write: func(digest []byte) string {
			text := letters.ToBase64(digest, "+/")
			return text + strings.Repeat("=", (4-len(text)%4)%4)
		},
		read: func(text string) ([]byte, bool) { return readBase64(text, "+/", true) }}
	inBase64URL = &writing{name: "base64url",
		write: func(digest []byte) string { return letters.ToBase64(digest, "-_") },
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
	digest, ok := letters.FromHex(text)
	return digest, ok && text != "" && strings.ToLower(text) == text
}

// readBase64 reads one of the two alphabets, told apart by their own characters or else by whether there is padding.
func readBase64(text, own string, padded bool) ([]byte, bool) {
	bare := strings.TrimRight(text, "=")
	if !strings.ContainsAny(text, own) && (bare != text) != padded {
		return nil, false
	}
	return letters.FromBase64(bare, own)
}

func isCapitalHex(s string) bool {
	return letters.IsHex(s) && strings.ToUpper(s) == s && strings.ToLower(s) != s
}
