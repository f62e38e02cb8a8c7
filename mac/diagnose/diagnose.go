// Package diagnose says why a MAC is not the one that a request and its keys give.
//
// A mistake is a change of the calculation: [Diagnose] makes each, and two or three together, until the MAC that was sent
// comes out. What it then names is a proof, and not a guess. Where nothing comes out, the report says stage by stage what
// that excludes. What shows in the values alone is a check, and is told as a hint.
package diagnose

import (
	"time"

	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// Options are what Diagnose is told beside the request. The zero value asks
// for mistakes that were made alone, in the algorithm's own charset.
type Options struct {
	Charset    mac.Charset
	ReceivedAt time.Time // when the server got the request; zero if unknown
	Depth      int       // how far to search, 1, 2 or 3: see Diagnose; 0 is 1

	// Others are requests of the same log or table, from which values may have been taken by mistake; those beyond
	// the first twenty are left out.
	Others []mac.Request

	// First are the ids of mistakes that are tried together before all else, such as the cause of the request before.
	First []string

	// Progress is called now and then with how many combinations were seen, of
	// about how many, and with the stages as they are then: Tried counts when one
	// ends. The search stops when it returns false.
	Progress func(done, total int, stages []Stage) bool

	// Shard and Shards divide the work between Shards callers, each with
	// another Shard from 0 on. 0 Shards are 1.
	Shard, Shards int
}

// Report is what Diagnose found.
type Report struct {
	OK        bool        // the request carries its right MAC
	Want      string      // the right MAC; empty if there is an error
	Err       error       // why the right MAC cannot be computed: a *FieldError, or ErrCharset
	Causes    [][]Mistake // each, taken whole, makes the MAC that was sent; likeliest first
	Signed    *Making     // how the MAC that was sent was made, if there is a cause
	Right     Making      // how the right MAC is made
	Rank      int         // of the cause: the smaller the likelier, to compare shards
	Tried     int         // MACs computed
	Exhausted bool        // all stages of Depth were gone through
	Stages    []Stage     // those of Depth, in order; see Diagnose
	Notices   []Mistake   // checks
}

// Making is how a MAC was made. Keys have no value.
type Making struct {
	Parts     []mac.Part
	Separator string
	End       string // after the last value
	Charset   string
	Hash      string
	Key       []mac.Field // of the HMAC; empty without one
	Writing   string
	Said      MakingSaid
}

// MakingSaid are the names that are words, for another language.
type MakingSaid struct{ Charset, Writing said.Text }

// Diagnose says whether r carries its right MAC and, if not, which mistakes
// make the MAC that it carries. It goes through stages, and stops after the first
// in which it finds a cause. What a stage that is done excludes:
//
//	alone    each mistake by itself; times of a day second by second, milliseconds of the second, every slip of a key
//	keys     digits of a key lost or added at its ends, look-alikes, one key's digits in the other; any two values as the HMAC's key
//	pairs    any two mistakes; times by half hours within 14 h and 5 s
//	slips    two slips of one key
//	clock    the clock read twice within two seconds, alone and with any other mistake; any second of a day with a very likely one
//	subsets  any of the values missing, with each hash, separator and key
//	threes   any three mistakes; times by half hours and 1 s, slips of keys not at all
//	fours    four of the mistakes that public clients had
//	orders   every order of all values with each separator, and of fewer values with &
//
// Depth 1 are alone and keys, depth 2 pairs and slips, too, and depth 3 all. Exhausted says that exactly this was done.
//
// It never fails, and no key is in the report. Without a MAC or without keys it
// makes the checks alone.
func Diagnose(r mac.Request, k mac.Keys, o Options) Report {
	c := rightOf(&r, &k, o.Charset)
	report := Report{Right: c.making(), Notices: notices(&situation{r, k, c.Encoding, o.ReceivedAt})}
	report.Want, report.Err = o.Charset.Sum(r, k)
	if report.OK = report.Err == nil && report.Want == r.MAC; report.OK || r.MAC == "" || k == (mac.Keys{}) {
		return report
	}
	if sum, lack := c.Sum(); report.Err != nil && lack == nil && sum == r.MAC {
		return headerAlone(report, &c)
	}
	report.search(&c, r.MAC, o)
	return report
}

// calculation is the calculation of a request's MAC.
type calculation struct {
	request *mac.Request // for what is not signed
	calc.Calculation
}

// rightOf is how r's right MAC is made or, where that is not known, HMACSHA256 in the charset of its own.
func rightOf(r *mac.Request, k *mac.Keys, charset mac.Charset) calculation {
	encoding, hash := calc.EncodingOf(string(charset), r.Algorithm == mac.SHA256), calc.HMACSHA256
	if encoding == nil {
		encoding = calc.Latin1
	}
	if r.Algorithm == mac.SHA256 {
		hash = calc.SHA256
	}
	var message []calc.Value
	for _, part := range mac.Message(*r) {
		message = append(message, calc.Value{Field: string(part.Field), Text: *part.Field.Of(r, k)})
	}
	return calculation{r, calc.New(hash, encoding, message, []calc.Value{{Field: string(mac.FieldCustomerKey), Text: k.Customer}, {Field: string(mac.FieldPartnerKey), Text: k.Partner}})}
}

// headerAlone reports a MAC that is right but for what the header says of its algorithm.
func headerAlone(report Report, c *calculation) Report {
	for _, notice := range report.Notices {
		if notice.ID == "algorithm-missing" || notice.ID == "algorithm-unknown" {
			signed := c.making()
			report.Causes, report.Signed, report.Tried = [][]Mistake{{notice}}, &signed, 1
		}
	}
	return report
}

func (report *Report) search(c *calculation, sum string, o Options) {
	sent := readMAC(sum)
	s := newSearch(c, &sent)
	s.base.texts.others = o.Others[:min(len(o.Others), mostOthers)]
	s.tell = o.Progress
	if again, ok := s.again(o.First); ok {
		again.run(s)
	}
	if s.best == nil {
		s.shard, s.shards = o.Shard, max(1, o.Shards)
		report.Exhausted = s.run(min(max(1, o.Depth), 3))
	}
	report.Tried, report.Stages = s.tried, s.report
	if s.best != nil {
		signed := s.best.made.making()
		report.Causes, report.Rank, report.Signed = [][]Mistake{s.best.mistakes}, s.best.rank, &signed
	}
}

// making describes a calculation, without its keys.
func (c *calculation) making() Making {
	m := Making{Separator: c.Message.Separator, End: c.Message.Back, Charset: c.Encoding.Name, Hash: c.Hash.Name, Writing: c.Writing.Name,
		Said: MakingSaid{said.Text{ID: c.Encoding.ID, English: c.Encoding.Name}, said.Text{ID: c.Writing.ID, English: c.Writing.Name}}}
	for _, v := range c.Message.Values() {
		part := mac.Part{Field: mac.Field(v.Field), Value: v.Text}
		if part.Field.Info().Secret {
			part.Value = ""
		}
		m.Parts = append(m.Parts, part)
	}
	if c.Hash.Keyed {
		for _, v := range c.Key.Values() {
			m.Key = append(m.Key, mac.Field(v.Field))
		}
	}
	return m
}
