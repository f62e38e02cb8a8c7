//go:build js

package main

import (
	"strings"
	"syscall/js"

	"netvisormac/mac/snippet"
	"netvisormac/wasm/binding"
)

// snippetExports is what package snippet adds to the module.
func snippetExports() []any {
	return []any{"snippetLanguages", function(snippetLanguages), "snippet", function(makeSnippet)}
}

func snippetLanguages(binding.Arguments) (any, error) {
	return binding.List(snippet.Languages(), func(l snippet.Language) js.Value {
		o := binding.Object("id", l.ID, "title", l.Title, "file", l.File)
		if !l.Said.IsEmpty() {
			o.Set("said", binding.Said(l.Said))
		}
		return o
	}), nil
}

// makeSnippet takes the ids of mistakes in one string, with spaces between.
func makeSnippet(a binding.Arguments) (any, error) {
	r, _ := requestAt(a, 1)
	text, err := snippet.Make(a.Text(0, "language"), r, strings.Split(a.Text(2, "mistakes"), " ")...)
	if err != nil {
		return nil, err
	}
	return text, nil
}
