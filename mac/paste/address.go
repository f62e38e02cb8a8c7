package paste

import (
	"strings"

	"netvisormac/mac"
)

// addressOf is the address of m, and the others that the text can mean.
type addressOf struct {
	best   *candidate
	found  bool
	list   []*candidate // what stands in the text
	other  []string
	doubt  []string // ids of notes that say why it is not certain
	titles string   // of the library
}

// address joins what the text says of the address of m: a whole one, or base,
// host and path; and a query that stands apart. shared has what stands outside.
func (m *message) address(shared *message, n *noter) addressOf {
	a := addressOf{list: m.values.of(mac.FieldURL)}
	if c, ok := m.behindBase(a.list); ok {
		a.best, a.found = c, true
	} else if c, ok := wholeAddress(a.list); ok {
		a.best, a.found = c, true
	} else if c, ok := m.joined(shared); ok {
		a.best, a.found = c, true
		a.list = append([]*candidate{c}, a.list...)
	} else if c, ok := wholeAddress(shared.values.of(mac.FieldURL)); ok && len(a.list) == 0 {
		a.best, a.found, a.list = c, true, shared.values.of(mac.FieldURL)
	} else if len(a.list) > 0 {
		a.best, a.found = elect(a.list), true
	}
	if a.found {
		best := *a.best
		a.best = &best
	}
	if a.found && a.best.how&basePath != 0 {
		a.best.how &^= basePath
		a.doubt = append(a.doubt, "base-path")
	}
	if a.found {
		if a.best.how&openQuery != 0 && len(m.query) == 0 && len(m.values.of(partQuery)) == 0 {
			a.best.text = strings.TrimRight(a.best.text, "?&")
			a.doubt = append(a.doubt, "query-computed")
		}
		if list := m.values.of(partQuery); len(list) > 0 && list[0].text != "" && !strings.Contains(a.best.text, "?") {
			a.best.text += "?" + strings.TrimPrefix(list[0].text, "?")
			a.best.how |= hostAndPath
		}
		for _, c := range m.values.of(partOther) {
			a.other = append(a.other, c.text)
			a.doubt = append(a.doubt, "query-escaping")
		}
		a.others()
		a.query(m.query, m.mainForm(), n)
	}
	return a
}

// wholeAddress elects among the absolute addresses of the list.
func wholeAddress(list []*candidate) (*candidate, bool) {
	var whole []*candidate
	for _, c := range list {
		if strings.Contains(c.text, "://") {
			whole = append(whole, c)
		}
	}
	var netvisors []*candidate
	for _, c := range whole {
		if isAddress(c.text) {
			netvisors = append(netvisors, c)
		}
	}
	if len(netvisors) > 0 {
		whole = netvisors
	}
	if len(whole) == 0 {
		return nil, false
	}
	return elect(whole), true
}

// behindBase puts a path behind an address that has a path of its own and no resource, so that it is a base.
func (m *message) behindBase(list []*candidate) (*candidate, bool) {
	whole, ok := wholeAddress(list)
	paths := m.values.of(partPath)
	if !ok || len(paths) == 0 || isResource(whole.text) || strings.ContainsAny(whole.text, "?{") {
		return nil, false
	}
	c := *whole
	c.text = strings.TrimSuffix(c.text, "/") + "/" + strings.TrimPrefix(elect(paths).text, "/")
	c.how |= basePath | hostAndPath
	return &c, true
}

// joined puts base or host and path together.
func (m *message) joined(shared *message) (*candidate, bool) {
	paths := m.values.of(partPath)
	if len(paths) == 0 {
		for _, c := range m.values.of(mac.FieldURL) {
			if !strings.Contains(c.text, "://") && !strings.HasPrefix(c.text, "{{") {
				paths = append(paths, c)
			}
		}
	}
	if len(paths) == 0 {
		return nil, false
	}
	path := elect(paths)
	if strings.Contains(path.text, "://") {
		return path, true
	}
	c := *path
	base := m.base()
	if base == "" {
		base = shared.base()
	}
	if base == "" {
		return nil, false
	}
	c.text = strings.TrimSuffix(base, "/") + "/" + strings.TrimPrefix(c.text, "/")
	if _, rest, _ := strings.Cut(base, "://"); strings.Contains(strings.TrimSuffix(rest, "/"), "/") {
		c.how |= basePath
	}
	c.how |= hostAndPath
	return &c, true
}

// base returns what stands before the path.
func (m *message) base() string {
	if list := m.values.of(partBase); len(list) > 0 {
		base := strings.TrimSuffix(elect(list).text, "/")
		if rest, ok := strings.CutSuffix(base, ":443"); ok && strings.HasPrefix(base, "https:") {
			return rest
		}
		return base
	}
	host := m.values.of(partHost)
	if len(host) == 0 {
		return ""
	}
	scheme := strings.TrimSuffix(m.text(partScheme), ":")
	if scheme == "" {
		scheme = "https"
	}
	text := elect(host).text
	if strings.Contains(text, "://") {
		return text
	}
	return scheme + "://" + text
}

// others collects the other addresses of the same rank.
func (a *addressOf) others() {
	for _, c := range a.list {
		if c.rank() == a.best.rank() && isAddress(c.text) && !sameAddress(c.text, a.best.text) {
			a.other = append(a.other, c.text)
		}
	}
}

// query adds the pairs of a query that stands apart.
func (a *addressOf) query(list []*candidate, form string, n *noter) {
	pairs, certain := a.pairs(list)
	if !certain {
		a.doubt = append(a.doubt, "query-computed")
	}
	if len(pairs) == 0 {
		return
	}
	e := n.escapingOf(form)
	joint := "?"
	if has("?&", a.best.text[len(a.best.text)-1]) {
		joint = ""
	} else if strings.Contains(a.best.text, "?") {
		joint = "&"
	}
	without, plain := a.best.text, true
	for _, p := range pairs {
		plain = plain && isPlain(p.name) && isPlain(p.value)
	}
	a.best.text += joint + e.query(pairs)
	a.best.how |= queryApart
	a.titles = e.title
	if e.unsure && !plain {
		a.doubt = append(a.doubt, "query-escaping")
		for _, query := range others(pairs) {
			a.other = append(a.other, without+joint+query)
		}
	}
	if e.unsure && !plain || !certain {
		a.other = append(a.other, without)
	}
}

// pairs returns the pairs that the address does not have already.
func (a *addressOf) pairs(list []*candidate) (pairs []pair, certain bool) {
	certain = true
	_, query, found := strings.Cut(a.best.text, "?")
	if len(list) == 0 || found && query == "" && len(list) == 0 {
		return nil, true
	}
	have := map[string]bool{}
	for _, p := range strings.Split(query, "&") {
		name, _, _ := strings.Cut(p, "=")
		have[name] = true
	}
	seen := map[int]bool{}
	for _, c := range list {
		again := seen[c.fact.at]
		seen[c.fact.at] = true
		switch {
		case again: // two calls refer to it
		case c.fact.text == "": // a query that is a variable
			certain = certain && c.missing == ""
		case c.fact.single && found:
		case c.missing != "":
			certain = false
		case !have[c.fact.text] && !have[escapings[0].query([]pair{{c.fact.text, ""}})]:
			pairs = append(pairs, pair{c.fact.text, c.text})
		}
	}
	return pairs, certain
}
