package paste

import (
	"strings"

	"netvisormac/mac"
)

// fold joins the messages that are about the same request, and sets those
// apart that are none: loose is what stands by itself in the text.
func (r *reader) fold(list []*message) (kept []*message, loose *message) {
	loose = &message{}
	byTransaction := map[string]*message{}
	for _, m := range list {
		id := m.text(mac.FieldTransactionID)
		same := byTransaction[id]
		switch {
		case id != "" && same != nil && alike(same, m):
			same.take(m)
		case m.isRequest():
			if n := len(kept); n > 0 && continues(kept[n-1], m) {
				kept[n-1].take(m)
			} else {
				kept = append(kept, m)
			}
			if id != "" && same == nil {
				byTransaction[id] = kept[len(kept)-1]
			}
		default:
			loose.take(m)
			if m.answered && len(m.values) == 0 {
				place(&kept, m)
			}
		}
	}
	return onlyRequests(kept, loose), loose
}

// isRequest tells a request from settings and from what has nothing of Netvisor's.
func (m *message) isRequest() bool {
	if m.evidence {
		return true
	}
	if m.plain() < 4 || m.isElsewhere() {
		return false
	}
	n := 0
	for _, field := range append(sent, mac.FieldURL) {
		if len(m.values.of(field)) > 0 {
			n++
		}
	}
	return n > 1
}

// isElsewhere says whether m has an address, and one of another service.
func (m *message) isElsewhere() bool {
	url, base := m.text(mac.FieldURL), m.text(partBase)
	return strings.Contains(url, "://") && !isAddress(url) || url == "" && base != "" && !isHost(base) && len(m.values.of(partPath)) == 0
}

// alike says whether nothing but a second value or two sets two messages apart. Between two messages of HTTP, each with
// its request line, nothing may: they are two requests, even if they have one transaction id.
func alike(a, b *message) bool {
	differ := 0
	for _, v := range a.values {
		field := v.field
		if b.text(field) != "" && a.text(field) != b.text(field) {
			differ++
		}
	}
	if a.text(mac.FieldMAC) != b.text(mac.FieldMAC) && a.text(mac.FieldMAC) != "" && b.text(mac.FieldMAC) != "" {
		return false
	}
	if differ > 0 && a.mainForm() == "http" && b.mainForm() == "http" {
		return false
	}
	return differ <= 2 && (!a.answered || !b.answered)
}

// continues says whether b only adds to a: keys, or an address that a has.
func continues(a, b *message) bool {
	if b.answered && a.answered || b.headed() && (a.headed() || a.whole) {
		return false
	}
	if b.headed() && b.addressed() && a.addressed() {
		return false
	}
	if !b.headed() && b.addressed() {
		for _, field := range []mac.Field{mac.FieldURL, partPath} {
			for _, c := range b.values.of(field) {
				if !a.agrees(c) {
					return false
				}
			}
		}
		return a.addressed() || !b.begun
	}
	if b.text(mac.FieldMAC) == "" && b.text(mac.FieldTransactionID) == "" && b.plain() <= 2 {
		return true
	}
	for _, v := range b.values {
		field := v.field
		if len(a.values.of(field)) > 0 {
			return false
		}
	}
	return true
}

// onlyRequests leaves out the addresses that merely stand in a text which has
// requests with headers; they are loose.
func onlyRequests(list []*message, loose *message) []*message {
	headed := false
	for _, m := range list {
		headed = headed || m.headed()
	}
	if !headed {
		return list
	}
	kept := list[:0]
	for i, m := range list {
		said := i+1 < len(list) && list[i+1].headed() && list[i+1].text(mac.FieldURL) == m.text(mac.FieldURL) // in a variable
		if !m.headed() && (said || m.strongest() <= rankBare) && !m.answered && m.addressed() && m.plain() == 1 {
			loose.take(m)
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// place gives an answer without a request to the request before it, or makes
// it an entry of its own.
func place(kept *[]*message, m *message) {
	if n := len(*kept); n > 0 && ((*kept)[n-1].answer == "" || m.answer == "") {
		last := (*kept)[n-1]
		last.answered = true
		if m.answer != "" {
			last.answer = m.answer
		}
		last.status = max(m.status, last.status)
		return
	}
	m.form = "answer"
	*kept = append(*kept, m)
}

// soleAnswer gives an answer that stands before the only request to it.
func soleAnswer(list []*message) []*message {
	for i := 0; i+1 < len(list); i++ {
		if a, b := list[i], list[i+1]; len(a.values) == 0 && !b.answered {
			b.answered, b.answer, b.status = true, a.answer, max(a.status, b.status)
			return append(list[:i:i], list[i+1:]...)
		}
	}
	return list
}
