package diagnose

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"netvisormac/internal/letters"
)

// slips are the ways in which one character of a key is mistyped: wrong, lost,
// added (or doubled), or two neighbours swapped.
func slips(key string, w width, t textTrier) bool {
	if w >= withTwo || !utf8.ValidString(key) {
		return true
	}
	return slipsFrom(key, 0, alphabetOf(key), t.next, func(other []byte, _ int) bool { return t.try(other) })
}

// twoSlips are two of them, one behind the other.
func twoSlips(key string, w width, t textTrier) bool {
	if w != alone || !utf8.ValidString(key) {
		return true
	}
	alphabet, whole := alphabetOf(key), []byte(key)
	return slipsFrom(key, 0, alphabet, eachText(nil).next, func(one []byte, behind int) bool {
		return slipsFrom(string(one), behind, alphabet, t.next, func(two []byte, _ int) bool {
			return isCut(two, whole) || isCut(whole, two) || t.try(two) // more or less at the ends is a mistake of its own
		})
	})
}

// isCut says whether a key is a part of another, or that.
func isCut(key, whole []byte) bool { return len(key) <= len(whole) && bytes.Contains(whole, key) }

// slipsFrom are the slips from a place of the key on; try is told from where on a second slip is to be tried: two that lie
// further apart are tried in their order. The bytes are another key's with the next.
func slipsFrom(key string, from int, alphabet []string, next func() bool, try func(other []byte, behind int) bool) bool {
	buffer := make([]byte, 0, len(key)+utf8.UTFMax)
	for i := from; i <= len(key); i++ {
		before := max(i-1, 0)
		tries := func(c string, behind int) bool {
			return !next() || try(append(append(append(buffer, key[:i]...), c...), key[behind:]...), before)
		}
		for _, c := range alphabet {
			doubled := i > 0 && strings.HasSuffix(key[:i], c) // in front of it, it was added already
			if !doubled && !tries(c, i) {
				return false
			}
			if i < len(key) && c != key[i:i+1] && !tries(c, i+1) {
				return false
			}
		}
		again := i > 0 && i < len(key) && key[i] == key[i-1] // the same is left when the one before is lost
		if i < len(key) && !again && !tries("", i+1) {
			return false
		}
		if i+1 < len(key) && key[i] != key[i+1] && !tries(key[i+1:i+2]+key[i:i+1], i+2) {
			return false
		}
	}
	return true
}

// alphabetOf returns the hex digits and the other characters of a key.
func alphabetOf(key string) (list []string) {
	alphabet := "0123456789abcdef"
	for _, c := range key {
		if !strings.ContainsRune(alphabet, c) {
			alphabet += string(c)
		}
	}
	return strings.Split(alphabet, "")
}

// manyTwoSlips is about how many a key of 32 hex digits has.
func manyTwoSlips(w width) int {
	if w != alone {
		return 0
	}
	return 570_000
}

// otherZeros adds up to four zeros to the beginning, and takes away up to four that are there: one alone is a slip.
func otherZeros(key string) (all []string) {
	const most = 4
	for n := 2; n <= most; n++ {
		all = append(all, strings.Repeat("0", n)+key)
		if zeros := strings.Repeat("0", n); strings.HasPrefix(key, zeros) {
			all = append(all, key[n:])
		}
	}
	return all
}

// cutKey takes two or three characters from the ends of a key, and adds as many hex digits: one at either end is a slip.
func cutKey(key string, w width, t textTrier) bool {
	if w != alone || !letters.IsASCII(key) || len(key) < 8 {
		return true
	}
	for n := 2; n <= 3; n++ {
		for front := 0; front <= n; front++ {
			if t.next() && !t.try([]byte(key[front:len(key)-(n-front)])) {
				return false
			}
			digits, longer := make([]byte, n), make([]byte, 0, len(key)+n)
			if !withDigits(digits, 0, func() bool {
				return !t.next() || t.try(append(append(append(longer, digits[:front]...), key...), digits[front:]...))
			}) {
				return false
			}
		}
	}
	return true
}

// withDigits writes all hex digits from a place on.
func withDigits(digits []byte, at int, try func() bool) bool {
	if at == len(digits) {
		return try()
	}
	for _, digit := range []byte("0123456789abcdef") {
		digits[at] = digit
		if !withDigits(digits, at+1, try) {
			return false
		}
	}
	return true
}

func manyEnds(width) int { return 3*(1+16*16) + 4*(1+16*16*16) }

// alike are characters that are mistaken for each other.
var alike = []string{"0O", "1lI", "5S", "8B"}

// mostAlike is how many exchanges of characters that look alike are tried.
const mostAlike = 1 << 14

// lookAlikes exchanges characters that look alike in every choice of places, as far as mostAlike goes.
func lookAlikes(key string, w width, t textTrier) bool {
	if w != alone {
		return true
	}
	return exchange([]byte(key), 0, 1, func(other []byte) bool { return !t.next() || t.try(other) })
}

// exchange exchanges the characters from a place on; those before it have so many choices.
func exchange(key []byte, from, choices int, try func([]byte) bool) bool {
	at := slices.IndexFunc(key[from:], func(c byte) bool { return classOf(c) != "" })
	if at < 0 || choices > mostAlike {
		return try(key)
	}
	at += from
	own := key[at]
	defer func() { key[at] = own }()
	for i := range classOf(own) {
		key[at] = classOf(own)[i]
		if !exchange(key, at+1, choices*len(classOf(own)), try) {
			return false
		}
	}
	return true
}

// classOf are the characters that look like one, and itself; empty if there is no other.
func classOf(c byte) string {
	i := slices.IndexFunc(alike, func(class string) bool { return strings.IndexByte(class, c) >= 0 })
	if i < 0 {
		return ""
	}
	return alike[i]
}

func manyLookAlikes(width) int { return 1 << 8 }
