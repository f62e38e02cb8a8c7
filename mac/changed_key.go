package mac

import (
	"strings"
	"unicode/utf8"
)

func swapInKey(c *candidate, of []Field) {
	if c.hash.keyed {
		c.key.swap(of[0], of[1])
	}
}

func swapInMessageAlone(c *candidate, of []Field) {
	if c.hash.keyed {
		swap(c, of)
	}
}

func swapEverywhere(c *candidate, of []Field) {
	swap(c, of)
	swapInKey(c, of)
}

// leaveOutOfKey leaves one of the two keys.
func leaveOutOfKey(c *candidate, of []Field) {
	if i := c.key.index(of[0]); c.hash.keyed && i >= 0 && c.key.n == 2 {
		c.key.remove(i)
	}
}

func joinKeys(c *candidate, _ []Field) {
	if c.hash.keyed {
		c.key.separator = c.texts.of("")
	}
}

func decodeKeys(c *candidate, _ []Field) { c.hexKey = c.hexKey || c.hash.keyed }

func joinDecodedKeys(c *candidate, of []Field) {
	decodeKeys(c, of)
	joinKeys(c, of)
}

// slips are the ways in which one character of a key is mistyped: wrong, lost,
// added (or doubled), or two neighbours swapped.
func slips(key string, w width, try func(string) bool) bool {
	if w == withTwo || !utf8.ValidString(key) {
		return true
	}
	alphabet := alphabetOf(key)
	for i := 0; i <= len(key); i++ {
		for _, c := range alphabet {
			doubled := i > 0 && strings.HasSuffix(key[:i], string(c)) // in front of it, it was added already
			if !doubled && !try(key[:i]+string(c)+key[i:]) {
				return false
			}
			if i < len(key) && string(c) != key[i:i+1] && !try(key[:i]+string(c)+key[i+1:]) {
				return false
			}
		}
		again := i > 0 && i < len(key) && key[i] == key[i-1] // the same is left when the one before is lost
		if i < len(key) && !again && !try(key[:i]+key[i+1:]) {
			return false
		}
		if i+1 < len(key) && key[i] != key[i+1] && !try(key[:i]+key[i+1:i+2]+key[i:i+1]+key[i+2:]) {
			return false
		}
	}
	return true
}

// alphabetOf returns the hex digits and the other characters of a key.
func alphabetOf(key string) string {
	alphabet := "0123456789abcdef"
	for _, c := range key {
		if !strings.ContainsRune(alphabet, c) {
			alphabet += string(c)
		}
	}
	return alphabet
}
