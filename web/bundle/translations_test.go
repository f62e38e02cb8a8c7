package main

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/mac/answer"
	"netvisormac/mac/diagnose"
	"netvisormac/mac/paste"
	"netvisormac/multivers"
)

// translations are the files of locales/ with Go's words, and the English of every key in them that comes of a table.
// What is composed has keys of its own, "say." and the English: that each is said, and all that is said has one, is
// tested with the module itself, in tests/unit/translations.test.js.
var translations = map[string]map[string]string{
	"go":           netvisorEnglish(),
	"go-multivers": multiversEnglish(),
}

var translated = []string{"fi", "sv", "nl"}

func netvisorEnglish() map[string]string {
	english := map[string]string{}
	for _, m := range diagnose.Mistakes() {
		if title := withGaps(m); title != m.Title {
			say(english, title, m.Fix)
		} else {
			row(english, "mistake", m.ID, m.Title, m.Fix)
		}
	}
	for _, c := range diagnose.Checks() {
		row(english, "check", c.ID, c.Title, c.Fix)
	}
	for _, a := range answer.Kinds() {
		row(english, "answer", a.ID, a.Title, a.Fix)
		say(english, a.Detail)
	}
	for _, f := range mac.Fields() {
		say(english, inSentence(f.Title))
	}
	for id, text := range paste.NoteTexts {
		if composed := numbered(text); composed != text {
			say(english, composed)
		} else {
			english["note."+id] = text
		}
	}
	for id, kind := range paste.Kinds {
		if strings.Contains(kind, " ") && kind != "Visual Basic" && paste.NoteTexts[id] == "" && id != "answer" {
			say(english, kind)
		}
	}
	return english
}

func multiversEnglish() map[string]string {
	english := map[string]string{}
	for _, f := range multivers.Problems {
		row(english, "finding", f.ID, f.Title, f.Fix)
		if f.Fix == nothingToDo {
			delete(english, "finding."+f.ID+".fix")
			say(english, nothingToDo)
		}
	}
	for _, e := range multivers.Explanations {
		row(english, "explanation", e.ID, e.Title, e.Fix)
	}
	return english
}

// nothingToDo is the fix of all that is right.
const nothingToDo = "Nothing has to be done."

func row(english map[string]string, table, id, title, fix string) {
	english[table+"."+id+".title"], english[table+"."+id+".fix"] = title, fix
}

func say(english map[string]string, texts ...string) {
	for _, text := range texts {
		if text != "" {
			english["say."+text] = text
		}
	}
}

// withGaps returns the title of a mistake of one value or of two without their names, and any other as it is.
func withGaps(m diagnose.Mistake) string {
	title, ids := m.Title, ""
	for i, f := range m.Fields {
		info := f.Info()
		named := regexp.MustCompile("(?i)\\bthe " + info.Title + " ")
		title = named.ReplaceAllString(title, "{"+string(rune('a'+i))+"} ")
		ids += "-" + info.ID
	}
	if strings.HasPrefix(title, "{a} ") && strings.HasSuffix(m.ID, ids) {
		return title
	}
	return m.Title
}

func inSentence(title string) string {
	if title == strings.ToUpper(title) {
		return title
	}
	return strings.ToLower(title[:1]) + title[1:]
}

// numbered has {a}, {b} … in place of each %.
func numbered(text string) string {
	for gap := 'a'; strings.Contains(text, "%"); gap++ {
		text = strings.Replace(text, "%", "{"+string(gap)+"}", 1)
	}
	return text
}

// same are texts that are right as they are in a language.
var same = regexp.MustCompile(`^say\.(\{a\}[;:,] \{b\}|\{1\} h( \{a\})?|MAC)$`)

var (
	gapPattern  = regexp.MustCompile(`\{\w\}`)
	namePattern = regexp.MustCompile(`\d+|\w*[a-z][A-Z]\w*|\w+\(\)|[\w-]+\.(nv|fi|config|dll|pfx)\b`)
)

func TestTranslations(t *testing.T) {
	for prefix, english := range translations {
		first := readTranslation(t, prefix, translated[0])
		for _, language := range translated {
			t.Run(prefix+" "+language, func(t *testing.T) {
				texts := readTranslation(t, prefix, language)
				require.Equal(t, keysOf(first), keysOf(texts), "the keys of the languages")
				for key, text := range english {
					require.NotEmpty(t, texts[key], "%q is not translated: %q", key, text)
				}
				for key, text := range texts {
					said, isSaid := strings.CutPrefix(key, "say.")
					if _, ofTable := english[key]; !ofTable {
						require.True(t, isSaid, "%q is of no table", key)
					}
					isTranslation(t, key, firstOf(english[key], said), text)
				}
			})
		}
	}
}

// Fields are called as on the page, which says of the MAC alone that it is the one that was sent.
func TestTranslationsOfFields(t *testing.T) {
	for _, language := range translated {
		page, err := readWords("../locales/" + language + ".json")
		require.NoError(t, err)
		texts := readTranslation(t, "go", language)
		for _, f := range mac.Fields() {
			if f.Field != mac.FieldMAC {
				require.True(t, strings.EqualFold(page["field."+string(f.Field)], texts["say."+inSentence(f.Title)]), "%s: %s", language, f.Title)
			}
			if the := page["field."+string(f.Field)+".the"]; the != "" {
				require.Equal(t, the, texts["say.the "+strings.Replace(inSentence(f.Title), "unix", "Unix", 1)], language)
			}
		}
	}
}

func isTranslation(t *testing.T, key, english, text string) {
	require.True(t, text != english || same.MatchString(key), "%q is English", key)
	require.Equal(t, strings.HasSuffix(english, "."), strings.HasSuffix(text, "."), "%q: the end of %q", key, text)
	require.Equal(t, strings.TrimSpace(text), text, key)
	require.NotContains(t, text, "  ", key)
	require.ElementsMatch(t, gapPattern.FindAllString(english, -1), gapPattern.FindAllString(text, -1), "the gaps of %q", key)
	for _, name := range namePattern.FindAllString(english, -1) {
		require.Contains(t, text, name, key)
	}
	if first, _ := utf8.DecodeRuneInString(english); !strings.HasPrefix(key, "say.") && unicode.IsUpper(first) {
		begins, _ := utf8.DecodeRuneInString(text)
		require.False(t, unicode.IsLower(begins), "%q begins with a small letter: %q", key, text)
	}
}

func firstOf(texts ...string) string {
	return texts[slices.IndexFunc(texts, func(text string) bool { return text != "" })]
}

func keysOf(texts map[string]string) []string { return slices.Sorted(maps.Keys(texts)) }

func readTranslation(t *testing.T, prefix, language string) map[string]string {
	content, err := os.ReadFile("../locales/" + prefix + "." + language + ".json")
	require.NoError(t, err)
	var texts map[string]string
	require.NoError(t, json.Unmarshal(content, &texts))
	require.Len(t, texts, strings.Count(string(content), "\n")-2, "one key a line, none twice")
	return texts
}
