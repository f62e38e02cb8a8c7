package main

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"netvisormac/internal/said"
)

// speech is one language: the words of the reference, and what Go says in it.
type speech struct {
	ID    string
	words words
	frame words // which name the fields
	go_   words // empty for English
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

// Said are texts of Go's in this language, one after the other.
func (w speech) Said(texts ...said.Text) string {
	own := make([]said.Text, len(texts))
	for i, text := range texts {
		own[i] = w.told(text)
	}
	return said.Joined(own)
}

// All are the same for a template that has a list.
func (w speech) All(texts []said.Text) string { return w.Said(texts...) }

// told is a text of Go's in this language. None of the reference has another argument than the name of a field or a
// text that stays as it is.
func (w speech) told(text said.Text) said.Text {
	if w.go_[text.ID] == "" {
		return text
	}
	var args []any
	for _, arg := range text.Args {
		if field, ok := arg.Value.(said.Field); ok {
			arg.Value = w.frame["field."+field.Name+".the"]
		}
		args = append(args, arg.Name, arg.Value)
	}
	return said.Fill(text.ID, w.go_[text.ID], args...)
}

// spelled is an account with the words to show it.
type spelled struct {
	Words   speech
	Account account
}

// Of lets a template within another have the words.
func (w speech) Of(a account) spelled { return spelled{w, a} }

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
