package paste

// nameAt finds the next header name of Netvisor in text, from byte from on.
// Only names that identify knows are found.
func nameAt(text string, from int) (start, end int, found bool) {
	for {
		i := indexFold(text, from)
		if i < 0 {
			return 0, 0, false
		}
		start, end = i, i+len("netvisor")
		for start > from && isNameByte(text[start-1]) {
			start--
		}
		for end < len(text) && isNameByte(text[end]) {
			end++
		}
		if what := identify(text[start:end]); what.field != "" {
			return start, end, true
		}
		from = end
	}
}

// indexFold returns where "netvisor" stands in text from byte from on, in capitals or not.
func indexFold(text string, from int) int {
	const name = "netvisor"
	for i := from; i+len(name) <= len(text); i++ {
		if text[i+3]|0x20 != 'v' { // the rarest of its letters
			continue
		}
		n := 0
		for n < len(name) && text[i+n]|0x20 == name[n] {
			n++
		}
		if n == len(name) {
			return i
		}
	}
	return -1
}

// containsFold says whether a text has a word, which is in lower case, in capitals or not.
func containsFold(text, word string) bool {
	for i := 0; i+len(word) <= len(text); i++ {
		if isFold(text[i:i+len(word)], word) {
			return true
		}
	}
	return false
}

// isFold says whether a text of its length is a word, which is in lower case, in capitals or not.
//
//go:noinline
func isFold(text, word string) bool {
	for i := range len(word) {
		if c := text[i]; c != word[i] && (c < 'A' || c > 'Z' || c|0x20 != word[i]) {
			return false
		}
	}
	return true
}

// isLetter says whether r, which is not ASCII, is a letter of a European
// alphabet. The tables of package unicode are large.
func isLetter(r rune) bool { return 0xc0 <= r && r < 0x500 && r != '×' && r != '÷' }

func isNameByte(c byte) bool {
	return c == '-' || c == '_' || isWordByte(c)
}

func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}
