package paste

import (
	"strings"

	"netvisormac/mac"
)

// candidate is a value that a field or a part may have.
type candidate struct {
	resolved
	fact *fact
}

func (c *candidate) rank() rank { return c.fact.what.rank }

// message is an HTTP message in the making: the parts of its address, its
// headers and what else stands in its scope, each with its source.
type message struct {
	values   values
	missing  map[mac.Field]*candidate // values that are named, but not in the text
	query    []*candidate             // pairs that stand apart from the address
	whole    bool                     // what it says is all there is of it
	begun    bool                     // a form says that it begins here
	again    bool                     // the same, when it had nothing but its address
	header   bool                     // something in it is a header of Netvisor's
	evidence bool                     // something in it is surely Netvisor's
	answered bool
	status   int
	answer   string
	form     string
	last     *candidate // an address that came once more, the same: of an answer, or of the next request
	from, to int        // indexes of its facts
}

// empty says whether m has nothing at all.
func (m *message) empty() bool {
	return len(m.values) == 0 && len(m.missing) == 0 && len(m.query) == 0 && !m.answered
}

// put adds a value.
func (m *message) put(c *candidate) {
	field, rank := c.fact.what.field, c.rank()
	m.header = m.header || c.isSent()
	if c.missing != "" {
		if rank == rankHeader || field.Info().Secret {
			m.lacks(field, c)
		}
		return
	}
	m.values.add(field, c)
	netvisor := rank == rankHeader && field.Info().Header != ""
	if netvisor || rank == rankMessage || field == mac.FieldURL && isAddress(c.text) || field == partHost && strings.Contains(c.text, "netvisor") && len(m.values.of(partPath)) > 0 {
		m.evidence = true
	}
}

// lacks remembers the first value of a field that is not in the text.
func (m *message) lacks(field mac.Field, c *candidate) {
	if m.missing == nil {
		m.missing = map[mac.Field]*candidate{}
	}
	if _, known := m.missing[field]; !known {
		m.missing[field] = c
	}
}

// has returns the first value of the field that has the rank.
func (m *message) has(field mac.Field, rank rank) (*candidate, bool) {
	for _, c := range m.values.of(field) {
		if c.rank() == rank {
			return c, true
		}
	}
	return nil, false
}

// text returns the first value of the field.
func (m *message) text(field mac.Field) string {
	if list := m.values.of(field); len(list) > 0 {
		return list[0].text
	}
	return ""
}

// headed says whether m has a header of Netvisor's, even one whose value is not in the text.
func (m *message) headed() bool { return m.header }

// repeats says whether c is the address without a name that m has already.
func (m *message) repeats(c *candidate) bool {
	have, ok := m.has(mac.FieldURL, rankBare)
	return ok && c.fact.what.field == mac.FieldURL && c.rank() == rankBare && have.text == c.text
}

// isSent says whether c is a header of Netvisor's.
func (c *candidate) isSent() bool {
	return c.rank() == rankHeader && c.fact.what.field.Info().Header != ""
}

// holds says whether m has all that b has.
func (m *message) holds(b *message) bool {
	for _, v := range b.values {
		field, list := v.field, v.list
		if len(list) > 0 && (len(m.values.of(field)) == 0 || m.text(field) != list[0].text) {
			return false
		}
	}
	return len(b.query) == 0 && !b.answered
}

// addressed says whether m has an address or a path.
func (m *message) addressed() bool {
	return len(m.values.of(mac.FieldURL)) > 0 || len(m.values.of(partPath)) > 0
}

// sent are the fields that are another in each request.
var sent = []mac.Field{mac.FieldTimestamp, mac.FieldTimestampUnix, mac.FieldTransactionID, mac.FieldMAC}

// comesAgain says whether c belongs to another request, as m has such a value already.
func (m *message) comesAgain(c *candidate) bool {
	field, rank := c.fact.what.field, c.rank()
	switch field {
	case partOther:
		return false
	case mac.FieldURL, partPath:
		return m.otherAddress(c)
	case partHost, partBase, partScheme:
		have, ok := m.has(field, rank)
		return ok && m.headed() && (m.addressed() || have.text != c.text)
	}
	have, ok := m.has(field, rank)
	if !ok {
		return false
	}
	if rank != rankHeader || have.text != c.text {
		return have.text != c.text
	}
	return have.fact.form == c.fact.form && (m.addressed() || m.dated())
}

// dated says whether m has a header that is another in each request.
func (m *message) dated() bool {
	for _, field := range sent {
		if _, ok := m.has(field, rankHeader); ok {
			return true
		}
	}
	return false
}

// otherAddress says whether an address or path is that of another request.
func (m *message) otherAddress(c *candidate) bool {
	if !m.addressed() {
		return false
	}
	if c.rank() == rankMessage {
		have, ok := m.has(mac.FieldURL, rankMessage)
		return ok && have.text != c.text
	}
	agrees := m.agrees(c)
	if c.rank() == rankBare && c.fact.form == "prose" {
		return false
	}
	if !m.headed() {
		return !agrees && c.rank() >= rankPlain && m.strongest() >= rankPlain
	}
	if agrees && c.fact.what.field == partPath && len(m.values.of(partPath)) == 0 {
		return false // the path of the address that m has
	}
	return !agrees || m.addressAgain(c)
}

// addressAgain says whether an address that m has already is named once more in the same way.
func (m *message) addressAgain(c *candidate) bool {
	_, again := m.has(c.fact.what.field, c.rank())
	return again
}

// strongest returns the highest rank of an address of m.
func (m *message) strongest() rank {
	top := rank(0)
	for _, field := range []mac.Field{mac.FieldURL, partPath} {
		for _, c := range m.values.of(field) {
			top = max(top, c.rank())
		}
	}
	return top
}

// agrees says whether c can be of the same address as those of m.
func (m *message) agrees(c *candidate) bool {
	for _, field := range []mac.Field{mac.FieldURL, partPath} {
		for _, have := range m.values.of(field) {
			if !sameAddress(have.text, c.text) {
				return false
			}
		}
	}
	return true
}

// sameAddress says whether one of two is the other, or its path, with its query or without.
func sameAddress(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if a == b || b != "" && strings.HasSuffix(a, b) {
		return true
	}
	address, _, queried := strings.Cut(a, "?")
	return queried && strings.HasPrefix(b, "/") && len(b) > 1 && strings.HasSuffix(address, b)
}

// take adds what b has to m.
func (m *message) take(b *message) {
	m.values.take(b.values)
	for field, c := range b.missing {
		m.lacks(field, c)
	}
	m.query = append(m.query, b.query...)
	m.header = m.header || b.header
	m.evidence = m.evidence || b.evidence
	if b.answered && !m.answered {
		m.answered, m.answer, m.status = true, b.answer, b.status
	}
	m.from, m.to = min(m.from, b.from), max(m.to, b.to)
}

// mainForm returns the form that gave the most headers, or else the most values.
func (m *message) mainForm() string {
	if m.form != "" {
		return m.form
	}
	best, most := "text", 0
	weight := map[string]int{}
	for _, info := range fields {
		list := m.values.of(info.Field)
		for _, c := range list[:min(len(list), 8)] { // one that is said a thousand times is looked at as often
			form := c.fact.form
			weight[form]++
			if c.rank() == rankHeader {
				weight[form] += 100
			}
			if weight[form] > most {
				best, most = form, weight[form]
			}
		}
	}
	if best == "" || best == "prose" {
		return "text"
	}
	return best
}

// plain counts the fields that m has.
func (m *message) plain() int {
	n := 0
	for _, v := range m.values {
		field := v.field
		if field[0] != ':' {
			n++
		}
	}
	return n
}
