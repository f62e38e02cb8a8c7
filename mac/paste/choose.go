package paste

import (
	"sort"
	"strconv"
	"strings"

	"netvisormac/mac"
)

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
