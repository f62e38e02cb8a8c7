package diagnose

import "netvisormac/mac"

// Where is the place at which a mistake is mended.
type Where string

// The places.
const (
	Program  Where = "program"  // that signs and sends
	Settings Where = "settings" // of the program: its keys
	Log      Where = "log"      // or copy that the request was read from: the request itself is right
)

// Mistake is one thing that can be wrong with a request: proved by the MAC
// that it makes, or noticed in the values alone.
type Mistake struct {
	ID     string      // kebab-case, stable for ever: links, tests and translations use it
	Title  string      // what is wrong, in English, without a period at its end
	Fix    string      // what to do, in sentences
	Detail string      // what was found in this request; empty if there is no more to say
	Found  *Found      // the same, for another language; nil where the title says it all
	Fields []mac.Field // where it is
	Group  string      // of the table of mistakes; empty for checks
	Where  Where       // it is mended; empty for checks
}
