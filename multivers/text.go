package multivers

import (
	"strings"
	"unicode/utf8"
)

// Span is a part of a text, in bytes.
type Span struct{ Start, End int }

// Text returns what a file says, as UTF-8 without the byte order mark. What cannot be decoded becomes U+FFFD.
func Text(config []byte) string {
	text := readSource(config).text
	if utf8.ValidString(text) {
		return text
	}
	return strings.Map(func(r rune) rune { return r }, text)
}

// Secrets returns where the text of a file holds secrets, in order: tokens, passwords, machine keys. It is
// for showing a file with these masked, in whatever state it is: it looks for < and = and minds no more of XML.
func Secrets(text string) (secrets []Span) {
	for start := 0; start < len(text); {
		end := len(text)
		if next := strings.IndexByte(text[start+1:], '<'); next >= 0 {
			end = start + 1 + next
		}
		secrets = append(secrets, secretsOf(text[start:end], start)...)
		start = end
	}
	return secrets
}

// secretsOf finds the secrets of a tag and of what follows it, which begin at an offset of the text.
func secretsOf(tag string, offset int) (secrets []Span) {
	for at := 0; ; {
		sign := strings.IndexByte(tag[at:], '=')
		if sign < 0 {
			return secrets
		}
		name := tag[at : at+sign]
		if at += sign + 1; secretName(name, tag) {
			start, end := valueAt(tag, at)
			secrets = append(secrets, Span{offset + start, offset + end})
			at = end
		}
	}
}

// secretName tells whether what stands before an = in a tag is the name of a secret.
func secretName(name, tag string) bool {
	switch {
	case lettersEnd(name, "d"):
		return lettersEnd(name, "password") || lettersEnd(name, "pwd")
	case lettersEnd(name, "y"):
		return lettersEnd(name, "validationkey") || lettersEnd(name, "decryptionkey")
	}
	return lettersEnd(name, "value") && hasTellingPiece(letters(tag))
}

// lettersEnd tells whether the letters of a text, in lower case, end in others. It makes nothing: a file has a hundred thousand names.
func lettersEnd(text, end string) bool {
	left := len(end)
	for i := len(text) - 1; i >= 0 && left > 0; i-- {
		c := text[i] | 0x20
		if c < 'a' || c > 'z' {
			continue
		}
		if left--; c != end[left] {
			return false
		}
	}
	return left == 0
}

// hasTellingPiece tells by the letters of a tag whether its value is a secret. A key that is nearly
// Zenvoices.SecretToken, which Check takes for it, has one of the first four whole: three slips leave one.
func hasTellingPiece(letters string) bool {
	for _, piece := range []string{"zenvo", "icess", "ecret", "token", "passw", "wachtw"} {
		if strings.Contains(letters, piece) {
			return true
		}
	}
	return false
}

// valueAt finds the value behind an =: within its quotation marks, of any kind, or else up to the > or the end.
func valueAt(tag string, at int) (start, end int) {
	skipped := strings.TrimLeftFunc(tag[at:], func(r rune) bool {
		return r <= ' ' || quoteOf(r) != 0 || isWideSpace(r) || isInvisible(r)
	})
	start = len(tag) - len(skipped)
	for i, r := range skipped {
		if quoteOf(r) == 0 {
			continue
		}
		next, _ := utf8.DecodeRuneInString(skipped[i+utf8.RuneLen(r):])
		if next <= ' ' || next == '/' || next == '>' || next == '?' || next == utf8.RuneError || isWideSpace(next) || isInvisible(next) {
			return start, start + i
		}
	}
	if i := strings.IndexByte(skipped, '>'); i >= 0 {
		return start, start + i
	}
	return start, len(tag)
}
