// Package snippet turns a request to Netvisor into code that makes it.
//
// A program computes its own MAC, of values of this moment, and sends the
// request; it reads the two keys from the environment, so no snippet ever holds
// one. Its function takes another address, and a body; what stands below calls
// it for the request: where Netvisor adds or changes something, by POST with the
// XML of the file request.xml. A text (header lines, a curl command, a .http
// file) carries the request and its MAC as they stand.
//
// [Languages] lists what there is, [Make] writes one. A language is a file of
// templates/ (see language.go for its form) and, if no rule of quote.go fits
// it, one rule more.
//
// Each program is run by its interpreter in the tests, against a server that
// recomputes the MAC, but for two: PowerShell, and what C# does on .NET 5 or
// newer alone, where a stand-in takes the place of .NET's own connection.
package snippet

import (
	"errors"
	"strconv"

	"netvisormac/mac"
)

// Make returns r in the language of this id. Where mistakes are given by their
// ids, a comment stands in a program at the line that avoids each; ids that no
// line of a program can avoid are passed over.
//
// The address is escaped by [mac.EncodeURL]. A value that cannot be carried, or
// not safely be written in the language, gives a [*mac.FieldError]: a control
// character, a character outside the algorithm's charset, in a program also
// white space at an edge, another algorithm than HMACSHA256 and SHA256, and an
// address that is not http, has a fragment or dots for parts of its path.
func Make(id string, r mac.Request, mistakes ...string) (string, error) {
	for i := range languages {
		if languages[i].ID == id {
			return (&snippet{&languages[i], r, mistakes}).fill()
		}
	}
	return "", errors.New("no snippet in the language " + strconv.Quote(id))
}
