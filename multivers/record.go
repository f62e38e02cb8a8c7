package multivers

import (
	"strings"

	"netvisormac/internal/fingerprint"
)

// RecordSection is one part of the installation record, with its title in English and Dutch.
type RecordSection struct {
	ID             string
	English, Dutch string
	Fields         []RecordField
}

// RecordField is one line of the record; its ID is the key of its value.
type RecordField struct {
	ID             string
	English, Dutch string
	Secret         bool // written as a fingerprint
}

// Keys among the values that are no field's.
const (
	WithSecrets = "with-secrets" // with the value "true" it has [Record] write secrets out
	Salt        = "salt"         // of the fingerprints
)

// Record writes the installation record that the guide asks for, as Markdown, in the language "nl" or
// "en"; any other gives English. The values are by the ids of [RecordSections]; what is missing stays a
// dash to fill in by hand, an unknown id is left out. A secret is not written, unless [WithSecrets] is
// "true": where there is a [Salt] and the secret is long and random, a fingerprint stands for it, by which
// two parties can tell whether they have the same, the beginning of HMAC-SHA-256 under that salt. In other
// values, where a secret stands in them, by its name or as one of the given, it is masked.
func Record(values map[string]string, language string) string {
	w := recordWriter{values: values, dutch: language == "nl", open: values[WithSecrets] == "true"}
	w.WriteString("# " + w.say("Installation record: Zenvoices and Exact Multivers on-premise", "Installatiedocument: Zenvoices en Exact Multivers lokaal") + "\n")
	for _, section := range RecordSections {
		w.WriteString("\n## " + w.say(section.English, section.Dutch) + "\n\n")
		for _, field := range section.Fields {
			w.WriteString("- **" + w.say(field.English, field.Dutch) + ":** " + w.value(field) + "\n")
		}
	}
	return w.String()
}

type recordWriter struct {
	strings.Builder
	values      map[string]string
	dutch, open bool
}

func (w *recordWriter) say(english, dutch string) string {
	if w.dutch {
		return dutch
	}
	return english
}

// value is what the record says of a field.
func (w *recordWriter) value(field RecordField) string {
	value := w.values[field.ID]
	if !w.open {
		if field.Secret && value != "" {
			return w.standIn(value)
		}
		value = w.masked(value)
	}
	if value = markdown(value); value == "" {
		return "–"
	}
	return value
}

// standIn is written in the place of a secret.
func (w *recordWriter) standIn(secret string) string {
	text := w.say("not in this record", "niet in dit document")
	if salt := w.values[Salt]; salt != "" {
		if print := fingerprint.Of(secret, salt); print != "" {
			return text + w.say("; fingerprint ", "; vingerafdruk ") + print + w.say(" (HMAC-SHA-256, salt ", " (HMAC-SHA-256, salt ") + markdown(salt) + ")"
		}
	}
	return text
}

// hidden stands for a secret in a value.
const hidden = "●●●●●●●●"

// masked is a value without the secrets in it: those that have a name, and those that the record has fields for.
func (w *recordWriter) masked(value string) string {
	value = replaceSpans(value, Secrets(value))
	for _, section := range RecordSections {
		for _, field := range section.Fields {
			if secret := strings.TrimSpace(w.values[field.ID]); field.Secret && len(secret) >= 4 {
				value = replaceSpans(value, occurrences(value, secret))
			}
		}
	}
	return value
}

// occurrences finds a text in another, in whatever case and with spaces or hyphens between its letters.
func occurrences(text, wanted string) (spans []Span) {
	folded, at := fold(text)
	sought, _ := fold(wanted)
	for from := 0; sought != ""; {
		i := strings.Index(folded[from:], sought)
		if i < 0 {
			break
		}
		from += i + len(sought)
		spans = append(spans, Span{at[from-len(sought)], at[from-1] + 1})
	}
	return spans
}

// fold gives a text by which others are compared, and where each of its bytes stood.
func fold(text string) (folded string, at []int) {
	var bytes []byte
	for i := range len(text) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c > ' ' && c != '-' {
			bytes, at = append(bytes, c), append(at, i)
		}
	}
	return string(bytes), at
}

func replaceSpans(text string, spans []Span) string {
	var b strings.Builder
	from := 0
	for _, s := range spans {
		b.WriteString(text[from:s.Start] + hidden)
		from = s.End
	}
	return b.String() + text[from:]
}

// markdown writes a value so that Markdown shows it as it is, in one line.
func markdown(value string) string {
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(value), "\n") {
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		for _, r := range strings.TrimSpace(line) {
			if r < ' ' {
				r = ' '
			}
			if strings.ContainsRune("\\`*_[]<>#|&~!", r) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}
