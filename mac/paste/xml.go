package paste

import "strings"

// xml reads an XML document or a piece of one that begins in this line. An
// element is an object, its attributes and its elements are its members; one
// that has nothing but text is a member of the element around it.
func (w *walk) xml(i, end int, line string) int {
	if w.language != nil || i < w.xmlSeen {
		return i
	}
	trimmed := strings.TrimLeft(line, " \t")
	start := i + len(line) - len(trimmed)
	if len(trimmed) < 3 || trimmed[0] != '<' || trimmed[1] != '?' && !isWordByte(trimmed[1]) {
		return i
	}
	x := xmlReader{document: document{reader: w.reader}, v: w.v, at: start}
	stop, seen := x.extent()
	if stop < 0 || indexFold(w.v.text[start:stop], 0) < 0 && !containsFold(w.v.text[start:stop], "partner") {
		w.xmlSeen = seen
		return i
	}
	defer w.as("xml")()
	x.at = start
	x.read(stop)
	return max(stop, end)
}

// xmlReader goes through tags.
type xmlReader struct {
	document
	v  view
	at int
}

// extent returns where the last element ends that closes, -1 if none does, and
// how far it has looked.
func (x *xmlReader) extent() (end, seen int) {
	depth, i := 0, x.at
	end = -1
	text := x.v.text
	for i < len(text) {
		n := strings.IndexByte(text[i:], '<')
		if n < 0 || depth == 0 && end >= 0 && strings.TrimSpace(text[i:i+n]) != "" {
			break
		}
		i += n
		tag := tagAt(text, i)
		if tag.end == 0 {
			break
		}
		switch tag.kind {
		case '>':
			depth++
		case '/':
			depth--
		}
		i = tag.end
		if depth <= 0 && tag.kind != '?' {
			end = i
		}
		if depth < 0 {
			break
		}
	}
	if end < 0 && strings.HasPrefix(text[x.at:], "<?xml") { // it was cut off
		end = i
	}
	return end, i
}

// tag is what stands between < and >.
type tag struct {
	kind       byte // > opens, / closes, . is both, ? is none, [ is CDATA
	name       string
	attributes span
	end        int
}

func tagAt(text string, i int) tag {
	rest := text[i:]
	for _, special := range [...][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}} {
		if strings.HasPrefix(rest, special[0]) {
			n := strings.Index(rest, special[1])
			if n < 0 {
				return tag{}
			}
			kind := byte('?')
			if special[0] == "<![CDATA[" {
				kind = '['
			}
			return tag{kind: kind, end: i + n + len(special[1])}
		}
	}
	end := 1
	for quoted := byte(0); end < len(rest) && (quoted != 0 || rest[end] != '>'); end++ {
		switch c := rest[end]; {
		case quoted == c:
			quoted = 0
		case quoted == 0 && (c == '"' || c == '\''):
			quoted = c
		}
	}
	if end >= len(rest) || end < 2 {
		return tag{}
	}
	t := tag{kind: '>', end: i + end + 1}
	inner := rest[1:end]
	switch {
	case inner[0] == '/':
		t.kind, inner = '/', inner[1:]
	case inner[len(inner)-1] == '/':
		t.kind, inner = '.', inner[:len(inner)-1]
	}
	if inner == "" || !isWordByte(inner[0]) && inner[0] != '_' {
		return tag{}
	}
	n := strings.IndexAny(inner, " \t\r\n")
	if n < 0 {
		n = len(inner)
	}
	t.name = inner[strings.IndexByte(inner[:n], ':')+1 : n]
	t.attributes = span{i + 1 + n, i + end}
	return t
}

func (x *xmlReader) read(stop int) {
	x.start(true)
	for x.at < stop {
		n := strings.IndexByte(x.v.text[x.at:], '<')
		if n < 0 {
			break
		}
		x.at += n
		t := tagAt(x.v.text, x.at)
		if t.end == 0 {
			break
		}
		from := x.at
		x.at = t.end
		switch t.kind {
		case '>', '.':
			x.element(t, from)
		case '/':
			if len(x.nodes) > 1 {
				x.end()
			}
		}
	}
	for len(x.nodes) > 0 {
		x.end()
	}
}

// element reads a start tag, with the text behind it if there is nothing else in the element.
func (x *xmlReader) element(t tag, from int) {
	attributes := x.attributes(t.attributes)
	key, isBase64 := t.name, false
	for _, a := range attributes {
		text, _ := a.value.text()
		switch a.name {
		case "name", "Name":
			key = text[strings.LastIndexByte(text, '.')+1:]
		case "id":
			if strings.HasSuffix(text, "request-headers") {
				key = "request-headers"
			}
		case "base64":
			isBase64 = text == "true"
		}
	}
	if val, end, ok := x.leaf(t); ok {
		x.at = end
		for _, a := range attributes {
			if text, _ := a.value.text(); a.name == "key" {
				key = text
			}
		}
		x.leafValue(t, key, val, isBase64, len(attributes), from)
		return
	}
	if t.name == "parameters" || strings.EqualFold(key, "arguments") {
		key = "params" // JMeter's, as HTTPsampler.Arguments
	}
	x.member(key, x.v.at(from))
	if t.kind == '>' || len(attributes) > 0 {
		x.start(true)
		for _, a := range attributes {
			x.member(a.name, a.at)
			x.scalar(a.value, true, a.at)
		}
		if t.kind == '.' {
			x.end()
		}
	}
}

// leafValue takes an element that has only text.
func (x *xmlReader) leafValue(t tag, key string, val value, isBase64 bool, attributes, from int) {
	at := x.v.at(from)
	text, _ := val.text()
	if isBase64 {
		if decoded := base64(strings.Join(strings.Fields(text), "")); decoded != "" {
			val = literal(remade(text8([]byte(decoded)), mark{0, val.parts[0].at(0)}), base64Text)
		}
	}
	if attributes > 0 && among(t.name, "Header header Parameter parameter param property entry") && identify(key).field == "" {
		x.queryOrVariable(key, val, at)
		return
	}
	x.member(key, at)
	x.scalar(val, true, val.parts[0].at(0))
}

func (x *xmlReader) queryOrVariable(key string, val value, at int) {
	if x.top().role == asQuery {
		x.queryPair(key, val, at)
		return
	}
	x.addNamed(key, x.named(key), val, at)
}

type attribute struct {
	name  string
	value value
	at    int
}

func (x *xmlReader) attributes(s span) []attribute {
	var list []attribute
	text := x.v.text[:s.end]
	for i := s.start; i < s.end && len(list) < 20; {
		n := strings.IndexByte(text[i:], '=')
		if n < 0 {
			break
		}
		name := strings.TrimSpace(text[i : i+n])
		i += n + 1
		for i < s.end && has(" \t\r\n", text[i]) {
			i++
		}
		if i >= s.end || !has(`"'`, text[i]) {
			break
		}
		end := strings.IndexByte(text[i+1:], text[i])
		if end < 0 {
			break
		}
		list = append(list, attribute{name[strings.IndexByte(name, ':')+1:], unescapeXML(x.v.sub(i+1, i+1+end)), x.v.at(i + 1)})
		i += end + 2
	}
	return list
}

// leaf returns the text of an element that has nothing else, and where the element ends.
func (x *xmlReader) leaf(t tag) (value, int, bool) {
	if t.kind != '>' {
		return value{}, 0, false
	}
	text := x.v.text
	i := t.end
	for i < len(text) && has(" \t\r\n", text[i]) {
		i++
	}
	if strings.HasPrefix(text[i:], "<![CDATA[") {
		inner := tagAt(text, i)
		if inner.end == 0 {
			return value{}, 0, false
		}
		end := strings.Index(text[inner.end:], "</")
		if end < 0 {
			return value{}, 0, false
		}
		val := literal(x.v.sub(i+len("<![CDATA["), inner.end-len("]]>")), 0)
		return val, endOfTag(text, inner.end+end), true
	}
	n := strings.IndexByte(text[t.end:], '<')
	if n < 0 || !strings.HasPrefix(text[t.end+n:], "</") {
		return value{}, 0, false
	}
	v := x.v.sub(t.end, t.end+n).trim(" \t\r\n")
	return unescapeXML(v), endOfTag(text, t.end+n), true
}

// endOfTag returns where the tag at byte i ends; one that is cut off has no length.
func endOfTag(text string, i int) int { return max(i, tagAt(text, i).end) }
