package mac

import (
	"strings"

	"netvisormac/internal/letters"
	"netvisormac/mac/internal/calc"
)

// EncodeURL returns url as it can be sent and signed: each character that may
// not stand in an address becomes the escape of its ISO-8859-1 bytes, as the
// Official page asks ("encode it in ISO-8859-1"). Escapes and reserved
// characters stay as they are. The error is a *FieldError.
func EncodeURL(url string) (string, error) { return Latin1.EncodeURL(url) }

// EncodeURL is the package's EncodeURL with the bytes of another charset. The
// error is a *FieldError, or ErrCharset for a charset that is none of the three.
func (c Charset) EncodeURL(url string) (string, error) {
	encoding, err := c.encoding(HMACSHA256)
	if err != nil {
		return "", err
	}
	var out []byte
	for i := 0; i < len(url); {
		end := i + runeLength(url[i:])
		if mayStand(url[i:]) {
			out = append(out, url[i])
		} else {
			bytes, wrong := encoding.Append(nil, url[i:end])
			if wrong != nil {
				return "", fieldError(calc.LackAt(encoding, url, i, string(FieldURL)))
			}
			out = letters.AppendEscapes(out, bytes)
		}
		i = end
	}
	return string(out), nil
}

// mayStand says whether the first character of rest may stand in an address:
// it is unreserved or reserved (RFC 3986, section 2), or begins an escape.
func mayStand(rest string) bool {
	switch c := rest[0]; {
	case c <= ' ' || c >= 0x7f:
		return false
	case c == '%':
		return len(rest) >= 3 && letters.IsHexDigit(rest[1]) && letters.IsHexDigit(rest[2])
	default:
		return strings.IndexByte("\"<>{}|\\^`", c) < 0
	}
}

func runeLength(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}
