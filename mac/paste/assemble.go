package paste

import (
	"strings"

	"netvisormac/mac"
)

// candidate is a value that a field may have.
type candidate struct {
	resolved
	pair *pair
}

// draft is a request in the making.
type draft struct {
	section  int
	hard     bool
	at       int
	values   map[mac.Field][]candidate
	missing  map[mac.Field]candidate // values that are named, but not in the text
	evidence bool                    // something in it is surely Netvisor's
	status   int
	answer   string
	form     string
}

// assemble makes requests of the pairs.
func (r *reader) assemble() Pasted {
	r.flushStatus()
	drafts := r.drafts()
	drafts, loose := r.fold(drafts)
	return r.finish(drafts, loose)
}

// drafts divides the pairs by the sections of the text, and where a name comes
// again with another value.
func (r *reader) drafts() []*draft {
	var list []*draft
	current := -1
	var d *draft
	begin := func(section int, hard bool) {
		current = section
		d = &draft{section: section, hard: hard, values: map[mac.Field][]candidate{}, missing: map[mac.Field]candidate{}}
		list = append(list, d)
	}
	next := 0
	upTo := func(section int) {
		for ; next <= section; next++ {
			s := r.sections[next]
			begin(next, s.hard)
			d.status, d.answer = s.status, s.answer
		}
	}
	upTo(0)
	for i := range r.pairs {
		p := &r.pairs[i]
		if p.what.field == "" {
			continue
		}
		upTo(p.section)
		c := candidate{r.expand(r.resolve(p.value, p.at, 0), p.at), p}
		if c.missing == "" && isComputed(p.what.field, c.text) {
			c.missing = "computed"
		}
		if c.missing == "" && d.has(c) {
			begin(current, false)
		}
		d.put(c)
	}
	upTo(len(r.sections) - 1)
	return list
}

// has says whether d has the field already, from a name of the same rank, with
// another value: so another request begins.
func (d *draft) has(c candidate) bool {
	if c.pair.what.rank == rankBare && c.pair.what.field == mac.FieldURL && len(d.values[mac.FieldURL]) > 0 {
		return false
	}
	for _, have := range d.values[c.pair.what.field] {
		if have.pair.what.rank == c.pair.what.rank && have.pair.form == c.pair.form {
			return have.text != c.text
		}
	}
	return false
}

func (d *draft) put(c candidate) {
	field := c.pair.what.field
	if c.missing != "" {
		if _, known := d.missing[field]; !known && (c.pair.what.rank == rankHeader || field.Info().Secret) {
			d.missing[field] = c
		}
		return
	}
	if len(d.values) == 0 {
		d.at = c.pair.at
	}
	d.values[field] = append(d.values[field], c)
	rank := c.pair.what.rank
	netvisor := rank == rankHeader && field.Info().Header != ""
	if netvisor || rank == rankMessage || field == mac.FieldURL && isAddress(c.text) || field == partHost && strings.Contains(c.text, "netvisor") {
		d.evidence = true
	}
}

// mainForm returns the form that gave the most headers, or else the most values.
func (d *draft) mainForm() string {
	if d.form != "" {
		return d.form
	}
	best, most := "text", 0
	weight := map[string]int{}
	for _, info := range mac.Fields() {
		for _, c := range d.values[info.Field] {
			weight[c.pair.form]++
			if c.pair.what.rank == rankHeader {
				weight[c.pair.form] += 100
			}
			if weight[c.pair.form] > most {
				best, most = c.pair.form, weight[c.pair.form]
			}
		}
	}
	if best == "" {
		return "text"
	}
	return best
}

// text returns the first value of the field.
func (d *draft) text(field mac.Field) string {
	if list := d.values[field]; len(list) > 0 {
		return list[0].text
	}
	return ""
}

// plain counts the fields that d has.
func (d *draft) plain() int {
	n := 0
	for field := range d.values {
		if field[0] != ':' {
			n++
		}
	}
	return n
}
