package mac

import "unicode/utf8"

// lower and upper change the letters of ISO-8859-1 and ISO-8859-15, which are
// all that the server reads. Package strings changes those of every script,
// and its tables are a hundredth of the WebAssembly.
func lower(text string) string { return eachRune(text, lowerRune) }
func upper(text string) string { return eachRune(text, upperRune) }

// pairs are the letters that stand apart from the others, large and small.
var pairs = []rune("ŠšŽžŒœŸÿ")

func lowerRune(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z' || 'À' <= r && r <= 'Þ' && r != '×':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf:
		return r
	}
	for i := 0; i < len(pairs); i += 2 {
		if r == pairs[i] {
			return pairs[i+1]
		}
	}
	return r
}

func upperRune(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z' || 'à' <= r && r <= 'þ' && r != '÷':
		return r + 'A' - 'a'
	case r < utf8.RuneSelf:
		return r
	}
	for i := 1; i < len(pairs); i += 2 {
		if r == pairs[i] {
			return pairs[i-1]
		}
	}
	return r
}

// eachRune returns text itself if nothing changes.
func eachRune(text string, change func(rune) rune) string {
	var changed []byte
	for i, r := range text {
		other := change(r)
		if other != r && changed == nil {
			changed = append(make([]byte, 0, len(text)+utf8.UTFMax), text[:i]...)
		}
		if changed != nil {
			changed = utf8.AppendRune(changed, other)
		}
	}
	if changed == nil {
		return text
	}
	return string(changed)
}
