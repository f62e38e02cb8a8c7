package multivers

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
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

// WithSecrets is the key that, with the value "true", has [Record] write secrets out.
const WithSecrets = "with-secrets"

// Record writes the installation record that the guide asks for, as Markdown, in the language "nl" or
// "en"; any other gives English. The values are by the ids of [RecordSections]; what is missing stays a
// dash to fill in by hand, an unknown id is left out. A secret is written as the first eight hexadecimal
// digits of its SHA-256, by which two parties can tell whether they have the same, unless [WithSecrets]
// is "true".
func Record(values map[string]string, language string) string {
	dutch := language == "nl"
	say := func(english, dutchText string) string {
		if dutch {
			return dutchText
		}
		return english
	}
	var b strings.Builder
	b.WriteString("# " + say("Installation record: Zenvoices and Exact Multivers on-premise", "Installatiedocument: Zenvoices en Exact Multivers lokaal") + "\n")
	for _, section := range RecordSections {
		b.WriteString("\n## " + say(section.English, section.Dutch) + "\n\n")
		for _, field := range section.Fields {
			value := markdown(values[field.ID])
			if field.Secret && value != "" && values[WithSecrets] != "true" {
				value = say("not in this record; fingerprint ", "niet in dit document; vingerafdruk ") + fingerprint(values[field.ID])
			}
			if value == "" {
				value = "–"
			}
			b.WriteString("- **" + say(field.English, field.Dutch) + ":** " + value + "\n")
		}
	}
	return b.String()
}

// fingerprint returns the first eight hexadecimal digits of the SHA-256 of a secret.
func fingerprint(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:4])
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
