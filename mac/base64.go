package mac

import "strings"

// Package encoding/base64 can do so much more that it would be a hundredth of
// the WebAssembly.

// base64Digits are those that both alphabets have; each has two of its own.
const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// toBase64 returns base64 without padding (RFC 4648).
func toBase64(bytes []byte, own string) string {
	var text []byte
	bits, n := 0, 0 // n of the bits are still to be written
	for _, b := range bytes {
		bits = bits<<8 | int(b)
		for n += 8; n >= 6; {
			n -= 6
			text = append(text, (base64Digits + own)[bits>>n&63])
		}
	}
	if n > 0 {
		text = append(text, (base64Digits + own)[bits<<(6-n)&63])
	}
	return string(text)
}

// readBase64 reads one of the two alphabets, told apart by their own
// characters or else by whether there is padding.
func readBase64(text, own string, padded bool) ([]byte, bool) {
	bare := strings.TrimRight(text, "=")
	if len(bare)%4 == 1 || !strings.ContainsAny(text, own) && (bare != text) != padded {
		return nil, false
	}
	var bytes []byte
	bits, n := 0, 0
	for i := range len(bare) {
		digit := strings.IndexByte(base64Digits+own, bare[i])
		if digit < 0 {
			return nil, false
		}
		bits = bits<<6 | digit
		if n += 6; n >= 8 {
			n -= 8
			bytes = append(bytes, byte(bits>>n))
		}
	}
	return bytes, true
}
