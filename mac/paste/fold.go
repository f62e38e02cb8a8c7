package paste

import (
	"netvisormac/mac"
)

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
