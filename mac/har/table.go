package har

import "netvisormac/mac"

// Ring has the keys of requests by what RingName gives of them, and under ""
// those of all others. Both keys of a customer are there, or none.
type Ring map[string]mac.Keys

// RingName is by what requests have the same keys: customer id and partner id, a line for each.
func RingName(r mac.Request) string { return r.CustomerID + "\n" + r.PartnerID }

// Table is what is known of the requests of a file, in few pieces: to make an
// object of each takes longer than all the rest.
type Table struct {
	Rows     text           // JSON in UTF-8, a line for each: request, answer in short, and keys if the file has them
	Verdicts text           // a letter for each: + right, - wrong, ! cannot be computed, ? has no MAC, k its keys are not known
	Started  text           // a JSON list of when each was sent, as the file has it: ISO 8601
	IDs      text           // a JSON list of the partner id and transaction id of each, a line for each; empty without the latter
	Rings    map[string]int // how many have no keys of their own, by RingName
}

// Read reads a HAR file and verifies its requests, in the memory that t has
// from the file before. False means that file is no HAR file, or not a whole
// one; t holds nothing of use then. No part of file or ring is kept: both may
// lie in memory that is written over after the call.
func (t *Table) Read(file string, ring Ring) bool {
	t.Rows, t.Verdicts, t.Started, t.IDs = t.Rows[:0], t.Verdicts[:0], t.Started[:0], t.IDs[:0]
	t.Rings = map[string]int{}
	t.Started.put("[")
	t.IDs.put("[")
	judge := verdicts{ring: ring, letters: &t.Verdicts}
	whole := read(file, func(e entry) {
		judge.add(&e)
		t.add(e)
	})
	judge.verify()
	t.Started.close("]")
	t.IDs.close("]")
	return whole
}

func (t *Table) add(e entry) {
	t.Rows.entry(&e)
	t.Started.quoted(e.Started)
	id := e.Request.TransactionID
	if id != "" {
		id = e.Request.PartnerID + "\n" + id
	}
	t.IDs.quoted(id)
	if !e.keyed() {
		t.Rings[RingName(e.Request)]++
	}
}

var fields = mac.Fields()

// entry writes an entry on a line.
func (t *text) entry(e *entry) {
	t.put(`{"request":{`)
	for i := range fields {
		if value := *fields[i].Of(&e.Request, &e.Keys); value != "" && !fields[i].Secret {
			t.member(string(fields[i].Field), value)
		}
	}
	t.close("},")
	if e.keyed() {
		t.put(`"keys":{`)
		t.member("customer", e.Keys.Customer)
		t.member("partner", e.Keys.Partner)
		t.close("},")
	}
	t.member("answer", e.Answer)
	t.close("}\n")
}

// verdicts judges the requests of one file, many at once. It holds texts of the file, and so lives no longer than its reading.
type verdicts struct {
	ring     Ring
	letters  *text // one for each request; that of one that waits is written when many are verified
	verifier *mac.Verifier
	keys     mac.Keys // the verifier's
	waiting  []mac.Request
	at       []int // where the letter of each stands
}

// manyVerdicts is how many requests wait at the most.
const manyVerdicts = 512

// add writes the letter of a request, or lets it wait.
func (v *verdicts) add(e *entry) {
	if e.Request.MAC == "" {
		v.letters.put("?")
		return
	}
	keys, known := e.Keys, e.keyed()
	for _, name := range []string{RingName(e.Request), ""} {
		if !known {
			keys, known = v.ring[name]
		}
	}
	if !known {
		v.letters.put("k")
		return
	}
	if v.verifier == nil || keys != v.keys || len(v.waiting) == manyVerdicts {
		v.verify()
	}
	if v.verifier == nil || keys != v.keys {
		v.keys, v.verifier = keys, mac.NewVerifier(keys)
	}
	v.waiting, v.at = append(v.waiting, e.Request), append(v.at, len(*v.letters))
	v.letters.put("-")
}

// verify judges the requests that wait.
func (v *verdicts) verify() {
	if len(v.waiting) == 0 {
		return
	}
	for i, err := range v.verifier.VerifyAll(v.waiting) {
		(*v.letters)[v.at[i]] = Letter(err)
	}
	v.waiting, v.at = v.waiting[:0], v.at[:0]
}

// Letter is a verdict of package mac in one letter: + for the right MAC, - for a wrong one, ! for a request whose MAC
// cannot be computed.
func Letter(err error) byte {
	switch err {
	case nil:
		return '+'
	case mac.ErrMAC:
		return '-'
	}
	return '!'
}
