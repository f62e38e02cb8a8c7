package diagnose

import (
	"netvisormac/internal/said"
	"netvisormac/mac"
)

// Where is the place at which a mistake is mended.
type Where string

// The places.
const (
	Program  Where = "program"  // that signs and sends
	Settings Where = "settings" // of the program: its keys
	Log      Where = "log"      // or copy that the request was read from: the request itself is right
)

// Said are the texts of a mistake.
type Said struct {
	Title, Fix said.Text
	Detail     []said.Text // one after the other, with "; " between
}

// Mistake is one thing that can be wrong with a request: proved by the MAC
// that it makes, or noticed in the values alone.
type Mistake struct {
	ID     string      // kebab-case, stable for ever: links, tests and translations use it
	Title  string      // what is wrong, in English, without a period at its end
	Fix    string      // what to do, in sentences
	Detail string      // what was found in this request; empty if there is no more to say
	Said   Said        // title, fix and detail by their ids, for another language
	Found  *Found      // what was found in one sentence, for another language; nil where the title says it all
	Fields []mac.Field // where it is
	Group  string      // of the table of mistakes; empty for checks
	Where  Where       // it is mended; empty for checks
}

// row fills in the ids of the texts of a table's row.
func (m *Mistake) row(table string) {
	m.Said.Title = said.Text{ID: table + "." + m.ID + ".title", English: m.Title}
	m.Said.Fix = said.Text{ID: table + "." + m.ID + ".fix", English: m.Fix}
}

// detailed returns the mistake with what was found.
func (m Mistake) detailed(details ...said.Text) Mistake {
	m.Said.Detail, m.Detail = details, said.Joined(details)
	return m
}
