package snippet

import "strings"

// point is a place in every program that avoids some mistakes.
type point struct {
	ids  []string // of the mistakes; one that ends in "-" stands for all that begin so
	text string   // what the program does there
}

// points are named by the templates' marks. An id belongs to the point that
// names it longest, so that timestamp-unix- goes before timestamp-.
var points = map[string]point{
	"address":         {[]string{"url-"}, "the address that is signed is the one that is sent, letter for letter, with its query"},
	"language":        {[]string{"language-"}, "FI, SE or EN"},
	"organisation-id": {[]string{"organisation-id-"}, "the Finnish business id, with its hyphen"},
	"environment":     {[]string{"keys-swapped", "keys-mixed", "typo-", "two-typos-", "leading-zeros-", "cut-", "look-alikes-"}, "each key in its own variable, all of it, as Netvisor shows it"},
	"timestamp":       {[]string{"timestamp-"}, "UTC with a space and milliseconds, as 2023-05-04 12:00:00.000"},
	"timestamp-unix":  {[]string{"timestamp-unix-", "clock-read-twice"}, "whole seconds, of the same moment as the timestamp"},
	"transaction-id":  {[]string{"transaction-id-", "value-of-another-request"}, "a new GUID for each request, with hyphens and without braces"},
	"values": {[]string{"order-of-values", "values-missing", "missing-", "swapped-", "timestamp-unix-last", "timestamp-unix-after-timestamp",
		"timestamp-unix-before-timestamp", "partner-id-", "method-in-front", "keys-not-in-message", "keys-swapped-in-message"},
		"these values in this order, the keys last; no method, no body, no partner id"},
	"joining": {[]string{"no-separator", "separator-", "trailing-separator", "trailing-newline", "byte-order-mark"},
		"joined by & alone, with nothing before or after"},
	"bytes": {[]string{"utf-8", "iso-8859-15", "utf-16le", "nfd", "mojibake-", "question-mark"},
		"hashed and sent in one charset: ISO-8859-1, or ISO-8859-15 for the legacy SHA256"},
	"key":       {[]string{"hmac-key-"}, "the HMAC's key is both keys as text, the customer's first, joined by &"},
	"algorithm": {[]string{"plain-sha256", "legacy-", "hmac-in-legacy", "hmac-sha1", "hmac-sha512"}, "the hash that the header MACHashCalculationAlgorithm names"},
	"output":    {[]string{"output-"}, "64 lower-case hexadecimal digits"},
	"headers": {[]string{"lower-case-", "upper-case-", "leading-space-", "trailing-space-", "newline-"},
		"each header carries the very text that was signed"},
}

// reason returns the comment for those of the mistakes that p avoids: their
// ids, and what the program does instead. It is empty where there are none.
func (p point) reason(mistakes []string) string {
	var avoided []string
	for _, id := range mistakes {
		if n := p.names(id); n > 0 && n == longest(id) && isID(id) {
			avoided = append(avoided, id)
		}
	}
	if avoided == nil {
		return ""
	}
	return "avoids " + strings.Join(avoided, ", ") + ": " + p.text
}

// isID says whether id can be a mistake's, and so stands in a comment to its end.
func isID(id string) bool {
	return strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && id != ""
}

// names returns how much of a mistake's id p names, 0 if it is not p's.
func (p point) names(mistake string) int {
	most := 0
	for _, id := range p.ids {
		if id == mistake || strings.HasSuffix(id, "-") && strings.HasPrefix(mistake, id) {
			most = max(most, len(id))
		}
	}
	return most
}

func longest(mistake string) int {
	most := 0
	for _, p := range points {
		most = max(most, p.names(mistake))
	}
	return most
}
