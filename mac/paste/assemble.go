package paste

import (
	"sort"
	"strconv"
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

// fold joins the drafts that are about the same request: parts without
// anything of Netvisor's go to the request that follows them, and requests
// that no form sets apart are one if their transaction id, which is unique,
// is the same.
func (r *reader) fold(list []*draft) (kept []*draft, loose *draft) {
	loose = &draft{values: map[mac.Field][]candidate{}, missing: map[mac.Field]candidate{}}
	byTransaction := map[string]*draft{}
	for _, d := range list {
		id := d.text(mac.FieldTransactionID)
		same := byTransaction[id]
		switch {
		case id != "" && same != nil && !d.hard && r.alike(same, d):
			same.take(d)
		case d.evidence || d.plain() >= 4:
			if len(kept) > 0 && r.continues(kept[len(kept)-1], d) {
				kept[len(kept)-1].take(d)
			} else {
				kept = append(kept, d)
			}
			if id != "" && byTransaction[id] == nil {
				byTransaction[id] = kept[len(kept)-1]
			}
		default:
			loose.take(d)
			if (d.status != 0 || d.answer != "") && len(d.values) == 0 {
				r.place(&kept, d)
			}
		}
	}
	return kept, loose
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

// alike says whether nothing but a second value or two sets two drafts apart.
func (r *reader) alike(a, b *draft) bool {
	differ := 0
	for field := range a.values {
		if b.text(field) != "" && a.text(field) != b.text(field) {
			differ++
		}
	}
	return differ <= 2 && (a.answer == "" || b.answer == "")
}

// continues says whether b, which no form sets apart, only adds to a.
func (r *reader) continues(a, b *draft) bool {
	if b.hard || b.answer != "" && a.answer != "" {
		return false
	}
	if a.hard && a.section != b.section && b.text(mac.FieldMAC) == "" && b.text(mac.FieldTransactionID) == "" && b.plain() <= 2 {
		return true
	}
	for field := range b.values {
		if len(a.values[field]) > 0 {
			return false
		}
	}
	return a.section == b.section
}

// take adds what b has to d.
func (d *draft) take(b *draft) {
	for field, list := range b.values {
		d.values[field] = append(d.values[field], list...)
	}
	for field, c := range b.missing {
		if _, known := d.missing[field]; !known {
			d.missing[field] = c
		}
	}
	if d.answer == "" {
		d.answer = b.answer
	}
	if d.status == 0 {
		d.status = b.status
	}
}

// place gives an answer without a request to the request before it, or makes
// it an entry of its own.
func (r *reader) place(kept *[]*draft, d *draft) {
	if n := len(*kept); n > 0 && (*kept)[n-1].answer == "" {
		(*kept)[n-1].answer, (*kept)[n-1].status = d.answer, max(d.status, (*kept)[n-1].status)
		return
	}
	d.form = "answer"
	*kept = append(*kept, d)
}

// finish chooses the values, and makes the notes.
func (r *reader) finish(drafts []*draft, loose *draft) Pasted {
	p := Pasted{Kind: "nothing"}
	drafts = r.soleAnswer(drafts)
	n := noter{input: r.input, pasted: &p, seen: map[string]bool{}}
	for i, d := range drafts {
		d.form = d.mainForm()
		n.request = i
		p.Requests = append(p.Requests, n.choose(d, loose))
	}
	if len(drafts) > 0 {
		p.Kind = drafts[0].form
	}
	n.general(r, drafts)
	return p
}

// soleAnswer gives an answer that stands before the only request to it.
func (r *reader) soleAnswer(drafts []*draft) []*draft {
	for i := 0; i+1 < len(drafts); i++ {
		if a, b := drafts[i], drafts[i+1]; len(a.values) == 0 && b.answer == "" {
			b.answer, b.status = a.answer, max(a.status, b.status)
			return append(drafts[:i:i], drafts[i+1:]...)
		}
	}
	return drafts
}

// choose makes the request of d; keys and other values that no request has
// come from what stands loose in the text.
func (n *noter) choose(d, loose *draft) Found {
	f := Found{Sources: map[mac.Field]Source{}}
	for _, info := range mac.Fields() {
		list := d.values[info.Field]
		if info.Field == mac.FieldURL && !surely(list) {
			if joined, ok := n.address(d); ok {
				list = append([]candidate{joined}, list...)
			}
		}
		if len(list) == 0 && (d.evidence || len(d.values) > 0) {
			list = loose.values[info.Field]
			if info.Field == mac.FieldURL && len(list) > 0 && !isAddress(list[0].text) {
				list = nil
			}
		}
		if len(list) == 0 {
			if c, named := d.missing[info.Field]; named {
				n.add(c.missing, info.Field, c.pair.at)
			}
			continue
		}
		best := elect(list)
		*info.Field.Of(&f.Request, &f.Keys) = best.text
		f.Sources[info.Field] = n.source(best)
		n.value(info.Field, best, list)
	}
	n.answer(&f, d)
	return f
}

// surely says whether the list has an address from the HTTP message itself.
func surely(list []candidate) bool {
	for _, c := range list {
		if c.pair.what.rank >= rankPlain && strings.Contains(c.text, "://") {
			return true
		}
	}
	return false
}

// address joins host and path, as an HTTP message has them apart.
func (n *noter) address(d *draft) (candidate, bool) {
	host, path := d.values[partHost], d.values[partPath]
	if len(host) == 0 || len(path) == 0 {
		return candidate{}, false
	}
	scheme := "https"
	if s := d.text(partScheme); s != "" {
		scheme = s
	}
	c := path[0]
	c.text = scheme + "://" + host[0].text + c.text
	c.how |= hostAndPath
	return c, true
}

// elect chooses among the values of a field: the highest rank, in it the value
// that stands most often, of these the first.
func elect(list []candidate) candidate {
	votes := map[string]int{}
	top := rank(0)
	for _, c := range list {
		top = max(top, c.pair.what.rank)
	}
	for _, c := range list {
		if c.pair.what.rank == top {
			votes[c.text]++
		}
	}
	var best *candidate
	for i, c := range list {
		if c.pair.what.rank == top && (best == nil || votes[c.text] > votes[best.text]) {
			best = &list[i]
		}
	}
	return *best
}

// answer reads the answer of d, and compares the string that the server shows.
func (n *noter) answer(f *Found, d *draft) {
	text := d.answer
	if d.status != 0 {
		text = "HTTP/1.1 " + strconv.Itoa(d.status) + " \n" + text
	}
	if text == "" {
		return
	}
	answer := mac.ParseAnswer(text)
	if answer.Explanation == nil && answer.Message == "" {
		return
	}
	f.Answer = &answer
	for _, part := range answer.Echo {
		to := part.Field.Of(&f.Request, &f.Keys)
		switch {
		case part.Field.Info().Secret:
		case len(d.values) > 0 && *to != "" && *to != part.Value:
			n.add("echo-differs", part.Field, -1)
		case len(d.values) == 0:
			*to = part.Value
			if at := strings.Index(n.input, part.Value); at >= 0 {
				f.Sources[part.Field] = Source{at, at + len(part.Value), n.line(at)}
			}
		}
	}
	if len(answer.Echo) > 0 && len(d.values) == 0 {
		n.add("from-echo", "", -1)
	}
}

// lineOf counts lines; starts are where they begin.
func lineOf(starts []int, at int) int {
	return sort.SearchInts(starts, at+1)
}
