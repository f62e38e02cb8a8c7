package mac

// In WebAssembly package charmap stays out: it brings the tables of forty
// charsets, which are a thirtieth of the whole download.

// latin9Only are what ISO-8859-15 has in place of characters of ISO-8859-1; 0 where both are the same.
var latin9Only = [...]rune{0xa4: '€', 0xa6: 'Š', 0xa8: 'š', 0xb4: 'Ž', 0xb8: 'ž', 0xbc: 'Œ', 0xbd: 'œ', 0xbe: 'Ÿ'}

func encodeLatin1(r rune) (byte, bool) {
	if r > 0xff {
		return 0, false
	}
	return byte(r), true
}

func encodeLatin9(r rune) (byte, bool) {
	if isC1(r) {
		return 0, false
	}
	for b, own := range latin9Only {
		switch {
		case own == 0:
		case r == own:
			return byte(b), true
		case r == rune(b):
			return 0, false
		}
	}
	return encodeLatin1(r)
}

// isC1 says whether r is a control character that charmap's ISO-8859-15 has not.
func isC1(r rune) bool { return 0x80 <= r && r < 0xa0 }

func decodeLatin1(b byte) rune { return rune(b) }

func decodeLatin9(b byte) rune {
	if isC1(rune(b)) {
		return '\ufffd'
	}
	if int(b) < len(latin9Only) && latin9Only[b] != 0 {
		return latin9Only[b]
	}
	return rune(b)
}
