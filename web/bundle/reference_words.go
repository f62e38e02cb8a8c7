package main

import (
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// speech is one language: the words of the reference, and Go's English in it.
type speech struct {
	ID    string
	words words
	go_   words // as web/words/translation.js reads them; empty for English

	composed []composed // of go_
}

// T is a text of the reference, with the values put in for {1}, {2} and so on.
func (w speech) T(key string, values ...string) (string, error) {
	text, err := w.words.text(key)
	for i, value := range values {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i+1), value)
	}
	return text, err
}

// H is a text with `code` and [links](address) in it.
func (w speech) H(key string, values ...string) (template.HTML, error) {
	text, err := w.T(key, values...)
	return marked(text), err
}

var (
	codeMark = regexp.MustCompile("`([^`]+)`")
	linkMark = regexp.MustCompile(`\[([^\]]+)\]\(([^)]+)\)`)
)

func marked(text string) template.HTML {
	html := template.HTMLEscapeString(text)
	html = codeMark.ReplaceAllString(html, `<code translate="no">$1</code>`)
	return template.HTML(linkMark.ReplaceAllString(html, `<a href="$2">$1</a>`))
}

// Row and Said are what templates take of Go's texts.
func (w speech) Row(table, id, part, english string) string { return w.row(table, id, part, english) }
func (w speech) Said(english string) string                 { return w.said(english) }

// told is an account with the words to show it.
type told struct {
	Words   speech
	Account account
}

// Of lets a template within another have the words.
func (w speech) Of(a account) told { return told{w, a} }

// List are the texts whose keys end in .1, .2 and so on.
func (w speech) List(key string) (list []template.HTML) {
	for i := 1; ; i++ {
		html, err := w.H(fmt.Sprintf("%s.%d", key, i))
		if err != nil {
			return list
		}
		list = append(list, html)
	}
}

// row is a text of a row of a table: its title, fix or detail.
func (w speech) row(table, id, part, english string) string {
	if text, ok := w.go_[table+"."+id+"."+part]; ok {
		return text
	}
	return w.said(english)
}

// said is a text of Go's in this language, as translation.js makes it.
func (w speech) said(english string) string {
	if text, ok := w.go_["say."+english]; ok {
		return text
	}
	if text, ok := w.go_["say."+recased(english, unicode.ToLower)]; ok {
		return recased(text, unicode.ToUpper)
	}
	for _, c := range w.composed {
		if text, ok := w.fill(c, english); ok {
			return text
		}
	}
	return english
}

var gap = regexp.MustCompile(`\\?\{(\w)\\?\}`)

// composed is a text of Go's with gaps: one with a letter, {a}, for a text, one with a digit, {1}, for a value.
type composed struct {
	pattern *regexp.Regexp
	gaps    []string
	text    string
}

// composedIn are the texts with gaps, those with the most words of their own first.
func composedIn(catalogue words) (list []composed) {
	own := func(key string) int { return len(gap.ReplaceAllString(key, "")) }
	keys := slices.SortedFunc(maps.Keys(catalogue), func(a, b string) int { return cmp.Or(own(b)-own(a), strings.Compare(a, b)) })
	for _, key := range keys {
		if english, ok := strings.CutPrefix(key, "say."); ok && gap.MatchString(key) {
			list = append(list, compose(english, catalogue[key]))
		}
	}
	return list
}

func compose(english, text string) composed {
	c := composed{text: text}
	c.pattern = regexp.MustCompile("^" + gap.ReplaceAllStringFunc(regexp.QuoteMeta(english), func(found string) string {
		name := gap.FindStringSubmatch(found)[1]
		c.gaps = append(c.gaps, name)
		if name >= "a" {
			return "(.+?)"
		}
		return `("[^"]*"|\S+)`
	}) + "$")
	return c
}

func (w speech) fill(c composed, english string) (string, bool) {
	found := c.pattern.FindStringSubmatch(english)
	if found == nil {
		return "", false
	}
	text := c.text
	for i, name := range c.gaps {
		value := found[i+1]
		if name >= "a" {
			value = w.said(value)
		}
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	if unicode.IsUpper([]rune(english)[0]) {
		text = recased(text, unicode.ToUpper)
	}
	return text, true
}

// recased is text with its first letter in another case.
func recased(text string, to func(rune) rune) string {
	letters := []rune(text)
	if len(letters) > 0 {
		letters[0] = to(letters[0])
	}
	return string(letters)
}
