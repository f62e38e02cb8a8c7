package mac

import "time"

// Options are what Diagnose is told beside the request. The zero value is a
// search of single mistakes in the algorithm's own charset.
type Options struct {
	Charset    Charset
	ReceivedAt time.Time // when the server got the request; zero if unknown
}

// Report is what Diagnose found.
type Report struct {
	OK      bool   // the request carries its right MAC
	Want    string // the right MAC; empty if there is an error
	Err     error  // why the right MAC cannot be computed: a *FieldError, or ErrCharset
	Notices []Mistake
}

// Diagnose says whether r carries its right MAC, and what is odd about its values.
func Diagnose(r Request, k Keys, o Options) Report {
	want, err := o.Charset.Sum(r, k)
	return Report{
		OK:      err == nil && r.MAC == want,
		Want:    want,
		Err:     err,
		Notices: notices(&situation{r, k, o.Charset.or(r.Algorithm), o.ReceivedAt}),
	}
}
