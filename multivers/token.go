package multivers

import (
	"crypto/rand"
	"errors"
	"strconv"
	"strings"
)

// MinTokenLength is the shortest token that the installation guide allows; DefaultTokenLength is what [NewToken] is best asked for.
const (
	MinTokenLength     = 32
	DefaultTokenLength = 40
	maxTokenLength     = 128 // it travels in a header of every request
)

const tokenAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// NewToken returns a secret token of length characters, each an independent and equally probable
// letter or digit from crypto/rand: 5.95 bits a character. The length is from 32 to 128.
func NewToken(length int) (string, error) {
	if length < MinTokenLength || length > maxTokenLength {
		return "", errors.New("a token has from " + strconv.Itoa(MinTokenLength) + " to " + strconv.Itoa(maxTokenLength) + " characters, not " + strconv.Itoa(length))
	}
	token := make([]byte, 0, length)
	buffer := make([]byte, 64)
	for {
		rand.Read(buffer) // never fails: it ends the program instead
		for _, b := range buffer {
			if b >= 4*62 { // 248 to 255 would make the first eight letters more probable
				continue
			}
			if token = append(token, tokenAlphabet[b%62]); len(token) == length {
				return string(token), nil
			}
		}
	}
}

// placeholders are the values that guides and examples show, in lower case.
var placeholders = []string{"randomkey", "token", "secrettoken", "secret", "wachtwoord", "password", "changeme", "uwtoken", "yourtoken", "xxx"}

// commonWords make a token easier to guess, in lower case.
var commonWords = []string{"zenvoices", "multivers", "exact", "wachtwoord", "password", "welkom", "welcome", "geheim", "secret", "qwerty", "admin", "token"}

// Strength judges a secret token: its length, its characters, and whether it looks random. The
// finding of severity [OK] tells how many bits it has at most. The token is in none of them.
func Strength(token string) []Finding {
	var r report
	r.token(token, none, "")
	return r.findings()
}

// token reports everything about a token whose value stands at the offset at; which tells which one it is.
func (r *report) token(token string, at int, which string) {
	before := len(r.found)
	add := func(id, detail string) { r.add(id, at, join(": ", which, detail)) }
	lower := strings.ToLower(strings.TrimSpace(token))
	switch {
	case lower == "":
		add("token-empty", "")
		return
	case equalsAny(lower, placeholders):
		add("token-placeholder", "")
		return
	}
	length := len([]rune(token))
	if strange := strangeCharacters(token); strange != "" {
		add("token-characters", strange)
	}
	if length < MinTokenLength {
		add("token-short", "it has "+strconv.Itoa(length)+" characters")
	}
	if length > maxTokenLength {
		add("token-long", "it has "+strconv.Itoa(length)+" characters")
	}
	if why := weakness(token, lower); why != "" {
		add("token-weak", why)
	}
	if len(r.found) == before {
		bits := length * 5954 / 1000 // the logarithm of 62 to base 2
		add("token-ok", strconv.Itoa(length)+" characters; if they were chosen at random, "+strconv.Itoa(bits)+" bits")
	}
}

// strangeCharacters tells which characters other than letters and digits are in a token, by kind, so that it shows none of them.
func strangeCharacters(token string) string {
	kinds := []struct {
		name string
		is   func(rune) bool
	}{
		{"space", func(r rune) bool { return r == ' ' || isWideSpace(r) }},
		{"tab or line break", func(r rune) bool { return r == '\t' || r == '\r' || r == '\n' }},
		{"invisible character", isInvisible},
		{"quotation mark", func(r rune) bool { return quoteOf(r) != 0 }},
		{"accented or foreign letter", func(r rune) bool { return r >= 0x80 }},
		{"other character", func(r rune) bool { return !isTokenCharacter(r) }},
	}
	counts := make([]int, len(kinds))
	for _, c := range token {
		for i, kind := range kinds {
			if kind.is(c) {
				counts[i]++
				break
			}
		}
	}
	var parts []string
	for i, n := range counts {
		if n > 0 {
			parts = append(parts, plural(n, kinds[i].name))
		}
	}
	return strings.Join(parts, ", ")
}

func isTokenCharacter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// weakness tells in what way a token does not look random, "" if it does.
func weakness(token, lower string) string {
	var distinct [256]bool
	steps, different := 0, 0
	for i := range len(token) {
		if !distinct[token[i]] {
			distinct[token[i]] = true
			different++
		}
		if i > 0 && (token[i] == token[i-1] || token[i] == token[i-1]+1 || token[i] == token[i-1]-1) {
			steps++
		}
	}
	switch {
	case strings.Contains((token + token)[1:2*len(token)-1], token):
		return "it repeats one part"
	case 2*steps > len(token):
		return "most characters are the neighbour of the one before, as in abc or 321"
	case different < 12 && len(token) >= MinTokenLength:
		return "it has only " + strconv.Itoa(different) + " different characters"
	}
	for _, word := range commonWords {
		if strings.Contains(lower, word) {
			return "it contains a common word"
		}
	}
	return ""
}

func equalsAny(s string, list []string) bool {
	for _, one := range list {
		if s == one {
			return true
		}
	}
	return false
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if what == "tab or line break" {
		return strconv.Itoa(n) + " tabs or line breaks"
	}
	return strconv.Itoa(n) + " " + what + "s"
}
