package paste

import (
	"strconv"
	"strings"
)

var methods = []string{"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"}

// requestLine returns the target of "GET /customerlist.nv HTTP/1.1" or, as
// .http files have it, "GET https://isvapi.netvisor.fi/customerlist.nv".
func requestLine(line string) (target string, ok bool) {
	method, rest, found := strings.Cut(line, " ")
	if !found || !isMethod(method) {
		return "", false
	}
	rest = strings.TrimSpace(rest)
	target, version, _ := cutLast(rest, " HTTP/")
	if version == "" && !strings.Contains(rest, "://") && !strings.HasPrefix(rest, "{{") {
		return "", false
	}
	return target, target != ""
}

func isMethod(word string) bool { return oneOf(word, methods...) }

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// isStatusLine says whether a line begins an HTTP response.
func isStatusLine(line string) bool { return statusOf(line) != 0 }

func statusOf(line string) int {
	version, rest, found := strings.Cut(line, " ")
	if !found || !strings.HasPrefix(version, "HTTP/") || len(rest) < 3 {
		return 0
	}
	status, err := strconv.Atoi(rest[:3])
	if err != nil || status < 100 || status > 599 {
		return 0
	}
	return status
}

// http reads the lines that only HTTP messages, .http files and Bruno files have.
func (w *walk) http(v view, line string) bool {
	if target, ok := requestLine(line); ok {
		form := "http"
		if !strings.Contains(line, " HTTP/") {
			form = "http-file"
		}
		if w.form != "" {
			form = w.form
		}
		w.language = nil
		w.section(true)
		w.inMessage = form
		restore := w.as(form)
		at := strings.Index(v.text, target)
		w.target(v.sub(at, at+len(target)))
		restore()
		return true
	}
	if status := statusOf(line); status != 0 {
		w.language = nil
		w.status = status
		return true
	}
	if strings.HasPrefix(line, "###") && strings.Trim(line, "#") != "" || line == "###" {
		w.section(false)
		return true
	}
	for name, field := range addressNames {
		if rest, ok := cutName(line, name); ok {
			at := strings.LastIndex(v.text, rest)
			if w.inMessage == "" {
				w.inMessage = "http"
			}
			w.addAs("", identified{field: field, rank: rankHeader}, literal(v.sub(at, at+len(rest)), 0), v.at(at))
			return true
		}
		if asciiLower(line) == name && name != "host" {
			w.pending, w.pendingAt = line, v.at(0)
			return true
		}
	}
	return false
}

// cutName returns what stands behind "name: ".
func cutName(line, name string) (string, bool) {
	if len(line) <= len(name) || asciiLower(line[:len(name)]) != name || line[len(name)] != ':' && line[len(name)] != '\t' {
		return "", false
	}
	rest := strings.TrimSpace(line[len(name)+1:])
	return rest, rest != "" && !strings.Contains(rest, " ")
}

// target takes what the request line asks for: a path or an address.
func (w *walk) target(v view) {
	field := partPath
	if !strings.HasPrefix(v.text, "/") {
		field = "url"
	}
	w.addAs("", identified{field: field, rank: rankHeader}, literal(v, 0), v.at(0))
}

// unfold takes off what tools put before each line: curl -v and mails a ">",
// curl --trace-ascii an offset, where it also cuts lines of over 64 bytes.
func (r *reader) unfold(v view) view {
	switch {
	case strings.Contains(v.text, "meta {") && strings.Contains(v.text, "headers {"):
		r.form = "bruno"
	case strings.Contains(v.text[:min(len(v.text), 200)], "insomnia.rest/"):
		r.form = "insomnia"
	case isTrace(v.text):
		r.form = "curl-trace"
		return untrace(v)
	case marked(v.text):
		if strings.Contains(v.text, "\n> Host: ") || strings.Contains(v.text, "\n< HTTP/") || strings.Contains(v.text, "> GET /") || strings.Contains(v.text, "> POST /") {
			r.form = "curl-verbose"
		}
		return eachLine(v, unmark)
	}
	return v
}

func isTrace(text string) bool {
	return strings.Contains(text, "=> Send header") && strings.Contains(text, "\n0000: ")
}

// marked says whether several lines begin with ">" or "<".
func marked(text string) bool {
	return strings.Count(text, "\n> ")+strings.Count(text, "\n< ") >= 2
}

// unmark returns which part of a line stays, and whether the line goes on from
// the one before it.
func unmark(line string) (from int, joins bool) {
	switch {
	case strings.HasPrefix(line, "> "), strings.HasPrefix(line, "< "):
		return 2, false
	case strings.HasPrefix(line, "* "), strings.HasPrefix(line, "} ["), strings.HasPrefix(line, "{ ["):
		return len(line), false // curl's own remarks
	case line == ">" || line == "<" || line == ">\r" || line == "<\r":
		return 1, false
	}
	return 0, false
}

func eachLine(v view, keep func(string) (int, bool)) view {
	e := edit{of: v}
	for i := 0; i < len(v.text); {
		end := len(v.text)
		if n := strings.IndexByte(v.text[i:], '\n'); n >= 0 {
			end = i + n + 1
		}
		line := strings.TrimSuffix(v.text[i:end], "\n")
		from, joins := keep(line)
		if joins && len(e.out) > 0 && e.out[len(e.out)-1] == '\n' {
			e.out = e.out[:len(e.out)-1]
		}
		e.copy(i+from, end)
		i = end
	}
	return e.view(len(v.text))
}

// untrace takes off the offsets and joins what the trace has cut.
func untrace(v view) view {
	last, length := -1, 0
	return eachLine(v, func(line string) (int, bool) {
		hex, rest, found := strings.Cut(line, ": ")
		offset, err := strconv.ParseInt(hex, 16, 32)
		if !found || err != nil || len(hex) < 4 {
			last = -1
			if strings.HasPrefix(line, "== ") || strings.HasPrefix(line, "=> ") || strings.HasPrefix(line, "<= ") {
				return len(line), false
			}
			return 0, false
		}
		joins := last >= 0 && length == 64 && int(offset) == last+64
		last, length = int(offset), len(strings.TrimSuffix(rest, "\r"))
		return len(hex) + 2, joins
	})
}
