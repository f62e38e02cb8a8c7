package paste

import (
	"strconv"
	"strings"

	"netvisormac/mac"
)

// document makes pairs of the tokens of JSON: members of objects, objects that
// have a name and a value, arrays of names and values in turn. HAR, Postman
// and Insomnia files, and JSON logs, are all made of these.
type document struct {
	*reader
	of     view // what the tokenizer's offsets speak of; its text may be empty
	frames []frame
}

// frame is an object or array that is open.
type frame struct {
	object   bool
	name     string // the key that it stands under
	key      string // the member that is read now
	at       int    // where the key stands
	label    string // of an object: what its "name" or "key" says
	labelled int    // where that stands
	content  value  // of an object: what its "value" says
	has      bool   // content is set
	off      bool   // the object says that it is not in use
	base64   bool   // the object says that its text is base64
	last     string // of an array: the string before
}

// requestKeys are the members whose object is a request.
var requestKeys = []string{"request", "originalRequest"}

// formOf tells the file formats from each other, by a member near the top.
var formOf = map[string]string{
	"entries": "har", "item": "postman", "_postman_id": "postman", "resources": "insomnia", "__export_format": "insomnia",
}

// token takes the next event of the tokenizer.
func (d *document) token(e event) {
	switch e.kind {
	case '{', '[':
		d.open(e)
	case '}', ']':
		d.shut()
	case 'k':
		d.top().key, d.top().at = Unquote(string(e.text)), e.start
		if form := formOf[d.top().key]; form != "" && len(d.frames) <= 2 && d.depth == 1 {
			d.form = form
		}
	default:
		d.scalar(e)
	}
}

func (d *document) top() *frame { return &d.frames[len(d.frames)-1] }

func (d *document) open(e event) {
	name := ""
	if len(d.frames) > 0 {
		name = d.top().name
		if d.top().object {
			name = d.top().key
		}
	} else {
		d.section(true)
	}
	if e.kind == '{' && oneOf(name, requestKeys...) && d.top().object {
		d.section(true)
	}
	d.frames = append(d.frames, frame{object: e.kind == '{', name: name})
}

func (d *document) shut() {
	f := d.top()
	d.frames = d.frames[:len(d.frames)-1]
	if f.label == "" || !f.has {
		return
	}
	if f.off {
		if identify(f.label).field != "" {
			d.note("disabled", f.labelled)
		}
		return
	}
	if identify(f.label).field == "" {
		d.literal(f.content, f.labelled)
	}
	d.add(f.label, f.content, f.labelled)
}

// scalar takes a string, number or word.
func (d *document) scalar(e event) {
	if len(d.frames) == 0 {
		return
	}
	f := d.top()
	val := d.value(e, f)
	if !f.object {
		d.element(f, val, e)
		return
	}
	switch f.key {
	case "name", "key", "header", "Name", "Key":
		if e.kind == 's' {
			f.label, _ = val.text()
			f.labelled = d.of.at(e.start)
		}
	case "value", "Value":
		f.content, f.has = val, true
	case "disabled":
		f.off = string(e.text) == "true"
	case "enabled":
		f.off = string(e.text) == "false"
	case "_id":
		if strings.HasPrefix(string(e.text), "req_") {
			d.section(true)
		}
	case "encoding":
		f.base64 = string(e.text) == "base64"
	default:
		d.member(f, val, e)
	}
}

// member takes what stands under a key of an object.
func (d *document) member(f *frame, val value, e event) {
	text, _ := val.text()
	status, err := strconv.Atoi(text)
	switch {
	case (f.key == "status" || f.key == "code" || f.key == "statusCode") && err == nil && status >= 100 && status < 600:
		d.status = status
		return
	case f.key == "raw" && f.name == "url":
		d.add("url", val, d.of.at(f.at))
		return
	case f.key == "text" && !strings.Contains(text, "<"):
		if decoded := base64(text); strings.Contains(decoded, "<") {
			val = literal(remade(decoded, mark{0, d.of.at(e.start)}), base64Text)
		}
	}
	what := identify(f.key)
	if e.kind != 's' || what.rank == rankHeader || what.field == mac.FieldURL || !d.literal(val, d.of.at(f.at)) {
		d.add(f.key, val, d.of.at(f.at))
	}
}

// element takes what stands in an array: the value of a header, a header line,
// or a name or value of a flat list.
func (d *document) element(f *frame, val value, e event) {
	text, _ := val.text()
	switch {
	case identify(f.last).rank == rankHeader:
		d.add(f.last, val, d.of.at(e.start))
		f.last = ""
	case identify(f.name).rank == rankHeader:
		d.add(f.name, val, d.of.at(e.start))
	case e.kind == 's' && !d.literal(val, d.of.at(e.start)):
		f.last = text
	}
}

// value returns the value of a string or word, escapes read.
func (d *document) value(e event, f *frame) value {
	source := remade(string(e.text), mark{0, d.of.at(e.start)}, mark{len(e.text), d.of.at(e.end)})
	if e.end <= len(d.of.text) {
		source = d.of.sub(e.start, e.end)
	}
	if e.kind != 's' || strings.IndexByte(source.text, '\\') < 0 {
		return literal(source, 0)
	}
	return unescape(source)
}

// unescape reads the escapes of a string.
func unescape(v view) value {
	w := quoteReader{quote: doubleC, e: edit{of: v}}
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

// json reads the JSON document that begins at byte i, and returns where
// it ends. Without one, and where an earlier attempt failed, that is i.
func (w *walk) json(i int) int {
	if i < w.jsonFailed {
		return i
	}
	v := w.v
	var events []event
	depth, end, keys := 0, 0, 0
	var t tokenizer
	t.emit = func(e event) {
		e.text = nil
		events = append(events, e)
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
	for at := 0; at < len(text) && end == 0 && !t.failed; {
		n := min(at+4096, len(text))
		t.write([]byte(text[at:n]))
		at = n
	}
	cut := end == 0 && !t.failed && len(events) > 2 // the text ends before the document
	if end == 0 && !cut || keys == 0 && len(events) < 4 {
		w.jsonFailed = i + t.offset
		return i
	}
	if cut {
		w.note("json-cut-off", v.at(i))
		end = len(text)
	}
	w.document(v.sub(i, i+end), events)
	return i + end
}

// document reads the events of the JSON document v.
func (r *reader) document(v view, events []event) {
	restore := r.as("json")
	if r.depth > 1 {
		restore()
		restore = func() {}
	}
	defer restore()
	d := document{reader: r, of: v}
	for _, e := range events {
		if e.start >= len(v.text) {
			break
		}
		e.text = []byte(v.text[e.start:e.end])
		d.token(e)
	}
}
