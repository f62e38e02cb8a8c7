package mac

import "netvisormac/mac/internal/calc"

// Charset is how the string to sign becomes bytes. The empty Charset is the
// algorithm's own: Latin1 for HMACSHA256, Latin9 for SHA256, as the examples
// of the official page encode.
type Charset string

const (
	Latin1 Charset = "ISO-8859-1"  // what the official HMACSHA256 example hashes
	Latin9 Charset = "ISO-8859-15" // what the official SHA256 example hashes
	UTF8   Charset = "UTF-8"       // what most languages hash when nobody tells them otherwise
)

// encoding returns how c makes bytes, or the algorithm's own charset if c is empty.
func (c Charset) encoding(a Algorithm) (*calc.Encoding, error) {
	if e := calc.EncodingOf(string(c), a == SHA256); e != nil {
		return e, nil
	}
	return nil, not(ErrCharset, "error.charset", string(c))
}
