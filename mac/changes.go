package mac

import (
	"strings"
	"unicode/utf8"
)

// change makes a mistake: it writes each way of making it, from what stands in
// from, into to and calls try, until that returns false. A way that changes
// nothing is left out. It returns false if it was stopped.
type change func(from, to *calculation, w width, try func() bool) bool

// width is how much of a sweep takes part: with how many other mistakes.
type width int

const (
	alone width = iota
	withOne
	withTwo
)

// alter changes anything of a calculation, in one or more ways.
//
//go:noinline
func alter(ways ...func(*calculation)) change {
	return func(from, to *calculation, _ width, try func() bool) bool {
		for _, way := range ways {
			*to = *from
			way(to)
			if *to != *from && !try() {
				return false
			}
		}
		return true
	}
}

// edit changes one value wherever it stands, in one or more ways.
//
//go:noinline
func edit(f Field, ways ...func(string) string) change {
	return edits(f, func(text string) []string {
		texts := make([]string, len(ways))
		for i, way := range ways {
			texts[i] = way(text)
		}
		return texts
	})
}

// edits changes one value wherever it stands into each of some texts.
//
//go:noinline
func edits(f Field, texts func(string) []string) change {
	return sweep(f, func(text string, _ width, try func(string) bool) bool {
		for _, other := range texts(text) {
			if !try(other) {
				return false
			}
		}
		return true
	})
}

// sweep changes one value wherever it stands into each text that it is given.
//
//go:noinline
func sweep(f Field, texts func(text string, w width, try func(string) bool) bool) change {
	return func(from, to *calculation, w width, try func() bool) bool {
		text, ok := from.text(f)
		if !ok {
			return true
		}
		*to = *from
		places := to.places(f)
		return texts(text, w, func(other string) bool {
			if other == text {
				return true
			}
			for _, place := range places {
				*place = other
			}
			return try()
		})
	}
}

// unlessLast leaves a change of the last value to the mistakes of joining,
// which make the same string of it where no HMAC's key has that value too.
//
//go:noinline
func unlessLast(f Field, made change) change {
	return func(from, to *calculation, w width, try func() bool) bool {
		if !from.hash.keyed && from.message.index(f) == from.message.n-1 {
			return true
		}
		return made(from, to, w, try)
	}
}

// all makes a way that changes every value alike.
//
//go:noinline
func all(way func(string) string) func(*calculation) {
	return func(c *calculation) {
		for _, list := range [][]value{c.message.values(), c.key.values()} {
			for i := range list {
				list[i].text = way(list[i].text)
			}
		}
	}
}

// ways joins what several ways do, one after the other.
//
//go:noinline
func ways(list ...func(*calculation)) func(*calculation) {
	return func(c *calculation) {
		for _, way := range list {
			way(c)
		}
	}
}

// ifChanged does the second where the first changes something.
//
//go:noinline
func ifChanged(first, second func(*calculation)) func(*calculation) {
	return func(c *calculation) {
		before := *c
		if first(c); *c != before {
			second(c)
		}
	}
}

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

//go:noinline
func leaveOut(f Field) func(*calculation) {
	return func(c *calculation) {
		if i := c.message.index(f); i >= 0 {
			c.message.remove(i)
		}
	}
}

//go:noinline
func swap(f, g Field) func(*calculation) {
	return func(c *calculation) { c.message.swap(f, g) }
}

func (j *joined) swap(f, g Field) {
	if a, b := j.index(f), j.index(g); a >= 0 && b >= 0 {
		j.list[a], j.list[b] = j.list[b], j.list[a]
	}
}

// place puts a field at a place of the message, from where it stands or, if it
// is not signed, from the request.
//
//go:noinline
func place(f Field, unsigned func(*calculation) string, at func(*joined) int) func(*calculation) {
	return func(c *calculation) {
		var v value
		if i := c.message.index(f); i >= 0 {
			v = c.message.list[i]
			c.message.remove(i)
		} else if v = (value{f, unsigned(c)}); v.text == "" {
			return
		}
		c.message.insert(at(&c.message), v)
	}
}

func before(f Field) func(*joined) int {
	return func(j *joined) int {
		if i := j.index(f); i >= 0 {
			return i
		}
		return j.n
	}
}

func after(f Field) func(*joined) int { return func(j *joined) int { return j.index(f) + 1 } }

func last(j *joined) int { return j.n }

//go:noinline
func hashed(h *hashing) func(*calculation) { return func(c *calculation) { c.hash = h } }

//go:noinline
func written(w *writing) func(*calculation) { return func(c *calculation) { c.writing = w } }

// encoded encodes message and key otherwise, if that makes other bytes.
//
//go:noinline
func encoded(e *encoding) func(*calculation) {
	return func(c *calculation) {
		if c.differsIn(e) {
			c.encoding = e
		}
	}
}

// encodedAlone encodes the message and leaves the key as it was. Keys are ASCII
// mostly, so that it is another mistake only where that matters.
//
//go:noinline
func encodedAlone(e *encoding) func(*calculation) {
	return func(c *calculation) {
		if c.hash.keyed && (e.wide || !isASCII(c.key.list[0].text+c.key.list[1].text)) {
			c.keyAs, c.encoding = c.encoding, e
		}
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

// keyed changes the key of the HMAC, if there is one.
//
//go:noinline
func keyed(way func(*calculation)) func(*calculation) {
	return func(c *calculation) {
		if c.hash.keyed {
			way(c)
		}
	}
}

//go:noinline
func keyOnly(f Field) func(*calculation) {
	return keyed(func(c *calculation) {
		if i := c.key.index(f); i >= 0 {
			c.key.list[0], c.key.n = c.key.list[i], 1
			c.key.list[1] = value{}
		}
	})
}

//go:noinline
func separated(separator string) change {
	message := func(c *calculation) { c.message.separator = separator }
	return alter(message, ways(message, keyed(func(c *calculation) { c.key.separator = separator })))
}

//go:noinline
func ended(end string) func(*calculation) { return func(c *calculation) { c.message.back += end } }

// leading adds text at an edge, or takes it away where it is: libraries for HTTP
// trim what they send, and logs what they show.
//
//go:noinline
func leading(space string) func(string) string {
	return func(text string) string {
		if rest, found := strings.CutPrefix(text, space); found {
			return rest
		}
		return space + text
	}
}

//go:noinline
func trailing(space string) func(string) string {
	return func(text string) string {
		if rest, found := strings.CutSuffix(text, space); found {
			return rest
		}
		return text + space
	}
}

// unmisread is the text that came in as UTF-8 read as ISO-8859-1.
func unmisread(text string) string {
	if read := misreadUTF8(text); read != "" {
		return read
	}
	return text
}

// The letters of Finnish, Swedish and their neighbours, and the letter and mark
// that Unicode's form NFD makes of each.
const (
	composed = "äöåÄÖÅüÜéÉèÈêëáÁàâíÍóÓôõÕúÚñÑçšŠžŽ"
	bases    = "aoaAOAuUeEeEeeaAaaiIoOooOuUnNcsSzZ"
	marks    = "\u0308\u0308\u030a\u0308\u0308\u030a\u0308\u0308\u0301\u0301\u0300\u0300\u0302\u0308\u0301\u0301\u0300\u0302\u0301\u0301\u0301\u0301\u0302\u0303\u0303\u0301\u0301\u0303\u0303\u0327\u030c\u030c\u030c\u030c"
)

// decompose gives the form NFD.
func decompose(text string) string {
	return eachLetter(text, func(text, letter, pair string) string { return strings.ReplaceAll(text, letter, pair) })
}

// compose gives the form NFC.
func compose(text string) string {
	return eachLetter(text, func(text, letter, pair string) string { return strings.ReplaceAll(text, pair, letter) })
}

func eachLetter(text string, change func(text, letter, pair string) string) string {
	if isASCII(text) {
		return text
	}
	mark := []rune(marks)
	for i, letter := range []rune(composed) {
		text = change(text, string(letter), bases[i:i+1]+string(mark[i]))
	}
	return text
}

// slips are the ways in which one character of a key is mistyped: wrong, lost,
// added (or doubled), or two neighbours swapped.
func slips(key string, w width, try func(string) bool) bool {
	if w == withTwo || !utf8.ValidString(key) {
		return true
	}
	alphabet := alphabetOf(key)
	for i := 0; i <= len(key); i++ {
		for _, c := range alphabet {
			doubled := i > 0 && strings.HasSuffix(key[:i], string(c)) // in front of it, it was added already
			if !doubled && !try(key[:i]+string(c)+key[i:]) {
				return false
			}
			if i < len(key) && string(c) != key[i:i+1] && !try(key[:i]+string(c)+key[i+1:]) {
				return false
			}
		}
		again := i > 0 && i < len(key) && key[i] == key[i-1] // the same is left when the one before is lost
		if i < len(key) && !again && !try(key[:i]+key[i+1:]) {
			return false
		}
		if i+1 < len(key) && key[i] != key[i+1] && !try(key[:i]+key[i+1:i+2]+key[i:i+1]+key[i+2:]) {
			return false
		}
	}
	return true
}

// alphabetOf returns the hex digits and the other characters of a key.
func alphabetOf(key string) string {
	alphabet := "0123456789abcdef"
	for _, c := range key {
		if !strings.ContainsRune(alphabet, c) {
			alphabet += string(c)
		}
	}
	return alphabet
}
