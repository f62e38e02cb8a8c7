package paste

import (
	"sort"
	"strings"

	"netvisormac/internal/said"
	"netvisormac/mac"
)

// valueChecks are what is remarkable in a value.
var valueChecks = []struct {
	id    string
	found func(string) bool
}{
	{"space-kept", func(s string) bool { return s != "" && s != strings.Trim(s, " \t\r\n") }},
	{"mojibake", isMojibake},
	{"replacement-character", func(s string) bool { return strings.Contains(s, "\ufffd") }},
	{"invisible-character", func(s string) bool { return strings.ContainsAny(s, "\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\u202f") }},
	{"placeholder", func(s string) bool { return strings.Contains(s, "{{") || strings.HasPrefix(s, "YOUR_") }},
	{"masked", func(s string) bool {
		return strings.Contains(s, "***") || strings.Contains(s, "•••") || s == "[REDACTED]"
	}},
}

// isMojibake says whether s has a pair of characters that a letter of UTF-8
// becomes when it is read as ISO-8859-1 or Windows-1252.
func isMojibake(s string) bool {
	before := rune(0)
	for _, r := range s {
		if (before == 'Ã' || before == 'Â') && (r >= 0x80 && r <= 0xbf || strings.ContainsRune("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ", r)) || before == 'â' && r == '‚' {
			return true
		}
		before = r
	}
	return false
}

// noter makes the notes of a paste.
type noter struct {
	input    string
	lines    []int32 // how many lines begin before each stretch of the input
	pasted   *Pasted
	request  int
	library  string    // that writes the query
	escaping *escaping // that the text has signs of; nil if not known yet
	seen     map[once]bool
	texts    map[[3]string]said.Text // of the notes, with what they are about
}

// once is what a note is made once of.
type once struct {
	request int
	id      string
	field   mac.Field
}

const stretch = 1 << 8

// line returns the line of the byte at, from 1; 0 for none.
func (n *noter) line(at int) int {
	if at < 0 || n.input == "" {
		return 0
	}
	at = min(at, len(n.input))
	for i := len(n.lines); i <= at/stretch; i++ {
		before := int32(1)
		if i > 0 {
			before = n.lines[i-1] + int32(strings.Count(n.input[(i-1)*stretch:i*stretch], "\n"))
		}
		n.lines = append(n.lines, before)
	}
	i := at / stretch
	return int(n.lines[i]) + strings.Count(n.input[i*stretch:at], "\n")
}

func (n *noter) source(c *candidate) Source { return Source{c.start, c.end, n.line(c.start)} }

// add adds a note, once for each field of a request.
func (n *noter) add(id string, field mac.Field, at int) {
	key := [3]string{id, string(field), n.library}
	text, known := n.texts[key]
	if !known {
		text = n.about(id, field)
		n.texts[key] = text
	}
	n.addSaid(id, text, field, at)
}

// about is the text of a note about a field: one and the same for all notes that say it.
func (n *noter) about(id string, field mac.Field) said.Text {
	var args []any
	if strings.Contains(NoteTexts[id], "{field}") {
		args = append(args, "field", titled(field))
	}
	if strings.Contains(NoteTexts[id], "{library}") {
		args = append(args, "library", n.library)
	}
	return said.Fill("note."+id, NoteTexts[id], args...)
}

// titled is the name of a field as the argument of a note.
func titled(field mac.Field) said.Field {
	return said.Field{Name: string(field), Title: field.Info().Title}
}

// addText adds a note whose gaps are filled by the arguments.
func (n *noter) addText(id string, field mac.Field, at int, args ...any) {
	n.addSaid(id, said.Fill("note."+id, NoteTexts[id], args...), field, at)
}

func (n *noter) addSaid(id string, text said.Text, field mac.Field, at int) {
	key := once{n.request, id, field}
	if n.seen[key] {
		return
	}
	n.seen[key] = true
	n.pasted.Notes = append(n.pasted.Notes, Note{ID: id, Text: text.English, Said: text, Field: field, Line: n.line(at), Request: n.request, Doubt: doubts(id, field)})
}

// value notes how the chosen value of a field was read, and what is remarkable.
func (n *noter) value(field mac.Field, best *candidate, list []*candidate) {
	for bit, id := range howNotes {
		if best.how&(1<<bit) != 0 {
			n.add(id, field, best.start)
		}
	}
	if n.input != "" && best.how == 0 && (best.end > len(n.input) || best.start > best.end || n.input[best.start:best.end] != best.text) {
		id := "unescaped"
		if best.fact.form == "curl-trace" {
			id = "cut-lines"
		}
		n.add(id, field, best.start)
	}
	if best.fact.what.note != asItShall {
		n.add(speltNotes[best.fact.what.note], field, best.fact.at)
	}
	for _, check := range valueChecks {
		if check.found(best.text) {
			n.add(check.id, field, best.start)
		}
	}
	for _, c := range list {
		switch {
		case best.how&(queryApart|hostAndPath) != 0 && strings.Contains(best.text, c.text): // it is a part
		case c.text == best.text, best.how&edgeSpace != 0 && strings.TrimSpace(c.text) == best.text, best.how&followed != 0 && strings.Contains(best.text, c.text):
		case field == mac.FieldTimestamp && c.rank() == rankPlain && best.rank() == rankHeader && !isLanguage(c.fact.form): // when the log was written
		case c.fact.what.rank == rankMessage && best.fact.what.rank != rankMessage:
			n.add("message-differs", field, c.start)
		default:
			n.add("several-values", field, c.start)
		}
	}
}

// general adds the notes about the whole text.
func (n *noter) general(r *reader, drafts []*message, loose *message) {
	for _, f := range r.notes {
		n.request = -1
		i := sort.Search(len(drafts), func(i int) bool { return drafts[i].from > f.fact }) - 1
		for i > 0 && drafts[i].from == f.fact && f.fact <= drafts[i-1].to+1 && !drafts[i].begun {
			i--
		}
		if i > 0 && drafts[i].from == f.fact && f.fact == drafts[i-1].to+1 {
			i--
		}
		if i >= 0 && f.fact <= drafts[i].to+1 && (drafts[i].from > 0 || drafts[i].begun) {
			n.request = i
		}
		n.add(f.id, f.field, f.at)
	}
	n.request = -1
	n.looksLike(r)
	if len(drafts) == 0 && n.pasted.Settings == nil && n.program(loose) {
		return
	}
	if len(drafts) == 0 && n.pasted.Settings == nil {
		n.pasted.Kind, _ = n.nothing(r)
		n.add(n.pasted.Kind, "", -1)
		return
	}
	if r.others(drafts) {
		n.add("other-requests", "", -1)
	}
	for i, d := range drafts {
		n.request = i
		n.missing(d)
	}
}

// program tells of a program whose values are all in variables.
func (n *noter) program(loose *message) bool {
	var names []string
	form := ""
	for _, info := range fields {
		if c, ok := loose.missing[info.Field]; ok && info.Header != "" && c.rank() == rankHeader {
			names, form = append(names, info.Header), c.fact.form
			if c.fact.what.note == nearly {
				n.add("near-name", info.Field, c.fact.at)
			}
		}
	}
	if len(names) == 0 {
		return false
	}
	n.pasted.Kind = form
	n.addText("program", "", -1, "headers", strings.Join(names, ", "))
	for _, info := range fields {
		n.absent(loose, info.Field)
	}
	return true
}

// others says whether the text has requests that go elsewhere.
func (r *reader) others(used []*message) bool {
	ranges := used
	for i := range r.facts.count {
		f := r.facts.at(i)
		if f.what.field != mac.FieldURL || f.what.rank < rankPlain {
			continue
		}
		for len(ranges) > 0 && ranges[0].to < i {
			ranges = ranges[1:]
		}
		if len(ranges) > 0 && ranges[0].from <= i {
			continue
		}
		if text, ok := f.value.text(); ok && strings.Contains(text, "://") && !isAddress(text) {
			return true
		}
	}
	return false
}

// nothing says what a text without a request is.
func (n *noter) nothing(r *reader) (kind string, known bool) {
	lower := asciiLower(n.input[:min(len(n.input), 1<<18)])
	switch {
	case strings.TrimSpace(n.input) == "":
		return "empty", true
	case strings.Contains(lower, "zenvoices") && strings.Contains(lower, "handleiding"):
		return "multivers-guide", true
	case strings.Contains(lower, "<configuration") || strings.Contains(lower, "0x800700c1") || strings.Contains(lower, "zenvoices"):
		return "multivers-config", true
	case r.others(nil):
		return "no-requests", true
	}
	return "nothing", false
}

// missing says as what the request was read, and what the MAC still needs.
func (n *noter) missing(d *message) {
	if d.form == "answer" {
		return
	}
	found := n.pasted.Requests[n.request]
	var missing said.List
	for _, info := range fields {
		if *info.Field.Of(&found.Request, &found.Keys) == "" && info.Field != mac.FieldPartnerID {
			missing = append(missing, titled(info.Field))
		}
	}
	n.addText("read-as", "", -1, "form", called(d.form))
	if len(missing) > 0 {
		n.addText("missing", "", -1, "fields", missing)
	}
}
