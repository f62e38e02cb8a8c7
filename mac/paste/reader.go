package paste

import (
	"strings"

	"netvisormac/mac"
	"netvisormac/mac/answer"
)

// reader collects what the readers of the forms find.
type reader struct {
	programs     []span // of the input, that were read as code
	input        string
	facts        chunks[fact]
	tokens       chunks[token] // of the last program, for their memory
	vars         vars
	notes        []found
	form         string // of what is being read: an ID of Kinds
	depth        int    // of texts in texts
	placeholders bool   // the text has {{names}}
	status       int    // HTTP status that waits for its answer
	bound        *bound // nil if not known yet
	secret       int    // whether the text is a secret of Kubernetes: 0 not known, 1 no, 2 yes
}

// found is a note that was made while reading.
type found struct {
	id    string
	field mac.Field
	at    int
	fact  int // how many facts came before
}

func newReader(input string) *reader {
	return &reader{input: input, vars: vars{}, placeholders: strings.Contains(input, "{{")}
}

// as makes form the form of what is read, until the result is called.
func (r *reader) as(form string) func() {
	before := r.form
	r.form = form
	return func() { r.form = before }
}

func (r *reader) note(id string, at int) { r.noteOf(id, "", at) }

func (r *reader) noteOf(id string, field mac.Field, at int) {
	r.notes = append(r.notes, found{id, field, at, r.facts.count})
}

// literal reads a string that stands by itself: a header line, an address, a
// string to sign, or a text that has such things in it. It says whether the
// string was one.
func (r *reader) literal(v value, at int) bool {
	s := v.prefix()
	if r.headerLine(v, s, at) {
		return true
	}
	whole, plain := v.text()
	switch {
	case plain && len(v.parts) == 1 && r.message(v.parts[0].view):
		return true
	case plain && isAddress(whole) && !strings.ContainsAny(whole, "\n"), isComposed(v):
		r.bare(mac.FieldURL, v, at)
		return true
	case plain && isPart(whole):
		r.bare(classifyBare(whole), v, at)
		return true
	case plain && len(v.parts) == 1 && isRequestLine(whole):
		line := v.parts[0].trim("\r\n")
		target, _, _ := requestLine(line.text)
		r.target(line.sub(target.start, target.end))
		return true
	case plain && len(v.parts) == 1 && isInteresting(whole):
		before := r.facts.count
		r.open(false)
		r.read(v.parts[0].view)
		r.close()
		for i := before; i < r.facts.count; i++ {
			r.facts.at(i).value.how |= v.how
		}
		return true
	}
	return false
}

// headerLine reads "Name: value", where Name is a header of Netvisor's or Host.
func (r *reader) headerLine(v value, s string, at int) bool {
	colon := strings.IndexByte(s[:min(len(s), 120)], ':')
	if colon <= 0 {
		if name, ok := strings.CutSuffix(s, ";"); ok && identify(name).rank == rankHeader {
			r.add(name, v.after(len(s)), at) // curl's way to send an empty header
			return true
		}
		return false
	}
	if identify(strings.TrimSpace(s[:colon])).rank != rankHeader || nestedHeaders(s[colon:]) {
		return false
	}
	rest := v.after(colon + 1)
	if strings.HasPrefix(s[colon+1:], " ") {
		rest = v.after(colon + 2)
	}
	r.add(strings.TrimSpace(s[:colon]), rest, at)
	return true
}

// nestedHeaders says whether a text of several lines has a header on a later one.
func nestedHeaders(s string) bool {
	line := strings.IndexByte(s, '\n')
	return line >= 0 && indexFold(s, line) >= 0
}

// isAddress says whether s is an address of a resource of Netvisor's API: on
// one of its hosts, or on any host with the ending that all its resources have.
func isAddress(s string) bool {
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
		return false
	}
	_, path, _ := strings.Cut(s[strings.Index(s, "//")+2:], "/")
	return path != "" && isHost(s) || isResource(path)
}

// isHost says whether s begins with the address of one of Netvisor's hosts.
func isHost(s string) bool {
	_, host, found := strings.Cut(s, "://")
	host, _, _ = strings.Cut(host, "/")
	for _, known := range []string{"integration", "isvapi", "koulutus", "kehitys", "www.netvisor.biz"} {
		if found && strings.HasPrefix(host, known) && strings.Contains(host, "netvisor") {
			return true
		}
	}
	return false
}

func isResource(path string) bool {
	path, _, _ = strings.Cut(path, "?")
	return asciiLower(path[max(0, len(path)-len(".nv")):]) == ".nv"
}

// isComposed says whether v is an address that variables are a part of.
func isComposed(v value) bool {
	refs := false
	for _, p := range v.parts {
		refs = refs || p.ref != ""
	}
	if isOpenAddress(v.lead()) {
		return true
	}
	if !refs || v.computed {
		return false
	}
	for _, p := range v.parts {
		if p.ref == "" && strings.HasPrefix(p.text, "/") && isResource(p.text) {
			return true
		}
	}
	return isHost(v.prefix()) || len(v.parts) > 1 && isResource(v.parts[len(v.parts)-1].text)
}

// isOpenAddress says whether a text is an address whose query follows.
func isOpenAddress(s string) bool {
	return isAddress(s) && has("?&=", s[len(s)-1])
}

// isInteresting says whether a text in a text is worth reading.
func isInteresting(s string) bool {
	if len(s) < 8 {
		return false
	}
	if indexFold(s, 0) >= 0 || strings.Contains(s, "::") || containsFold(s, "<status>") || containsFold(s, "u003cstatus") {
		return true
	}
	return answer.Parse(s).Explanation != nil
}

// isRequestLine says whether a text is a request line of HTTP, and nothing else.
func isRequestLine(s string) bool {
	method, rest, found := strings.Cut(s[:min(len(s), 2000)], " ")
	return found && isMethod(method) && lastVersion(rest) > 0 && strings.IndexByte(strings.TrimRight(s, "\r\n"), '\n') < 0
}

// message reads a string to sign; false if v is none.
func (r *reader) message(v view) bool {
	spans := mac.SplitMessage(v.text)
	if spans == nil {
		return false
	}
	if r.form == "" || r.form == "lines" {
		defer r.as("string-to-sign")()
	}
	r.open(false)
	defer r.close()
	for _, span := range spans {
		part := literal(v.sub(span.Start, span.End), 0)
		r.addAs("", identified{field: span.Field, rank: rankMessage}, part, v.at(span.Start))
	}
	return true
}

// asciiLower returns s with its ASCII letters in lower case: of the same length.
func asciiLower(s string) string {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			out := []byte(s)
			for ; i < len(out); i++ {
				if 'A' <= out[i] && out[i] <= 'Z' {
					out[i] |= 0x20
				}
			}
			return string(out)
		}
	}
	return s
}
