package paste

import (
	"slices"
	"strconv"
	"strings"

	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/answer"
)

// assemble makes requests of the facts.
func (r *reader) assemble() Pasted {
	kept, loose := r.fold(r.messages())
	return r.finish(soleAnswer(kept), loose)
}

// finish chooses the values, and makes the notes.
func (r *reader) finish(list []*message, loose *message) Pasted {
	p := Pasted{Kind: "nothing", Requests: slices.Grow[[]Found](nil, len(list)), Notes: slices.Grow[[]Note](nil, 2*len(list))}
	n := noter{input: r.input, pasted: &p, seen: map[once]bool{}, texts: map[[3]string]said.Text{}}
	r.shapes(list, loose)
	loose.shorten()
	shared := &message{values: slices.Clone(loose.values)}
	for i, m := range list {
		m.form = m.mainForm()
		n.request = i
		p.Requests = append(p.Requests, n.choose(m, shared, loose))
		m.lend(shared)
		m.values, m.query = nil, nil // nobody asks for them any more
	}
	if len(list) > 0 {
		p.Kind = list[0].form
	}
	n.request = -1
	n.settings(r, list, loose)
	n.general(r, list, loose)
	return p
}

// shorten leaves of each list the value that counts and a few others: every
// request looks at them.
func (m *message) shorten() {
	for _, v := range m.values {
		field, list := v.field, v.list
		if len(list) > 8 {
			m.values.set(field, append([]*candidate{elect(list)}, list[:7]...))
		}
	}
}

// lend gives the base of the address, which later requests may share.
func (m *message) lend(shared *message) {
	for _, field := range []mac.Field{partBase, partHost, partScheme} {
		if list := m.values.of(field); len(list) > 0 && m.base() != "" {
			shared.values.set(field, list)
		}
	}
}

// choose makes the request of m; keys and other values that no request has
// come from what stands loose in the text.
func (n *noter) choose(m, shared, loose *message) Found {
	f := Found{Sources: make(map[mac.Field]Source, min(len(m.values), len(fields)))}
	for _, info := range fields {
		if info.Field == mac.FieldURL {
			n.address(&f, m, shared)
			continue
		}
		list := m.values.of(info.Field)
		if info.Field == mac.FieldTimestamp && m.isRecord() {
			list = nil
		}
		if len(list) == 0 && (m.evidence || len(m.values) > 0) && m.form != "answer" {
			list = loose.values.of(info.Field)
		}
		if len(list) == 0 {
			n.absent(m, info.Field)
			continue
		}
		n.take(&f, info.Field, n.trimmed(info, elect(list)), list)
	}
	n.answer(&f, m)
	return f
}

// isRecord says whether the timestamp of m is that of a record in a log, which has the headers besides.
func (m *message) isRecord() bool {
	list := m.values.of(mac.FieldTimestamp)
	return len(list) > 0 && m.headed() && elect(list).rank() == rankPlain && !isLanguage(m.form)
}

func (n *noter) absent(m *message, field mac.Field) {
	if c, named := m.missing[field]; named {
		n.add(c.missing, field, c.fact.at)
	}
}

// take sets a field to the value that was chosen among the list.
func (n *noter) take(f *Found, field mac.Field, best *candidate, list []*candidate) {
	*field.Of(&f.Request, &f.Keys) = best.text
	f.Sources[field] = n.source(best)
	n.value(field, best, list)
}

// trimmed leaves out the white space at the edges of a header's value: HTTP
// does not send it. A value that the program may sign as it is keeps it.
func (n *noter) trimmed(info mac.FieldInfo, c *candidate) *candidate {
	text := strings.Trim(c.text, " \t\r\n")
	if info.Header != "" && c.rank() == rankHeader && c.how&followed == 0 && text != c.text && text != "" {
		trimmed := *c
		trimmed.text = text
		trimmed.how |= edgeSpace
		return &trimmed
	}
	return c
}

// address sets the address, and tells what is not certain about it.
func (n *noter) address(f *Found, m, shared *message) {
	a := m.address(shared, n)
	if !a.found || !strings.Contains(a.best.text, "://") && !strings.Contains(a.best.text, "{{") {
		if len(m.query) > 0 {
			n.add("query-without-address", mac.FieldURL, m.query[0].fact.at)
		}
		if paths := m.values.of(partPath); len(paths) > 0 {
			n.add("host-missing", mac.FieldURL, paths[0].start)
		}
		n.absent(m, mac.FieldURL)
		return
	}
	n.library = a.titles
	n.take(f, mac.FieldURL, a.best, a.list)
	for _, id := range a.doubt {
		n.add(id, mac.FieldURL, a.best.start)
	}
	if len(a.other) > 0 {
		f.Addresses = unique(append([]string{a.best.text}, a.other...))
	}
}

func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !oneOf(s, out...) {
			out = append(out, s)
		}
	}
	return out
}

// elect chooses among the values of a field: the highest rank, in it the value
// that stands most often, of these the first.
func elect(list []*candidate) *candidate {
	if len(list) == 1 {
		return list[0]
	}
	votes := map[string]int{}
	top := rank(0)
	for _, c := range list {
		top = max(top, c.rank())
	}
	for _, c := range list {
		if c.rank() == top {
			votes[c.text]++
		}
	}
	var best *candidate
	for _, c := range list {
		if c.rank() == top && (best == nil || votes[c.text] > votes[best.text]) {
			best = c
		}
	}
	return best
}

// answer reads the answer of m, and compares the string that the server shows.
func (n *noter) answer(f *Found, m *message) {
	text := m.answer
	if m.status != 0 {
		text = "HTTP/1.1 " + strconv.Itoa(m.status) + " \n" + text
	}
	if text == "" {
		return
	}
	read := answer.Parse(text)
	if read.Explanation == nil && read.Message == "" {
		return
	}
	f.Answer = &read
	for _, part := range read.Echo {
		to := part.Field.Of(&f.Request, &f.Keys)
		switch {
		case part.Field.Info().Secret:
		case len(m.values) > 0 && *to != "" && *to != part.Value:
			n.add("echo-differs", part.Field, -1)
		case len(m.values) == 0:
			*to = part.Value
			if at := strings.Index(n.input, part.Value); at >= 0 {
				f.Sources[part.Field] = Source{at, at + len(part.Value), n.line(at)}
			}
		}
	}
	if len(read.Echo) > 0 && len(m.values) == 0 {
		n.add("from-echo", "", -1)
	}
}
