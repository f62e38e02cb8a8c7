package multivers

import (
	"crypto/rand"
	"strings"

	"netvisormac/internal/said"
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
		return "", wrongLength{Sentences.Text("token.range", "least", MinTokenLength, "most", maxTokenLength, "count", length)}
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

// wrongLength is the error of a length that no token may have.
type wrongLength struct{ text said.Text }

func (e wrongLength) Error() string   { return e.text.English }
func (e wrongLength) Said() said.Text { return e.text }

// placeholders are the values that guides and examples show, in lower case.
var placeholders = []string{"randomkey", "token", "secrettoken", "secret", "wachtwoord", "password", "changeme", "uwtoken", "yourtoken", "xxx"}

// commonWords make a token easier to guess, in lower case.
var commonWords = []string{"zenvoices", "multivers", "exact", "wachtwoord", "password", "welkom", "welcome", "geheim", "secret", "qwerty", "admin", "token"}

// Strength judges a secret token: its length, its characters, and whether it looks random. The
// finding of severity [OK] tells how many bits it has at most. The token is in none of them.
func Strength(token string) []Finding {
	var r report
	r.token(token, none, said.Text{})
	return r.findings()
}

// token reports everything about a token whose value stands at the offset at; which tells which one it is.
func (r *report) token(token string, at int, which said.Text) {
	before := len(r.found)
	add := func(id string, details ...said.Text) {
		switch {
		case which.IsEmpty():
		case len(details) == 0:
			details = []said.Text{which}
		default:
			details = []said.Text{Sentences.Text("token.of", "which", which, "what", details[0])}
		}
		r.add(id, at, details...)
	}
	lower := strings.ToLower(strings.TrimSpace(token))
	switch {
	case lower == "":
		add("token-empty")
		return
	case equalsAny(lower, placeholders):
		add("token-placeholder")
		return
	}
	length := len([]rune(token))
	if strange := strangeCharacters(token); !strange.IsEmpty() {
		add("token-characters", strange)
	}
	if length < MinTokenLength {
		add("token-short", Sentences.Text("token.characters", "count", length))
	}
	if length > maxTokenLength {
		add("token-long", Sentences.Text("token.characters", "count", length))
	}
	if why := weakness(token, lower); !why.IsEmpty() {
		add("token-weak", why)
	}
	if len(r.found) == before {
		bits := length * 5954 / 1000 // the logarithm of 62 to base 2
		add("token-ok", Sentences.Text("token.bits", "count", length, "bits", bits))
	}
}

// strangeCharacters tells which characters other than letters and digits are in a token, by kind, so that it shows none of them.
func strangeCharacters(token string) said.Text {
	kinds := []struct {
		id string
		is func(rune) bool
	}{
		{"characters.space", func(r rune) bool { return r == ' ' || isWideSpace(r) }},
		{"characters.line-end", func(r rune) bool { return r == '\t' || r == '\r' || r == '\n' }},
		{"characters.invisible", isInvisible},
		{"characters.quote", func(r rune) bool { return quoteOf(r) != 0 }},
		{"characters.foreign", func(r rune) bool { return r >= 0x80 }},
		{"characters.other", func(r rune) bool { return !isTokenCharacter(r) }},
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
	var parts said.List
	for i, n := range counts {
		if n > 0 {
			parts = append(parts, Sentences.Text(kinds[i].id, "count", n))
		}
	}
	if len(parts) == 0 {
		return said.Text{}
	}
	return Sentences.Text("characters.all", "list", parts)
}

func isTokenCharacter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// weakness tells in what way a token does not look random, nothing if it does.
func weakness(token, lower string) said.Text {
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
		return Sentences.Text("token.repeats")
	case 2*steps > len(token):
		return Sentences.Text("token.neighbours")
	case different < 12 && len(token) >= MinTokenLength:
		return Sentences.Text("token.few-different", "count", different)
	}
	for _, word := range commonWords {
		if strings.Contains(lower, word) {
			return Sentences.Text("token.common-word")
		}
	}
	return said.Text{}
}

func equalsAny(s string, list []string) bool {
	for _, one := range list {
		if s == one {
			return true
		}
	}
	return false
}
