package paste

import "strings"

// json reads the JSON document that begins at byte i of the line that begins
// at byte line, and returns where it ends. Without one, and where an earlier
// attempt failed, that is i.
func (w *walk) json(line, i int) int {
	if i < w.jsonFailed {
		return i
	}
	v := w.v
	depth, end, keys, count := 0, 0, 0, 0
	var t tokenizer
	t.emit = func(e event) {
		count++
		switch e.kind {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 && end == 0 {
				end = e.end
			}
		case 'k':
			keys++
		}
	}
	text := v.text[i:]
	t.run(text, &end)
	cut := end == 0 && !t.failed && count > 2 // the text ends before the document
	if end == 0 && !cut || keys == 0 && count < 4 {
		w.jsonFailed = i + t.offset
		return i
	}
	if line < i {
		w.prefix(v.sub(line, i))
	}
	if cut {
		w.note("json-cut-off", v.at(i))
		end = len(text)
	}
	w.document(v.sub(i, i+end))
	return i + end
}

// run reads text until end is set.
func (t *tokenizer) run(text string, end *int) {
	for at := 0; at < len(text) && *end == 0 && !t.failed; {
		n := min(at+4096, len(text))
		t.write([]byte(text[at:n]))
		at = n
	}
}

// document reads the JSON document v.
func (r *reader) document(v view) {
	if r.depth == 1 {
		defer r.as("json")()
	}
	d := document{reader: r}
	t := tokenizer{emit: func(e event) { d.json(v, e) }}
	end := 0
	t.run(v.text, &end)
	for len(d.nodes) > 0 {
		d.end()
	}
}

// json takes the next event of the tokenizer.
func (d *document) json(v view, e event) {
	switch e.kind {
	case '{', '[':
		d.start(e.kind == '{')
	case '}', ']':
		d.end()
	case 'k':
		d.member(Unquote(v.text[e.start:e.end]), v.at(e.start))
	default:
		source := v.sub(e.start, e.end)
		val := literal(source, 0)
		if e.kind == 's' && strings.IndexByte(source.text, '\\') >= 0 {
			val = unescape(source)
		}
		d.scalar(val, e.kind == 's', v.at(e.start))
	}
}

// unescape reads the escapes of a string.
func unescape(v view) value {
	w := quoteReader{quote: doubleC, e: edit{of: v, out: make([]byte, 0, len(v.text))}}
	for i := 0; i < len(v.text); {
		if v.text[i] == '\\' && i+1 < len(v.text) {
			i = w.escape(i)
		} else {
			i++
		}
	}
	return w.finish(len(v.text))
}

// Unquote reads the escapes of a JSON string, which comes without its quotes.
func Unquote(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	text, _ := unescape(view{text: s}).text()
	return text
}
