// Package har reads the requests of HAR files as browsers save them, verified, by the thousand.
package har

import (
	"strconv"
	"strings"

	"netvisormac/mac"
	"netvisormac/mac/answer"
	"netvisormac/mac/paste"
)

// entry is a request of a HAR file, and what became of it.
type entry struct {
	Request mac.Request
	Keys    mac.Keys // empty unless the file has them
	Started string   // as the file has it: ISO 8601
	Answer  string   // Netvisor's code, else its status, else such as "HTTP 404"; may be empty
}

// keyed says whether the file has the keys.
func (e *entry) keyed() bool { return e.Keys.Customer != "" && e.Keys.Partner != "" }

// read gives every request to Netvisor in a HAR file. What is odd it leaves to
// package paste. False means that file is no HAR file, or not a whole one,
// whatever was given before.
func read(file string, each func(entry)) bool {
	r := reader{scanner: scanner{text: strings.TrimPrefix(file, "\ufeff")}, each: each, answers: map[string]string{}}
	found := false
	r.members(func(key string) {
		if key != "log" {
			r.skip()
			return
		}
		r.members(func(key string) {
			if key != "entries" || r.peek() != '[' {
				r.skip()
				return
			}
			found = true
			r.elements(r.element)
		})
	})
	return found && !r.failed && r.peek() == 0
}

type reader struct {
	scanner
	each    func(entry)
	answers map[string]string // what was answered in short, by its text: most say the same
	now     entry
	name    []byte // of a header, in lower case
	body    string // of the answer, escapes as they stand
	status  string // of HTTP
	ours    bool   // the request is Netvisor's
	odd     bool   // the entry is one for package paste
	apart   bool   // the query is written apart, too
}

func (r *reader) element() {
	if r.peek() != '{' {
		r.skip()
		return
	}
	r.now, r.body, r.status, r.ours, r.odd, r.apart = entry{}, "", "", false, false, false
	start := r.at
	r.members(func(key string) {
		switch key {
		case "startedDateTime":
			r.now.Started = r.scalar()
		case "request":
			r.object(r.request)
		case "response":
			r.object(r.response)
		default:
			r.skip()
		}
	})
	r.odd = r.odd || r.apart && r.ours && !strings.Contains(r.now.Request.URL, "?")
	switch {
	case r.failed:
	case r.odd:
		r.parse(r.text[start:r.at])
	case r.ours:
		r.now.Answer = r.answer()
		r.each(r.now)
	}
}

// object reads the members of an object; any other value it passes over.
func (r *reader) object(each func(key string)) {
	if r.peek() == '{' {
		r.members(each)
	} else {
		r.skip()
	}
}

func (r *reader) request(key string) {
	switch {
	case key == "url":
		r.now.Request.URL = r.scalar()
		r.ours = r.ours || isNetvisors(r.now.Request.URL)
	case key == "queryString" && r.peek() == '[':
		r.elements(func() {
			r.apart = true
			r.skip()
		})
	case key == "headers" && r.peek() == '[':
		r.elements(func() {
			var value string
			r.name = r.name[:0]
			r.object(func(key string) {
				switch {
				case key == "name" && r.peek() == '"':
					r.name = appendLower(r.name, r.quoted())
				case key == "value" && r.peek() == '"':
					value = r.quoted()
				default:
					r.skip()
				}
			})
			r.header(value)
		})
	default:
		r.skip()
	}
}

// header takes the value, escapes as they stand, of the header that has the name in r.
func (r *reader) header(value string) {
	if info, ok := exactNames[string(r.name)]; ok {
		to, text := info.Of(&r.now.Request, &r.now.Keys), strings.Trim(paste.Unquote(value), " \t\r\n")
		r.odd = r.odd || *to != "" && *to != text // it comes twice
		*to = text
		r.ours = true
	} else if looksLikeOurs(string(r.name)) {
		r.odd = true
	}
}

// appendLower appends text with its ASCII letters in lower case.
func appendLower(to []byte, text string) []byte {
	for i := range len(text) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		to = append(to, c)
	}
	return to
}

// exactNames are the headers' names in lower case.
var exactNames = func() map[string]mac.FieldInfo {
	names := map[string]mac.FieldInfo{}
	for _, info := range mac.Fields() {
		if info.Header != "" {
			names[string(appendLower(nil, info.Header))] = info
		}
	}
	return names
}()

// looksLikeOurs says whether a header that has none of the names may be meant as one.
func looksLikeOurs(name string) bool {
	for _, part := range lookingLikeOurs {
		if strings.Contains(name, part) {
			return !strings.HasSuffix(name, "usehttpresponsestatuscodes")
		}
	}
	return false
}

var lookingLikeOurs = []string{"netvisor", "sender", "customer"}

// isNetvisors says whether an address is on a host of Netvisor's.
func isNetvisors(url string) bool {
	scheme, rest, _ := strings.Cut(url, "://")
	host, _, _ := strings.Cut(rest, "/")
	return strings.HasPrefix(scheme, "http") && strings.Contains(string(appendLower(nil, host)), "netvisor")
}

func (r *reader) response(key string) {
	switch key {
	case "status":
		r.status = r.scalar()
	case "content":
		r.object(r.content)
	default:
		r.skip()
	}
}

func (r *reader) content(key string) {
	switch {
	case key == "encoding":
		r.odd = r.scalar() != "" || r.odd
	case key == "text" && r.peek() == '"':
		r.body = r.quoted()
	default:
		r.skip()
	}
}

// answer tells what was answered, in short.
func (r *reader) answer() string {
	said := statusElements(r.body)
	if said == "" {
		said = statusElements(paste.Unquote(r.body)) // "<" may be escaped
	}
	if said == "" {
		return shortly("", "", r.status)
	}
	short, known := r.answers[said]
	if !known {
		a := answer.Parse(paste.Unquote(said))
		short = shortly(a.Code, a.Status, "")
		r.answers[said] = short
	}
	return short
}

// statusElements returns the elements in an answer that tell how it went, or nothing.
func statusElements(body string) string {
	start := strings.Index(body, "<Status>")
	if start < 0 {
		return ""
	}
	end := start
	for n := 0; n >= 0; n = strings.Index(body[end:], "</Status>") {
		end += n
		end += min(n, len("</Status>"))
	}
	return body[start:end]
}

// shortly is the most telling of what is known of an answer.
func shortly(code, status, http string) string {
	switch {
	case code != "":
		return code
	case status != "":
		return status
	case http == "" || http == "0":
		return ""
	}
	return "HTTP " + http
}

// parse leaves an entry to package paste.
func (r *reader) parse(text string) {
	for _, found := range paste.Parse(`{"log":{"entries":[` + text + "]}}").Requests {
		e := entry{Request: found.Request, Keys: found.Keys, Started: r.now.Started}
		if a := found.Answer; a != nil {
			e.Answer = shortly(a.Code, a.Status, strconv.Itoa(a.HTTPStatus))
		}
		r.each(e)
	}
}
