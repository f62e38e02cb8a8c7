package paste

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// escape reads the escape at byte i.
func (w *quoteReader) escape(i int) int {
	rest := w.e.of.text[i+1:]
	if w.quote.escape == '`' {
		_, size := utf8.DecodeRuneInString(rest)
		return w.replace(i, i+1+size, powershellEscape(rest[:size]))
	}
	if w.only != "" {
		switch {
		case strings.IndexByte(w.only, rest[0]) < 0:
			return i + 1
		case rest[0] == '\n':
			return w.replace(i, i+2, "")
		}
		return w.replace(i, i+2, rest[:1])
	}
	if w.bytes {
		if s, size := byteEscapes(rest); size > 0 {
			return w.replace(i, i+1+size, s)
		}
	}
	s, size := cEscape(rest)
	if size == 0 {
		return i + 1
	}
	return w.replace(i, i+1+size, s)
}

func powershellEscape(s string) string {
	switch s {
	case "n":
		return "\n"
	case "r":
		return "\r"
	case "t":
		return "\t"
	case "\n":
		return ""
	}
	return s
}

// byteEscapes reads octal and hexadecimal escapes, as many as follow each
// other, from behind the first backslash.
func byteEscapes(rest string) (string, int) {
	var list []byte
	size := 0
	for n := 0; n < len(rest); {
		base, digits, most := 8, rest[n:], 3
		if digits[0] == 'x' {
			base, digits, most = 16, digits[1:], 2
		}
		length := 0
		for length < most && length < len(digits) && isDigit(digits[length], base) {
			length++
		}
		code, err := strconv.ParseUint(digits[:length], base, 16)
		if err != nil {
			break
		}
		list = append(list, byte(code))
		n += len(rest[n:]) - len(digits) + length
		size = n
		if n >= len(rest) || rest[n] != '\\' {
			break
		}
		n++
	}
	return text8(list), size
}

func isDigit(c byte, base int) bool {
	if base == 8 {
		return '0' <= c && c <= '7'
	}
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

// cEscape reads what follows a backslash in C and its relatives. An escape
// that they do not know has size 0 and stays as it is.
func cEscape(rest string) (string, int) {
	const letters, meanings = `nrtbfv0\"'/$` + "`&!%@#=- ?", "\n\r\t\b\f\v\x00\\\"'/$`&!%@#=- ?"
	switch c := rest[0]; {
	case c == 'x':
		return codePoint(rest[1:], 2, 1)
	case c == 'u' && strings.HasPrefix(rest, "u{"):
		digits, _, found := strings.Cut(rest[2:min(len(rest), 12)], "}")
		if r, size := codePoint(digits, len(digits), 1); found && size > 0 {
			return r, len(digits) + 3
		}
		return "", 0
	case c == 'u':
		return surrogates(rest)
	case c == 'U':
		return codePoint(rest[1:], 8, 1)
	default:
		if i := strings.IndexByte(letters, c); i >= 0 {
			return meanings[i : i+1], 1
		}
		return "", 0
	}
}

// surrogates reads uXXXX, or two of them that are one character.
func surrogates(rest string) (string, int) {
	s, size := codePoint(rest[1:], 4, 1)
	if size == 0 || len(rest) < 11 || rest[5:7] != `\u` {
		return s, size
	}
	high, _ := strconv.ParseUint(rest[1:5], 16, 32)
	low, err := strconv.ParseUint(rest[7:11], 16, 32)
	if err != nil || high < 0xd800 || high > 0xdbff || low < 0xdc00 || low > 0xdfff {
		return s, size
	}
	return string(rune((high-0xd800)<<10 + low - 0xdc00 + 0x10000)), 11
}

// codePoint reads that many hex digits; before is what stood before them.
func codePoint(digits string, n, before int) (string, int) {
	if len(digits) < n || n == 0 {
		return "", 0
	}
	r, err := strconv.ParseUint(digits[:n], 16, 32)
	if err != nil {
		return "", 0
	}
	return string(rune(r)), n + before
}
