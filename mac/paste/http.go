package paste

import (
	"strconv"
	"strings"

	"netvisormac/mac"
)

var methods = []string{"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"}

func isMethod(word string) bool { return oneOf(word, methods...) }

// span is a part of a line.
type span struct{ start, end int }

// requestLine finds the target of "GET /customerlist.nv HTTP/1.1" or, as .http
// files and logs have it, of "GET https://isvapi.netvisor.fi/customerlist.nv".
// prefix is what stands before the method.
func requestLine(line string) (target span, prefix string, ok bool) {
	for from := 0; from < len(line); {
		at := strings.IndexByte(line[from:], ' ')
		if at < 0 {
			break
		}
		at += from
		from = at + 1
		word := at
		for word > 0 && 'A' <= line[word-1] && line[word-1] <= 'Z' {
			word--
		}
		if at-word < len("GET") || !isMethod(line[word:at]) || word > 0 && !has(" \"'<>:[({|`\t", line[word-1]) {
			continue
		}
		if target, ok := targetIn(line, at+1, word > 0); ok {
			return target, line[:word], true
		}
	}
	return span{}, "", false
}

// targetIn returns the target that begins at byte i. In a log it ends at a
// space, in a file at what says the version, or at the end of the line.
func targetIn(line string, i int, log bool) (span, bool) {
	layout := strings.HasPrefix(line[i:], " ")
	for i < len(line) && (line[i] == ' ' || line[i] == '<') {
		i++
	}
	rest := strings.TrimRight(line[i:], " \r\t")
	absolute := strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "{{")
	end := len(rest)
	if at := lastVersion(rest); at > 0 {
		end = at
		if layout {
			end = len(strings.TrimRight(rest[:at], " "))
		}
	} else if !absolute {
		return span{}, false
	} else if start, _, found := nameAt(rest, 0); found && strings.ContainsAny(rest[:start], " |\t") {
		end = len(strings.TrimRight(rest[:strings.IndexAny(rest, " |\t")], ",;"))
	} else if at := strings.IndexAny(rest, " \"'>"); at > 0 && (log || !isProse(rest[at:])) {
		end = at
	}
	if at := strings.Index(rest[:end], ",["); absolute && at > 0 {
		end = at
	}
	if !absolute && rest[0] != '/' || end == 0 {
		return span{}, false
	}
	return span{i, i + end}, true
}

// isProse says whether what follows an address in a request line is a part of it, as an unescaped space is.
func isProse(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && !has("{[(\"'>#", rest[0]) && !strings.HasPrefix(rest, "map[") && !strings.HasPrefix(rest, "headers") && !strings.HasPrefix(rest, "Headers")
}

// lastVersion returns where the version of HTTP begins that ends a request line; 0 without one.
func lastVersion(rest string) int {
	for _, mark := range []string{" HTTP/", " http/"} {
		if at := strings.LastIndex(rest, mark); at > 0 && at+len(mark) < len(rest) && '0' <= rest[at+len(mark)] && rest[at+len(mark)] <= '9' {
			return at
		}
	}
	return 0
}

func statusOf(line string) int {
	version, rest, found := strings.Cut(line, " ")
	if !found || !strings.HasPrefix(version, "HTTP/") && version != "<--" && version != "HTTP" || len(rest) < 3 {
		return 0
	}
	status, err := strconv.Atoi(rest[:3])
	if err != nil || status < 100 || status > 599 || len(rest) > 3 && has("0123456789", rest[3]) {
		return 0
	}
	return status
}

// statusIn finds a status line in a line of a log.
func statusIn(line string) int {
	if status := statusOf(line); status != 0 {
		return status
	}
	for _, mark := range []string{"HTTP/1", "HTTP/2", "<-- "} {
		if at := strings.Index(line, mark); at >= 0 {
			return statusOf(line[at:])
		}
	}
	return 0
}

// http reads the lines that only HTTP messages and .http files have.
func (w *walk) http(v view, line string) bool {
	if target, prefix, ok := requestLine(v.text); ok {
		if start, end, found := nameAt(prefix, 0); found && strings.HasPrefix(prefix[end:], "=") {
			w.headers(v.sub(0, len(strings.TrimRight(prefix, " -|"))), start, end)
		}
		w.request(v, target, prefix)
		w.more(v, target)
		return true
	}
	if status := statusIn(line); status != 0 {
		w.language = nil
		w.status = status
		w.inMessage = ""
		return true
	}
	if strings.HasPrefix(line, "###") && strings.Trim(line, "#") != "" || line == "###" {
		w.begin()
		w.inMessage = ""
		return true
	}
	if w.inMessage != "" && w.hostBehind(v) {
		return true
	}
	return w.part(v, line)
}

// hostBehind reads a Host header behind the prefix of a log.
func (w *walk) hostBehind(v view) bool {
	at := strings.Index(v.text, " Host: ")
	if at < 0 {
		return false
	}
	host := v.sub(at+len(" Host: "), len(v.text)).trim(" \t\r\"")
	if host.text == "" || strings.Contains(host.text, " ") {
		return false
	}
	w.addAs("", identified{field: partHost, rank: rankHeader}, literal(host, 0), host.at(0))
	return true
}

// more reads the headers that stand behind the target on its line.
func (w *walk) more(v view, target span) {
	rest := v.sub(target.end, len(v.text))
	if strings.Contains(rest.text, "ost") {
		w.hostIn(rest)
	}
	if start, end, found := nameAt(rest.text, 0); found {
		w.headers(rest, start, end)
	}
}

// hostIn reads the host that a log has behind the target: Host:isvapi.netvisor.fi, host="isvapi.netvisor.fi".
func (w *walk) hostIn(v view) {
	at := strings.Index(v.text, "ost") + len("ost")
	host := v.sub(at, len(v.text)).trim(":=\" ")
	if end := strings.IndexAny(host.text, " \"|},;]"); end >= 0 {
		host = host.sub(0, end)
	}
	if isPart(host.text) {
		w.bare(partHost, literal(host, 0), host.at(0))
	}
}

// request takes a request line.
func (w *walk) request(v view, target span, prefix string) {
	form := "http"
	if !strings.Contains(v.text[target.end:], "HTTP/") {
		form = "http-file"
	}
	if w.form != "" {
		form = w.form
	} else if strings.TrimSpace(prefix) != "" {
		form = "headers"
	}
	defer w.as(form)()
	w.language = nil
	if strings.TrimSpace(prefix) == "" {
		w.begin()
	}
	w.inMessage = form
	w.target(v.sub(target.start, target.end))
	if rest := v.text[target.end:]; strings.HasSuffix(rest, "{") || strings.HasSuffix(rest, "[") {
		w.language = anyLanguage
	} else if form == "http-file" && strings.TrimSpace(prefix) == "" {
		w.continuing = true
	}
}

// part reads a header that has a part of the address.
func (w *walk) part(v view, line string) bool {
	for name, field := range addressNames {
		if len(line) < len(name) || !isFold(line[:len(name)], name) {
			continue
		}
		if rest, ok := cutName(line, name); ok {
			at := strings.LastIndex(v.text, rest)
			if w.inMessage == "" {
				w.inMessage = "http"
			}
			w.addAs("", identified{field: field, rank: rankHeader}, literal(v.sub(at, at+len(rest)), 0), v.at(at))
			return true
		}
		if name := strings.TrimSuffix(line, ":"); asciiLower(name) == name && addressNames[name] != "" && (name != "host" || line != name) {
			w.pending, w.pendingAt = name, v.at(0)
			return true
		}
	}
	return false
}

// cutName returns what stands behind "name: ".
func cutName(line, name string) (string, bool) {
	if len(line) <= len(name) || line[len(name)] != ':' && line[len(name)] != '\t' {
		return "", false
	}
	if rest := strings.TrimLeft(line[len(name)+1:], " "); strings.HasPrefix(rest, "'") {
		return "", false // of a program
	}
	rest := strings.Trim(line[len(name)+1:], " \t\"")
	return rest, rest != "" && !strings.Contains(rest, " ")
}

// target takes what the request line asks for: a path or an address.
func (r *reader) target(v view) {
	field := partPath
	if !strings.HasPrefix(v.text, "/") {
		field = mac.FieldURL
	}
	r.addAs("", identified{field: field, rank: rankHeader}, literal(v, 0), v.at(0))
}
