//go:build js

package main

import (
	"strings"
	"syscall/js"

	"netvisormac/mac/snippet"
)

// snippetExports is what package snippet adds to the module.
func snippetExports() []any {
	return []any{"snippetLanguages", function(snippetLanguages), "snippet", function(makeSnippet)}
}

func snippetLanguages(arguments) (any, error) {
	return list(snippet.Languages(), func(l snippet.Language) js.Value {
		return object("id", l.ID, "title", l.Title, "file", l.File)
	}), nil
}

// makeSnippet takes the ids of mistakes in one string, with spaces between.
func makeSnippet(a arguments) (any, error) {
	r, _ := a.request(1)
	text, err := snippet.Make(a.text(0, "language"), r, strings.Split(a.text(2, "mistakes"), " ")...)
	if err != nil {
		return nil, err
	}
	return text, nil
}
