package paste

import (
	"strconv"
	"strings"

	"netvisormac/mac"
)

// NoteTexts has the English text of each note. Where a text has a %, there is
// the title of the field, or what the note is about.
var NoteTexts = map[string]string{
	// How a value was read.
	"unescaped":       "%: written with escapes, which were read.",
	"joined":          "%: put together from parts.",
	"variable":        "%: written as a variable, whose assignment in the text was followed.",
	"padding":         "%: the spaces around it were taken as layout.",
	"curly-quotes":    "%: in typographic quotes, which were taken as straight ones.",
	"unwrapped":       "%: the brackets that a log puts around a value were taken off.",
	"base64":          "%: the text was written in base64.",
	"data-in-address": "%: with -G, curl puts the data into the address; it was put there, escaped as curl escapes it.",
	"cut-lines":       "%: the log had cut the line; the pieces were joined.",
	"address-joined":  "%: put together from host and path, with https unless the text says otherwise.",

	// What is remarkable in a value. Nothing of it was changed.
	"edge-space":            "%: has a space at its edge. It was kept; HTTP drops it from the header, so a MAC made with it is wrong.",
	"mojibake":              "%: looks like UTF-8 that was read as ISO-8859-1 (Ã¶ for ö). It was kept; the log may show it wrong, or the header may have been sent so. Check with both readings.",
	"replacement-character": "%: has the character that stands for one that could not be read. The right one is lost; paste the value from its source.",
	"invisible-character":   "%: has an invisible or unusual space character. It was kept.",
	"placeholder":           "%: has a placeholder that is not filled in. Paste what was really sent.",
	"masked":                "%: seems to be masked. Put in the real value before checking.",

	// Where the text says more than one thing, or less than one.
	"several-values":   "%: the text has different values. The one that stands in a header, and most often, was used.",
	"message-differs":  "%: the string to sign has another value than the request. The request's was used.",
	"echo-differs":     "%: the string that Netvisor shows has another value than the request.",
	"from-echo":        "The request was read from the string that Netvisor shows; the keys are not in it.",
	"variable-unknown": "%: written as a variable, and the text does not say what it holds. Paste the value, or the line that assigns it.",
	"computed":         "%: computed by the program. Paste what it gave.",
	"header-removed":   "%: the command has the header without a value, so curl does not send it.",
	"near-name":        "%: the name of the header is spelt differently from the documentation's. Netvisor does not find the value under this name.",
	"name-case":        "%: the name of the header is written in other capitals than the documentation's, which is harmless.",
	"disabled":         "A header that is switched off in the file was left out.",
	"comment":          "A header in a comment was left out.",
	"ampersand":        "An & outside of quotes ends the command: the shell cuts the address there. Put the address in quotes.",

	// About the text as a whole.
	"utf-16":           "The text was in UTF-16.",
	"iso-8859-1":       "The text is not UTF-8; it was read as ISO-8859-1.",
	"byte-order-mark":  "The text began with a byte-order mark, which was left out.",
	"json-cut-off":     "The JSON ends in the middle. What is there was read.",
	"other-requests":   "Requests that do not go to Netvisor were left out.",
	"missing":          "Read as %. Not found: %.",
	"nothing":          "Nothing of a request to Netvisor was found: no header, no address, no string to sign and no answer. Paste the request as curl command, HAR, log, code or header lines.",
	"empty":            "The text is empty.",
	"multivers-guide":  "This is the guide to linking Exact Multivers on-premise. It holds no request to Netvisor; the page for Multivers helps with it.",
	"multivers-config": "This looks like a web.config or an error of IIS. The page for Multivers reads it.",
	"no-requests":      "The file was read, and none of its requests goes to Netvisor.",
}

// valueChecks are what is remarkable in a value.
var valueChecks = []struct {
	id    string
	found func(string) bool
}{
	{"edge-space", func(s string) bool { return s != "" && s != strings.Trim(s, " \t\r\n") }},
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
	input   string
	starts  []int // where lines begin
	pasted  *Pasted
	request int
	seen    map[string]bool // request, id and field of the notes
}

// line returns the line of the byte at, from 1; 0 for none.
func (n *noter) line(at int) int {
	if at < 0 || n.input == "" {
		return 0
	}
	if n.starts == nil {
		n.starts = []int{0}
		for i := 0; i < len(n.input); i++ {
			if n.input[i] == '\n' {
				n.starts = append(n.starts, i+1)
			}
		}
	}
	return lineOf(n.starts, at)
}

func (n *noter) source(c candidate) Source { return Source{c.start, c.end, n.line(c.start)} }

// add adds a note, once for each field of a request.
func (n *noter) add(id string, field mac.Field, at int) {
	n.addText(id, strings.Replace(NoteTexts[id], "%", field.Info().Title, 1), field, at)
}

func (n *noter) addText(id, text string, field mac.Field, at int) {
	once := strconv.Itoa(n.request) + " " + id + " " + string(field)
	if n.seen[once] {
		return
	}
	n.seen[once] = true
	n.pasted.Notes = append(n.pasted.Notes, Note{id, text, field, n.line(at), n.request})
}

// value notes how the chosen value of a field was read, and what is remarkable.
func (n *noter) value(field mac.Field, best candidate, list []candidate) {
	for bit, id := range howNotes {
		if best.how&(1<<bit) != 0 {
			n.add(id, field, best.start)
		}
	}
	if n.input != "" && best.how == 0 && (best.end > len(n.input) || best.start > best.end || n.input[best.start:best.end] != best.text) {
		id := "unescaped"
		if best.pair.form == "curl-trace" {
			id = "cut-lines"
		}
		n.add(id, field, best.start)
	}
	if best.pair.what.note != "" {
		n.add(best.pair.what.note, field, best.pair.at)
	}
	for _, check := range valueChecks {
		if check.found(best.text) {
			n.add(check.id, field, best.start)
		}
	}
	for _, c := range list {
		switch {
		case c.text == best.text, best.how&followed != 0 && strings.Contains(best.text, c.text):
		case c.pair.what.rank == rankMessage && best.pair.what.rank != rankMessage:
			n.add("message-differs", field, c.start)
		default:
			n.add("several-values", field, c.start)
		}
	}
}

// general adds the notes about the whole text.
func (n *noter) general(r *reader, drafts []*draft) {
	requests := map[int]int{}
	for i, d := range drafts {
		requests[d.section] = i
	}
	for _, f := range r.notes {
		n.request = -1
		if i, ok := requests[f.section]; ok && f.section > 0 {
			n.request = i
		}
		n.add(f.id, f.field, f.at)
	}
	n.request = -1
	if len(drafts) == 0 {
		n.pasted.Kind, _ = n.nothing(r)
		n.add(n.pasted.Kind, "", -1)
		return
	}
	if r.others(requests) {
		n.add("other-requests", "", -1)
	}
	for i, d := range drafts {
		n.request = i
		n.missing(d)
	}
}

// others says whether the text has requests that go elsewhere.
func (r *reader) others(requests map[int]int) bool {
	for _, p := range r.pairs {
		if p.what.field == mac.FieldURL && p.what.rank >= rankPlain && r.sections[p.section].hard {
			_, used := requests[p.section]
			if text, ok := p.value.text(); ok && !used && strings.Contains(text, "://") && !isAddress(text) {
				return true
			}
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
func (n *noter) missing(d *draft) {
	if d.form == "answer" {
		return
	}
	found := n.pasted.Requests[n.request]
	var names []string
	for _, info := range mac.Fields() {
		if *info.Field.Of(&found.Request, &found.Keys) == "" && info.Field != mac.FieldPartnerID {
			names = append(names, info.Title)
		}
	}
	text := strings.Replace(NoteTexts["missing"], "%", Kinds[d.form], 1)
	if len(names) > 0 {
		n.addText("missing", strings.Replace(text, "%", strings.Join(names, ", "), 1), "", -1)
	}
}

// Kinds are the forms that are told apart: what Pasted.Kind may be, and what
// each is called.
var Kinds = map[string]string{
	"curl": "a curl command for bash", "curl-cmd": "a curl command for cmd", "curl-powershell": "a curl command for PowerShell",
	"curl-verbose": "the log of curl -v", "curl-trace": "the log of curl --trace-ascii", "command": "a command line",
	"http": "an HTTP message", "http-file": "a .http file", "headers": "header lines", "two-lines": "names and values on lines of their own",
	"table": "a table", "logfmt": "a log in logfmt", "json": "JSON", "har": "a HAR file", "postman": "a Postman collection", "insomnia": "an Insomnia file", "bruno": "a Bruno file",
	"string-to-sign": "a string to sign", "answer": "an answer of Netvisor", "text": "plain text",
	"php": "PHP", "python": "Python", "javascript": "JavaScript", "csharp": "C#", "java": "Java", "go": "Go", "ruby": "Ruby", "vb": "Visual Basic", "powershell": "PowerShell", "bash": "a bash script",
	"nothing": "nothing", "empty": "nothing", "no-requests": "a file", "multivers-guide": "the Multivers guide", "multivers-config": "a configuration",
}
