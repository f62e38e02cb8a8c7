package diagnose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"netvisormac/internal/letters"
	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
	"netvisormac/mac/internal/timestamp"
)

func (f *finding) add(info *mac.FieldInfo, what said.Text) {
	f.fields = append(f.fields, info.Field)
	f.details = append(f.details, Sentences.Text("detail.of-field", "field", titled(info.Field), "what", what))
}

// at says where a character stands; it does not show what is around it, which
// may be a key.
func at(value string, i int) said.Text {
	if i < 0 {
		return said.Text{}
	}
	r, _ := utf8.DecodeRuneInString(value[i:])
	return Sentences.Text("detail.character-at", "character", letters.CodePoint(r), "position", utf8.RuneCountInString(value[:i])+1)
}

func firstOf(value, set string) said.Text { return at(value, strings.IndexAny(value, set)) }

func firstRune(value string, is func(rune) bool) said.Text {
	return at(value, strings.IndexFunc(value, is))
}

func invisible(value string) said.Text {
	return firstRune(value, func(r rune) bool {
		return r < ' ' || '\u007f' <= r && r <= '\u00a0' || r == '\u00ad' || '\u2000' <= r && r <= '\u200f' ||
			'\u2028' <= r && r <= '\u202f' || '\u2060' <= r && r <= '\u206f' || r == '\ufeff' || '\ufff9' <= r && r <= '\ufffb'
	})
}

func decomposed(value string) said.Text {
	return firstRune(value, func(r rune) bool { return 0x300 <= r && r <= 0x36f })
}

func edgeSpace(value string) said.Text {
	before := len(value) - len(strings.TrimLeftFunc(value, unicode.IsSpace))
	after := len(value) - len(strings.TrimRightFunc(value, unicode.IsSpace))
	switch {
	case before == 0 && after == 0:
		return said.Text{}
	case before == 0:
		return Sentences.Text("detail.space.end")
	case after == 0 || before == len(value):
		return Sentences.Text("detail.space.beginning")
	}
	return Sentences.Text("detail.space.both")
}

// misreadUTF8 returns the text that value would be if its ISO-8859-1 bytes
// were UTF-8, or "" if they are not.
func misreadUTF8(value string) string {
	bytes, wrong := calc.Latin1.Append(nil, value)
	if wrong != nil || letters.IsASCII(value) || !utf8.Valid(bytes) {
		return ""
	}
	return string(bytes)
}

func isEmpty(value string) bool { return value == "" }

func isUnknownAlgorithm(value string) bool {
	return value != "" && value != string(mac.HMACSHA256) && value != string(mac.SHA256)
}

func isOddTimestamp(value string) bool {
	_, ok := timestamp.Parse(value)
	return value != "" && !ok
}

func isOddUnix(value string) bool {
	_, ok := timestamp.ParseUnix(value)
	return value != "" && !ok
}

func isLowerLanguage(value string) bool {
	return value == "fi" || value == "se" || value == "en"
}

func isOddLanguage(value string) bool {
	return value != "" && !isLowerLanguage(value) && value != "FI" && value != "SE" && value != "EN"
}

func isOddOrganisationID(id string) bool {
	return id != "" && (len(id) != 9 || id[7] != '-' || !letters.IsDigits(id[:7]+id[8:]))
}

// hasWrongCheckDigit weighs the seven digits as the Finnish tax administration
// does. Whether Netvisor looks at the digit is unknown.
func hasWrongCheckDigit(id string) bool {
	if id == "" || isOddOrganisationID(id) {
		return false
	}
	sum := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2} {
		sum += weight * int(id[i]-'0')
	}
	digit := (11 - sum%11) % 11
	return digit == 10 || digit != int(id[8]-'0')
}

func isNoGUID(id string) bool {
	groups := strings.Split(id, "-")
	if id == "" || len(groups) != 5 {
		return id != ""
	}
	for i, length := range []int{8, 4, 4, 4, 12} {
		if len(groups[i]) != length || !letters.IsHex(groups[i]) {
			return true
		}
	}
	return false
}

func isOddKey(key string) bool   { return key != "" && !letters.IsHex(key) }
func isShortKey(key string) bool { return key != "" && letters.IsHex(key) && len(key) != 32 }

func isBase64(s string) bool {
	return letters.IsOf(strings.TrimSuffix(s, "="), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_")
}
