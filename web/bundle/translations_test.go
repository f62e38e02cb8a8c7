package main

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/answer"
	"netvisormac/mac/diagnose"
	"netvisormac/mac/paste"
	"netvisormac/mac/snippet"
	"netvisormac/multivers"
)

// sentence is what Go says under an id: its English, and the names of its arguments.
type sentence struct {
	english string
	gaps    []string
}

// translations are the files of locales/ with Go's words, and what Go says by the ids of their keys. That each id is
// said, with these arguments, is tested with the module itself, in tests/unit/translations.test.js.
var translations = map[string]map[string]sentence{
	"go":           netvisorSentences(),
	"go-multivers": multiversSentences(),
}

var translated = []string{"fi", "sv", "nl"}

func netvisorSentences() map[string]sentence {
	all := map[string]sentence{}
	for _, m := range slices.Concat(diagnose.Mistakes(), diagnose.Checks()) {
		add(all, m.Said.Title, m.Said.Fix)
	}
	for _, a := range answer.Kinds() {
		add(all, a.Said.Title, a.Said.Fix)
	}
	for _, l := range snippet.Languages() {
		add(all, l.Said)
	}
	for _, table := range append(mac.Tables(), diagnose.Sentences, answer.Sentences, snippet.Sentences) {
		addTable(all, table)
	}
	for id, text := range paste.NoteTexts {
		all["note."+id] = sentence{text, gapsOf(text)}
	}
	for id, kind := range paste.Kinds {
		if paste.IsWords(kind) {
			all["kind."+id] = sentence{english: kind}
		}
	}
	return all
}

func multiversSentences() map[string]sentence {
	all := map[string]sentence{}
	for _, f := range multivers.Problems {
		add(all, f.Said.Title, f.Said.Fix)
	}
	for _, e := range multivers.Explanations {
		add(all, e.Said.Title, e.Said.Fix)
	}
	addTable(all, multivers.Sentences)
	return all
}

func add(all map[string]sentence, texts ...said.Text) {
	for _, text := range texts {
		if text.IsEmpty() {
			continue
		}
		s := sentence{english: text.English}
		for _, arg := range text.Args {
			s.gaps = append(s.gaps, arg.Name)
		}
		all[text.ID] = s
	}
}

func addTable(all map[string]sentence, table said.Table) {
	for _, row := range table {
		if id, english := row[0], row[1]; id != "" {
			all[id] = sentence{english, gapsOf(english)}
		}
	}
}

// gapsOf are the names in a text's braces, each once, without the capital that some have at the beginning of a sentence.
func gapsOf(text string) (names []string) {
	for _, found := range gapPattern.FindAllStringSubmatch(text, -1) {
		names = append(names, strings.ToLower(found[1][:1])+found[1][1:])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// same are texts that are right as they are in a language: gaps alone, and names.
var same = regexp.MustCompile(`^(\{\w+\}[;:,]? ?)+$|^Bruno \(|^Postman \(`)

var (
	gapPattern  = regexp.MustCompile(`\{(\w+)(?:\|[^|{}]+\|[^|{}]+)?\}`)
	namePattern = regexp.MustCompile(`\d+|\w*[a-z][A-Z]\w*|\w+\(\)|[\w-]+\.(nv|fi|config|dll|pfx)\b`)
)

func TestTranslations(t *testing.T) {
	for prefix, sentences := range translations {
		for _, language := range translated {
			t.Run(prefix+" "+language, func(t *testing.T) {
				texts := readTranslation(t, prefix, language)
				for id, s := range sentences {
					require.NotEmpty(t, texts[id], "%q is not translated: %q", id, s.english)
				}
				for id, text := range texts {
					_, is := sentences[id]
					require.True(t, is, "Go says nothing under %q", id)
					isTranslation(t, id, sentences[id], text)
				}
			})
		}
	}
}

func isTranslation(t *testing.T, id string, s sentence, text string) {
	require.True(t, text != s.english || same.MatchString(text), "%q is English", id)
	require.Equal(t, strings.HasSuffix(s.english, "."), strings.HasSuffix(text, "."), "%q: the end of %q", id, text)
	require.Equal(t, strings.TrimSpace(text), text, id)
	require.NotContains(t, text, "  ", id)
	require.ElementsMatch(t, s.gaps, gapsOf(text), "the arguments of %q", id)
	for _, name := range namePattern.FindAllString(gapPattern.ReplaceAllString(s.english, ""), -1) {
		require.Contains(t, text, name, id)
	}
	if first, _ := utf8.DecodeRuneInString(s.english); unicode.IsUpper(first) {
		begins, _ := utf8.DecodeRuneInString(strings.TrimPrefix(text, "{"))
		require.False(t, unicode.IsLower(begins), "%q begins with a small letter: %q", id, text)
	}
}

func readTranslation(t *testing.T, prefix, language string) map[string]string {
	content, err := os.ReadFile("../locales/" + prefix + "." + language + ".json")
	require.NoError(t, err)
	var texts map[string]string
	require.NoError(t, json.Unmarshal(content, &texts))
	require.Len(t, texts, strings.Count(string(content), "\n")-2, "one key a line, none twice")
	return texts
}
