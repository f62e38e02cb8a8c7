// Package letters has what several packages ask of a text: of which characters it is, and how bytes are written in it.
package letters

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// IsASCII says whether all characters are ASCII's.
func IsASCII(s string) bool { return ASCIILength(s) == len(s) }

// ASCIILength is how many bytes there are before the first outside ASCII.
func ASCIILength(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return i
		}
	}
	return len(s)
}

// IsOf says whether all characters are of a set.
func IsOf(s, set string) bool { return strings.Trim(s, set) == "" }

// IsDigits says whether all characters are decimal digits.
func IsDigits(s string) bool { return IsOf(s, "0123456789") }

// IsHex says whether all characters are hex digits, in either case.
func IsHex(s string) bool { return IsOf(s, "0123456789abcdefABCDEF") }

// IsHexDigit says whether a byte is a hex digit, in either case.
func IsHexDigit(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

// Pad writes a number with zeros before it, up to a width.
func Pad(n, width int) string { return zeros(strconv.Itoa(n), width) }

// CodePoint writes a character as U+00F6.
func CodePoint(r rune) string {
	return "U+" + zeros(strings.ToUpper(strconv.FormatInt(int64(r), 16)), 4)
}

func zeros(digits string, width int) string {
	return strings.Repeat("0", max(0, width-len(digits))) + digits
}
