package diagnose

import (
	"strings"

	"netvisormac/internal/letters"
)

// The letters of Finnish, Swedish and their neighbours, and the letter and mark
// that Unicode's form NFD makes of each.
const (
	composed = "äöåÄÖÅüÜéÉèÈêëáÁàâíÍóÓôõÕúÚñÑçšŠžŽ"
	bases    = "aoaAOAuUeEeEeeaAaaiIoOooOuUnNcsSzZ"
	marks    = "\u0308\u0308\u030a\u0308\u0308\u030a\u0308\u0308\u0301\u0301\u0300\u0300\u0302\u0308\u0301\u0301\u0300\u0302\u0301\u0301\u0301\u0301\u0302\u0303\u0303\u0301\u0301\u0303\u0303\u0327\u030c\u030c\u030c\u030c"
)

// decompose gives the form NFD.
func decompose(text string) string {
	return eachLetter(text, func(text, letter, pair string) string { return strings.ReplaceAll(text, letter, pair) })
}

// compose gives the form NFC.
func compose(text string) string {
	return eachLetter(text, func(text, letter, pair string) string { return strings.ReplaceAll(text, pair, letter) })
}

func eachLetter(text string, change func(text, letter, pair string) string) string {
	if letters.IsASCII(text) {
		return text
	}
	mark := []rune(marks)
	for i, letter := range []rune(composed) {
		text = change(text, string(letter), bases[i:i+1]+string(mark[i]))
	}
	return text
}
