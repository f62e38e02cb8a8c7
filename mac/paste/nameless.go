package paste

import (
	"strings"

	"netvisormac/internal/letters"
	"netvisormac/mac"
	"netvisormac/mac/answer"
)

// nameless reads a line that has no name: an address, a MAC, an error.
func (w *walk) nameless(v view) {
	line := v.trim(" \t|`*")
	switch {
	case w.bareAnswer(line):
		return
	case isMAC(line.text):
		w.bare(mac.FieldMAC, literal(line, 0), line.at(0))
		return
	case len(line.text) < 60 && isSetting(identify(line.text)):
		w.pending, w.pendingAt = line.text, line.at(0)
		return
	}
	if !w.spaced(line) {
		w.address(line)
	}
}

// spaced reads a part of an address with nothing but a space behind its name: path '/customerlist.nv'.
func (w *walk) spaced(line view) bool {
	n := strings.LastIndexByte(line.text, ' ')
	if n <= 0 || n > 30 || !isAddressPart(identify(strings.Trim(line.text[:n], nameMarks)).field) {
		return false
	}
	rest := line.sub(n+1, len(line.text)).trim("'\"")
	if !isPart(rest.text) {
		return false
	}
	w.bare(classifyBare(rest.text), literal(rest, 0), rest.at(0))
	return true
}

func isAddressPart(field mac.Field) bool {
	return field == mac.FieldURL || field == partBase || field == partHost || field == partPath
}

// addresses reads an address of a line, or its parts, which stand apart: https://isvapi.netvisor.fi /customerlist.nv
func (w *walk) addresses(line view) {
	before := w.facts.count
	if w.address(line); w.facts.count > before {
		return
	}
	for _, word := range strings.Fields(line.text) {
		if part := strings.Trim(word, ",;:()"); isPart(part) {
			at := strings.Index(line.text, part)
			w.bare(classifyBare(part), literal(line.sub(at, at+len(part)), 0), line.at(at))
		}
	}
}

// address finds the first address of Netvisor's API in a line.
func (w *walk) address(line view) {
	for from, tries := 0, 0; tries < 16; tries++ {
		at := strings.Index(line.text[from:], "://")
		if at < 0 {
			return
		}
		at += from
		from = at + len("://")
		start := strings.LastIndex(line.text[:at], "http")
		if start < 0 || at-start > len("https") {
			continue
		}
		rest := line.sub(start, len(line.text))
		if end := strings.IndexAny(rest.text, " \t\"'`<>|”“’"); end >= 0 {
			rest = rest.sub(0, end)
		}
		if rest = rest.trim(",;)[]"); isAddress(rest.text) {
			w.bare(mac.FieldURL, literal(rest, 0), rest.at(0))
			return
		}
	}
}

// bareAnswer reads the text of an error that stands without XML.
func (w *walk) bareAnswer(line view) bool {
	if len(line.text) < len("TECHNICAL_ERROR") && strings.IndexByte(line.text, '_') < 0 {
		return false // shorter than all that it says
	}
	read := answer.Parse(line.text)
	if read.Explanation == nil || !isBareAnswer(strings.TrimSpace(line.text), read) {
		return false
	}
	w.setAnswer(line.text)
	return true
}

// isBareAnswer tells an error from prose that mentions its code.
func isBareAnswer(line string, a answer.Answer) bool {
	return a.Code == "" || line == a.Code || strings.Contains(line, a.Code+" ::") || strings.Contains(line, a.Code+"::") ||
		a.Explanation != nil && a.Explanation.ID != answer.Parse(a.Code).Explanation.ID
}

// isMAC says whether s is 64 hex digits.
func isMAC(s string) bool { return len(s) == 64 && letters.IsHex(s) }

// isSetting says whether a name is that of a key, or of an id that has one.
func isSetting(what identified) bool {
	return isSecret(what.field) || what.rank == rankPlain && (what.field == mac.FieldCustomerID || what.field == mac.FieldPartnerID)
}

func isSecret(field mac.Field) bool {
	return field == mac.FieldCustomerKey || field == mac.FieldPartnerKey
}
