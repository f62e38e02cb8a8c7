package calc

import (
	"encoding/hex"
	"strings"

	"netvisormac/internal/letters"
)

// Writing is how a digest becomes text, and back: read returns the digest, or
// its beginning if only that was written.
type Writing struct {
	Index int // among writings
	Name  string
	ID    string // of the name, where it is words
	Write func([]byte) string
	Read  func(string) (digest []byte, ok bool)
	Part  bool // only a beginning is written
}

var (
	LowerHex   = &Writing{Name: "hex", Write: hex.EncodeToString, Read: readHex}
	CapitalHex = &Writing{Name: "upper-case hex", ID: "making.upper-case-hex",
		Write: func(digest []byte) string { return strings.ToUpper(hex.EncodeToString(digest)) },
		Read: func(text string) ([]byte, bool) {
			digest, ok := letters.FromHex(text)
			return digest, ok && isCapitalHex(text)
		}}
	Base64 = &Writing{Name: "base64",
		Write: func(digest []byte) string {
			text := letters.ToBase64(digest, "+/")
			return text + strings.Repeat("=", (4-len(text)%4)%4)
		},
		Read: func(text string) ([]byte, bool) { return readBase64(text, "+/", true) }}
	Base64URL = &Writing{Name: "base64url",
		Write: func(digest []byte) string { return letters.ToBase64(digest, "-_") },
		Read:  func(text string) ([]byte, bool) { return readBase64(text, "-_", false) }}
	HexOfHex = &Writing{Name: "hex of the hex", ID: "making.hex-of-hex",
		Write: func(digest []byte) string { return hex.EncodeToString([]byte(hex.EncodeToString(digest))) },
		Read: func(text string) ([]byte, bool) {
			once, ok := readHex(text)
			if !ok {
				return nil, false
			}
			return readHex(string(once))
		}}
	Truncated = &Writing{Name: "the beginning of the hex", ID: "making.truncated", Part: true,
		Write: func(digest []byte) string { return hex.EncodeToString(digest)[:len(digest)] },
		Read: func(text string) ([]byte, bool) {
			digest, ok := readHex(text[:len(text)&^1])
			return digest, ok && len(digest) >= minimumPart
		}}
)

// Writings are all of them, each at its index.
var Writings = [...]*Writing{LowerHex, CapitalHex, Base64, Base64URL, HexOfHex, Truncated}

func init() {
	for i, w := range Writings {
		w.Index = i
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
