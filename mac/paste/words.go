package paste

import "strings"

// among says whether word is one of words, which have spaces between them. The
// arguments of oneOf are each some bytes of code.
func among(word, words string) bool {
	for i := 0; word != ""; {
		n := strings.Index(words[i:], word)
		if n < 0 {
			return false
		}
		i += n
		end := i + len(word)
		if (i == 0 || words[i-1] == ' ') && (end == len(words) || words[end] == ' ') {
			return true
		}
		i = end
	}
	return false
}

// oneOf says whether word is one of words. A switch over strings is the same,
// at several times the code.
func oneOf(word string, words ...string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
