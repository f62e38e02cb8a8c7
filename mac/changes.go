package mac

// text returns the text of a field that is signed.
func (c *calculation) text(f Field) (string, bool) {
	places := c.places(f)
	if len(places) == 0 {
		return "", false
	}
	return *places[0], true
}

// set gives a field another text, in the message and in the key.
func (c *calculation) set(f Field, text string) {
	for _, place := range c.places(f) {
		*place = text
	}
}

// places returns where a field's text stands: in the message, in the key, or in both.
func (c *calculation) places(f Field) []*string {
	texts := make([]*string, 0, 2)
	for _, j := range []*joined{&c.message, &c.key} {
		if i := j.index(f); i >= 0 {
			texts = append(texts, &j.list[i].text)
		}
	}
	return texts
}

// swap exchanges two values, if both are there.
func (j *joined) swap(f, g Field) {
	if a, b := j.index(f), j.index(g); a >= 0 && b >= 0 {
		j.list[a], j.list[b] = j.list[b], j.list[a]
	}
}

// differsIn says whether another encoding makes other bytes of the values.
func (c *calculation) differsIn(e *encoding) bool {
	if e.wide {
		return true
	}
	for _, v := range c.message.values() {
		if isASCII(v.text) {
			continue
		}
		now, wrong := c.encoding.append(nil, v.text)
		then, _ := e.append(nil, v.text)
		if wrong != nil || string(now) != string(then) {
			return true
		}
	}
	return c.keyAs == nil && e.rune != nil && !isASCII(c.key.list[0].text+c.key.list[1].text)
}

// editAll edits every value, and says whether that changed any.
func (c *calculation) editAll(edit func(string) string) bool {
	changed := false
	for _, list := range [][]value{c.message.values(), c.key.values()} {
		for i := range list {
			text := edit(list[i].text)
			changed = changed || text != list[i].text
			list[i].text = text
		}
	}
	return changed
}

// encodeAlone encodes the message and leaves the key as it was. Keys are ASCII
// mostly, so that it is another mistake only where that matters.
func (c *calculation) encodeAlone(e *encoding) {
	if c.hash.keyed && (e.wide || !isASCII(c.key.list[0].text+c.key.list[1].text)) {
		c.keyAs, c.encoding = c.encoding, e
	}
}
