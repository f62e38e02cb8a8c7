package multivers

import (
	"strconv"

	"netvisormac/internal/said"
)

// Refusal is the error of what is not done: the finding that stands in the way, with its place in the file.
type Refusal struct{ Finding }

// Error tells the place, the id, what it is and what makes this one special; never a secret.
func (r *Refusal) Error() string {
	text := r.ID + ": " + join("; ", r.Title, r.Detail)
	if r.Line > 0 {
		return "line " + strconv.Itoa(r.Line) + ", column " + strconv.Itoa(r.Column) + ": " + text
	}
	return text
}

// firstError makes a refusal of the first finding of that severity, nil if there is none.
func firstError(findings []Finding) error {
	for _, f := range findings {
		if f.Severity == Error {
			return &Refusal{f}
		}
	}
	return nil
}

// refuse makes a refusal of a problem at an offset of the text, with why it cannot be helped here.
func (d *document) refuse(id string, at int, why said.Text) error {
	r := &report{text: d.text}
	r.add(id, at, why)
	return &Refusal{r.findings()[0]}
}
