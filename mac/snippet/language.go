package snippet

import (
	"slices"
	"strings"

	"netvisormac/internal/said"
)

// Language is one that a snippet can be had in.
type Language struct {
	ID    string    // stable for ever, as it stands in links
	Title string    // with the library that it uses, as in "Python (requests)"
	File  string    // a name to save a snippet by
	Said  said.Text // the title, where it has words
}

// wordy are the languages whose titles have words.
var wordy = []string{"curl", "headers", "http", "postman", "bruno", "javascript"}

// language is a file of templates/. Its name is the id; its first line has
// title, file, quoting rule and comment mark, with " | " between; the rest is
// the template, which template.go reads.
type language struct {
	Language
	quote    rule
	comment  string // what begins a comment
	template string
}

var languages = load()

// Languages returns all languages, the most used first.
func Languages() []Language {
	var list []Language
	for _, l := range languages {
		list = append(list, l.Language)
	}
	return list
}

// load reads the templates, which are part of the program: what is wrong there
// is found by the tests.
func load() []language {
	list := make([]language, len(templates))
	for i, t := range templates {
		list[i] = parse(t.id, *t.text)
	}
	return list
}

func parse(id, text string) language {
	head, body, _ := strings.Cut(text, "\n")
	part := strings.Split(head, " | ")
	if len(part) != 4 || rules[part[2]] == nil {
		panic("template " + id + ": the first line must be: title | file | quoting rule | comment mark")
	}
	l := Language{ID: id, Title: part[0], File: part[1]}
	if slices.Contains(wordy, id) {
		l.Said = said.Text{ID: "snippet." + id, English: l.Title}
	}
	return language{l, rules[part[2]], part[3], body}
}

// computes says whether the language is a program's, which makes its own MAC,
// rather than a text's, which carries the request's.
func (l language) computes() bool { return !strings.Contains(l.template, " mac}}") }

// runs says whether something is done by the snippet, so that an address may not be an option or a file.
func (l language) runs() bool { return l.computes() || l.ID == "curl" }
