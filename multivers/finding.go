package multivers

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"netvisormac/internal/said"
)

// Severity tells how much a finding matters.
type Severity string

const (
	Error   Severity = "error"   // it does not work, or the API stands open
	Warning Severity = "warning" // it may fail, or is unwise
	Info    Severity = "info"    // good to know
	OK      Severity = "ok"      // looked at and right
)

// Finding is one thing that a check found. In the tables [Problems] and [Explanations] it has no place and no detail.
type Finding struct {
	ID       string // kebab-case, stable
	Severity Severity
	Title    string // what it is, without a final period
	Fix      string // what to do, one or more sentences
	Line     int    // from 1, 0 where there is no place
	Column   int    // in characters, from 1; 0 where there is no place
	Detail   string // what makes this one special; never a secret, never text of the file
	Said     Said   // title, fix and detail by their ids, for another language
}

// Said are the texts of a finding.
type Said struct {
	Title, Fix said.Text
	Detail     []said.Text // one after the other, with "; " between
}

// row fills in the ids of the texts of a table's row.
func (f *Finding) row(table string) {
	f.Said.Title = said.Text{ID: table + "." + f.ID + ".title", English: f.Title}
	f.Said.Fix = said.Text{ID: table + "." + f.ID + ".fix", English: f.Fix}
	if f.Fix == nothingToDo.English {
		f.Said.Fix = nothingToDo
	}
}

// nothingToDo is the fix of all that is right.
var nothingToDo = Sentences.Text("finding.nothing-to-do")

func init() {
	for i := range Problems {
		Problems[i].row("finding")
	}
	for i := range Explanations {
		Explanations[i].row("explanation")
	}
}

// tell adds to what makes the finding special.
func (f *Finding) tell(details ...said.Text) {
	f.Said.Detail = slices.Concat(f.Said.Detail, details)
	f.Detail = said.Joined(f.Said.Detail)
}

// perID is how many findings of one id are shown: a file of typographic quotes has hundreds of the same.
const perID = 10

// report gathers findings at offsets of a text.
type report struct {
	text  string
	found []found
	count []int // of each row of Problems
}

type found struct {
	row     int // in Problems: the order of importance
	at      int
	details []said.Text
}

func (r *report) add(id string, at int, details ...said.Text) {
	if r.count == nil {
		r.count = make([]int, len(Problems))
	}
	row := Row(id)
	if r.count[row]++; r.count[row] <= perID {
		r.found = append(r.found, found{row, at, details})
	}
}

func (r *report) has(id string) bool { return r.count != nil && r.count[Row(id)] > 0 }

// findings returns what was found: errors first, then in the table's order, then in the file's.
func (r *report) findings() []Finding {
	slices.SortStableFunc(r.found, func(a, b found) int { return a.at - b.at })
	result := make([]Finding, 0, len(r.found))
	place := place{line: 1, column: 1}
	for _, f := range r.found {
		finding := Problems[f.row]
		finding.tell(f.details...)
		if f.at != none {
			place.advance(r.text, f.at)
			finding.Line, finding.Column = place.line, place.column
		}
		result = append(result, finding)
	}
	for row, n := range r.count {
		r.andMore(result, Problems[row].ID, n-perID)
	}
	slices.SortStableFunc(result, func(a, b Finding) int {
		return cmp.Or(rank(a.Severity)-rank(b.Severity), Row(a.ID)-Row(b.ID))
	})
	return result
}

// andMore tells in the last finding of an id how many more there are.
func (r *report) andMore(result []Finding, id string, more int) {
	if more <= 0 {
		return
	}
	for i := len(result) - 1; i >= 0; i-- {
		if result[i].ID == id {
			result[i].tell(Sentences.Text("finding.more", "count", more))
			return
		}
	}
}

// Row returns the index in [Problems] of an id, -1 if it is none.
func Row(id string) int {
	for i := range Problems { // slices.IndexFunc would copy each
		if Problems[i].ID == id {
			return i
		}
	}
	return none
}

func rank(s Severity) int {
	return slices.Index([]Severity{Error, Warning, Info, OK}, s)
}

// place is a line and a column, found by going through the text once.
type place struct {
	offset, line, column int
}

func (p *place) advance(text string, to int) {
	to = min(to, len(text))
	start := p.offset // of what is not counted in column
	for i := p.offset; i < to; i++ {
		if c := text[i]; c == '\n' || c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			p.line, p.column = p.line+1, 1
			start = i + 1
		}
	}
	p.column += utf8.RuneCountInString(text[start:to])
	p.offset = to
}

// join joins what is not empty.
func join(separator string, parts ...string) string {
	result := ""
	for _, part := range parts {
		if part != "" && result != "" {
			result += separator
		}
		result += part
	}
	return result
}
