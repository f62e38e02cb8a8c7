package letters

import "strings"

// FromHex returns the bytes of hex digits in either case. The errors of hex.DecodeString bring package fmt with them.
func FromHex(digits string) ([]byte, bool) {
	if len(digits)%2 != 0 || !IsHex(digits) {
		return nil, false
	}
	bytes := make([]byte, len(digits)/2)
	for i := range bytes {
		bytes[i] = nibble(digits[2*i])<<4 | nibble(digits[2*i+1])
	}
	return bytes, true
}

func nibble(digit byte) byte {
	if digit <= '9' {
		return digit - '0'
	}
	return digit | 0x20 - 'a' + 10
}

// base64Digits are those that both alphabets of base64 have (RFC 4648); each has two of its own: "+/" or "-_".
const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// ToBase64 returns base64 without padding, in the alphabet that has these two digits of its own.
func ToBase64(bytes []byte, own string) string {
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

// FromBase64 returns the bytes of base64 without its padding, in the alphabet that has these two digits of its own.
func FromBase64(bare, own string) ([]byte, bool) {
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
	return bytes, len(bare)%4 != 1
}

// AppendEscapes appends each byte as an escape of an address, %F6.
func AppendEscapes(dst, bytes []byte) []byte {
	const digits = "0123456789ABCDEF"
	for _, b := range bytes {
		dst = append(dst, '%', digits[b>>4], digits[b&15])
	}
	return dst
}
