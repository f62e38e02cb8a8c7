// Package said holds what is told to people: a sentence of a table by its id, and what stands in its gaps. The tables
// have the English. Other languages have the same ids, and gaps of the same names.
package said

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Table has sentences, each an id and its English. {name} is the gap of the argument of that name, {Name} the same with
// a capital at its beginning; {name|one|many} is a word that follows its number. They are few and seldom said: a list
// takes less room in a module than a map.
type Table [][2]string

// Text is a sentence with its gaps filled. It holds no key.
type Text struct {
	ID      string
	Args    []Arg
	English string
}

// Arg is what stands in a gap: a string as it is, an int, a Length, a Field, a Text, or a List.
type Arg struct {
	Name  string
	Value any
}

// Field is the name of a value of a request.
type Field struct {
	Name  string // as the API has it
	Title string // in English
	The   bool   // the title has an article, within a sentence
}

// Length is one of time, in milliseconds; a time.Duration would bring its methods along.
type Length int64

// LengthOf is how long it is, in whichever direction.
func LengthOf(d time.Duration) Length { return Length(d.Abs() / time.Millisecond) }

// List is several, with commas between.
type List []any

// Text fills the sentence of an id.
func (t Table) Text(id string, args ...any) Text {
	for _, row := range t {
		if row[0] == id {
			return Fill(id, row[1], args...)
		}
	}
	panic("no sentence has the id " + id)
}

// Fill fills a sentence. The arguments are a name and a value, a name and a value …
func Fill(id, english string, args ...any) Text {
	text := Text{ID: id}
	for i := 0; i < len(args); i += 2 {
		text.Args = append(text.Args, Arg{args[i].(string), args[i+1]})
	}
	text.English = text.filled(english)
	return text
}

// IsEmpty says whether nothing is said.
func (t Text) IsEmpty() bool { return t.ID == "" }

// filled goes through the sentence once, so that what a value has in braces is no gap.
func (t Text) filled(sentence string) string {
	var out strings.Builder
	for {
		before, rest, _ := strings.Cut(sentence, "{")
		gap, after, ok := strings.Cut(rest, "}")
		if out.WriteString(before); !ok {
			out.WriteString(sentence[len(before):])
			return out.String()
		}
		out.WriteString(t.gap(gap))
		sentence = after
	}
}

func (t Text) gap(gap string) string {
	name, words, counted := strings.Cut(gap, "|")
	one, many, _ := strings.Cut(words, "|")
	for _, arg := range t.Args {
		switch {
		case name == capitalised(arg.Name):
			return capitalised(english(arg.Value))
		case arg.Name != name:
		case !counted:
			return english(arg.Value)
		case arg.Value == 1:
			return one
		default:
			return many
		}
	}
	return "{" + gap + "}"
}

func capitalised(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(text[:size]) + text[size:]
}

func english(value any) string {
	switch value := value.(type) {
	case int:
		return strconv.Itoa(value)
	case Length:
		return distance(value)
	case Field:
		return value.Title
	case Text:
		return value.English
	case List:
		texts := make([]string, len(value))
		for i := range value {
			texts[i] = english(value[i])
		}
		return strings.Join(texts, ", ")
	}
	return value.(string)
}

// distance writes a length of time as "2 days 3 h", leaving out what is zero.
func distance(left Length) string {
	var words []string
	for _, unit := range units {
		if n := left / unit.length; n > 0 {
			left -= n * unit.length
			name := unit.many
			if n == 1 {
				name = unit.one
			}
			words = append(words, strconv.Itoa(int(n))+" "+name)
		}
	}
	return strings.Join(words, " ")
}

var units = [...]struct {
	length    Length
	one, many string
}{{24 * 3_600_000, "day", "days"}, {3_600_000, "h", "h"}, {60_000, "min", "min"}, {1000, "s", "s"}, {1, "ms", "ms"}}

// Joined is the English of several texts, one after the other: sentences, or what stands within one.
func Joined(texts []Text) (english string) {
	for _, text := range texts {
		switch {
		case english == "":
		case strings.HasSuffix(english, "."):
			english += " "
		default:
			english += "; "
		}
		english += text.English
	}
	return english
}
