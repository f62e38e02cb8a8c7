package mac

import "time"

// Options are what Diagnose is told beside the request. The zero value asks
// for mistakes that were made alone, in the algorithm's own charset.
type Options struct {
	Charset    Charset
	ReceivedAt time.Time // when the server got the request; zero if unknown
	Depth      int       // how many mistakes may have met: 1, 2 or 3; 0 is 1

	// Progress is called now and then with how many combinations were seen, of
	// about how many. The search stops when it returns false.
	Progress func(done, total int) bool

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
	Exhausted bool        // all combinations up to Depth were tried; see Diagnose
	Notices   []Mistake   // checks
}

// Making is how a MAC was made. Keys have no value.
type Making struct {
	Parts     []Part
	Separator string
	End       string // after the last value
	Charset   string
	Hash      string
	Key       []Field // of the HMAC; empty without one
	Writing   string
}

// Diagnose says whether r carries its right MAC and, if not, which mistakes
// make the MAC that it carries: first each mistake alone, then every two, then
// every three. It stops after the first group in which it finds one.
//
// A sweep (other times, slips of a key) runs in full alone. With one other
// mistake, times take part with half hours within 14 h and 5 s, the others in
// full; among three, times with half hours and 1 s, the others not at all, but
// microseconds as 000. Exhausted says that exactly this was done.
//
// It never fails, and no key is in the report. Without a MAC or without keys it
// makes the checks alone.
func Diagnose(r Request, k Keys, o Options) Report {
	c, err := newCalculation(r, k, o.Charset)
	report := Report{Err: err, Right: c.making(),
		Notices: notices(&situation{r, k, c.encoding, o.ReceivedAt})}
	want, wrong := c.sum()
	switch {
	case report.Err != nil:
	case wrong != nil:
		report.Err = wrong
	default:
		report.Want, report.OK = want, r.MAC == want
	}
	if report.OK || r.MAC == "" || k == (Keys{}) {
		return report
	}
	if report.Err != nil && wrong == nil && want == r.MAC {
		return headerAlone(report, &c)
	}
	report.search(&c, r.MAC, o)
	return report
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

func (report *Report) search(c *calculation, sent string, o Options) {
	mac := readMAC(sent)
	s := newSearch(c, &mac)
	s.tell = o.Progress
	s.shard, s.shards = o.Shard, max(1, o.Shards)
	report.Exhausted = s.run(min(max(1, o.Depth), 3))
	report.Tried = s.tried
	if s.best != nil {
		signed := s.best.made.making()
		report.Causes, report.Rank, report.Signed = [][]Mistake{s.best.mistakes}, s.best.rank, &signed
	}
}

// making describes a calculation, without its keys.
func (c *calculation) making() Making {
	m := Making{Separator: c.message.separator, End: c.message.back, Charset: string(c.encoding.name), Hash: c.hash.name, Writing: c.writing.name}
	for _, v := range c.message.values() {
		if v.field.Info().Secret {
			v.text = ""
		}
		m.Parts = append(m.Parts, Part{v.field, v.text})
	}
	if c.hash.keyed {
		for _, v := range c.key.values() {
			m.Key = append(m.Key, v.field)
		}
	}
	return m
}
