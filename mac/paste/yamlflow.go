package paste

import "strings"

// yamlFlow reads a document of YAML that is all in brackets, as PyYAML writes it: its names have no quotes.
func (w *walk) yamlFlow(i, end int, line string) int {
	trimmed := strings.TrimLeft(line, " -")
	if w.language != nil || trimmed == "" || !has("{[", trimmed[0]) {
		return i
	}
	text := w.v.text[i:min(len(w.v.text), i+400)]
	if name, nameEnd, found := nameAt(text, 0); !found || !has("{ ", text[name-1]) || !strings.HasPrefix(text[nameEnd:], ": ") || !strings.Contains(text[:name], "{") || strings.Contains(text[:name], "{\n") {
		return i
	}
	if w.form == "" {
		defer w.as("yaml")()
	}
	f := flowReader{document: &document{reader: w.reader}, v: w.v, at: end - len(trimmed)}
	f.read()
	for len(f.nodes) > 0 {
		f.end()
	}
	return f.at
}

// flow reads {…} or […], which are as JSON but for quotes.
func (y *yamlReader) flow(i, end int) {
	f := flowReader{document: &y.document, v: y.v.sub(i, end)}
	nodes := len(y.nodes)
	f.read()
	for len(y.nodes) > nodes {
		y.end()
	}
}

// flowReader reads the flow style of YAML.
type flowReader struct {
	*document
	v  view
	at int
}

func (f *flowReader) read() {
	for f.at < len(f.v.text) {
		switch c := f.v.text[f.at]; c {
		case '{', '[':
			f.start(c == '{')
			f.at++
		case '}', ']':
			f.at++
			f.end()
			if len(f.nodes) == 0 {
				return
			}
		case ',', ' ', ':', '\n', '\r':
			f.at++
		default:
			f.item()
		}
	}
}

// item reads a key or a scalar.
func (f *flowReader) item() {
	start := f.at
	val, next, ok := yamlSingle.quoted(f.v, f.at, map[string]int{})
	if !ok {
		next = f.at
		for next < len(f.v.text) && !has(",]}", f.v.text[next]) && !(f.v.text[next] == ':' && (next+1 == len(f.v.text) || f.v.text[next+1] == ' ')) {
			next++
		}
		val = literal(f.v.sub(start, next), 0)
	}
	val = folded(val)
	f.at = max(next, start+1)
	if len(f.nodes) == 0 {
		return
	}
	text, _ := val.text()
	if f.top().object && f.at < len(f.v.text) && f.v.text[f.at] == ':' {
		f.member(text, f.v.at(start))
		f.at++
		return
	}
	f.scalar(val, ok, f.v.at(start))
}
