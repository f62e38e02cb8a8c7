package diagnose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"netvisormac/internal/letters"
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
	"netvisormac/mac/internal/timestamp"
)

func (f *finding) add(info *mac.FieldInfo, what string) {
	if f.detail != "" {
		f.detail += "; "
	}
	f.fields = append(f.fields, info.Field)
	f.detail += info.Title + ": " + what
}

// at says where a character stands; it does not show what is around it, which
// may be a key.
func at(value string, i int) string {
	r, _ := utf8.DecodeRuneInString(value[i:])
	return letters.CodePoint(r) + " at character " + strconv.Itoa(utf8.RuneCountInString(value[:i])+1)
}

func firstOf(value, set string) string {
	if i := strings.IndexAny(value, set); i >= 0 {
		return at(value, i)
	}
	return ""
}

func firstRune(value string, is func(rune) bool) string {
	if i := strings.IndexFunc(value, is); i >= 0 {
		return at(value, i)
	}
	return ""
}

func invisible(value string) string {
	return firstRune(value, func(r rune) bool {
		return r < ' ' || '\u007f' <= r && r <= '\u00a0' || r == '\u00ad' || '\u2000' <= r && r <= '\u200f' ||
			'\u2028' <= r && r <= '\u202f' || '\u2060' <= r && r <= '\u206f' || r == '\ufeff' || '\ufff9' <= r && r <= '\ufffb'
	})
}

func decomposed(value string) string {
	return firstRune(value, func(r rune) bool { return 0x300 <= r && r <= 0x36f })
}

func edgeSpace(value string) string {
	before := len(value) - len(strings.TrimLeftFunc(value, unicode.IsSpace))
	after := len(value) - len(strings.TrimRightFunc(value, unicode.IsSpace))
	switch {
	case before == 0:
		return ifPositive(after, "at its end")
	case after == 0 || before == len(value):
		return "at its beginning"
	}
	return "at both ends"
}

func ifPositive(n int, text string) string {
	if n > 0 {
		return text
	}
	return ""
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
