package mac

import "strings"

// EncodeURL returns url as it can be sent and signed: each character that may
// not stand in an address becomes the escape of its ISO-8859-1 bytes, as the
// official page asks ("encode it in ISO-8859-1"). Escapes and reserved
// characters stay as they are. The error is a *FieldError.
func EncodeURL(url string) (string, error) { return Latin1.EncodeURL(url) }

// EncodeURL is the package's EncodeURL with the bytes of another charset. The
// error is a *FieldError, or ErrCharset for a charset that is none of the three.
func (c Charset) EncodeURL(url string) (string, error) {
	encoding, err := c.or(HMACSHA256).encoding()
	if err != nil {
		return "", err
	}
	var out []byte
	for i := 0; i < len(url); {
		end := i + runeLength(url[i:])
		if mayStand(url[i:]) {
			out = append(out, url[i])
		} else {
			bytes, wrong := encoding.append(nil, url[i:end])
			if wrong != nil {
				return "", encoding.name.lacks(url, i).in(FieldURL)
			}
			out = appendEscapes(out, bytes)
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
		return len(rest) >= 3 && isHex(rest[1]) && isHex(rest[2])
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

const upperHex = "0123456789ABCDEF"

func appendEscapes(dst, bytes []byte) []byte {
	for _, b := range bytes {
		dst = append(dst, '%', upperHex[b>>4], upperHex[b&15])
	}
	return dst
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}
