package paste

import "strings"

// base64 returns the text that s is the base64 of, as a HAR file writes it
// (RFC 4648, with padding); empty if it is not. Package encoding/base64 would
// be a hundredth of the WebAssembly.
func base64(s string) string {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	if len(s)%4 != 0 {
		return ""
	}
	var text []byte
	bits, n := 0, 0
	for _, c := range []byte(strings.TrimRight(s, "=")) {
		digit := strings.IndexByte(digits, c)
		if digit < 0 {
			return ""
		}
		bits, n = bits<<6|digit, n+6
		if n >= 8 {
			n -= 8
			text = append(text, byte(bits>>n))
		}
	}
	return string(text)
}
