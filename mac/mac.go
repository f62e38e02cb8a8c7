// Package mac computes and checks the MAC of a request to Netvisor's API.
//
// Every request carries a MAC: a keyed hash over its address, the values of
// seven of its headers and two secret keys. When it is wrong the server says
// AUTHENTICATION_FAILED and nothing more.
//
// Most programs need two functions: [NewRequest] for a request with a fresh
// transaction id and timestamps, and [Headers] for all that is to be sent with
// it. [Verify] checks a MAC that is already there; package netvisormac/mac/diagnose
// says why one is wrong.
//
// What goes wrong most often: the address that is signed is not the one that
// is sent (see [EncodeURL]), and the bytes that are hashed are UTF-8 where the
// server takes ISO-8859-1 (see [Charset]).
//
// Facts are from https://support.netvisor.fi/fi/support/solutions/articles/77000557880-api-autentikointi
// unless another source is given.
package mac

import (
	"crypto/hmac"
	"strconv"
	"time"

	"netvisormac/mac/internal/calc"
	"netvisormac/mac/internal/timestamp"

	"github.com/google/uuid"
)

// Algorithm is the value of the header MACHashCalculationAlgorithm.
type Algorithm string

const (
	// HMACSHA256 is HMAC-SHA256 over ten values, with both keys as its key;
	// what Netvisor asks of new integrations since May 2025.
	HMACSHA256 Algorithm = "HMACSHA256"
	// SHA256 is the legacy plain SHA-256 over nine values: TimestampUnix is not among them.
	SHA256 Algorithm = "SHA256"
)

// Request is what travels: the address and the headers' values, each exactly
// as it is sent. It holds no secret, so it may be logged, linked and shown.
// An empty string is a value that is not there.
type Request struct {
	URL            string    // the whole address, with its query
	Sender         string    // name of the integration
	CustomerID     string    // id of the customer's API user
	PartnerID      string    // id of the partner; a header that is not signed
	Timestamp      string    // YYYY-MM-DD HH:MM:SS.mmm in UTC
	TimestampUnix  string    // whole seconds since 1970
	Language       string    // FI, SE or EN
	OrganisationID string    // Finnish business id, 1234567-8
	TransactionID  string    // never used before by this partner; a GUID
	Algorithm      Algorithm // absent means MD5 to the server, which is retired
	MAC            string    // 64 lower-case hex digits
}

// Keys are the two secrets that a MAC is made with. They print as a
// placeholder, whatever prints them.
type Keys struct {
	Customer string // of the customer's API user, mostly 32 hex digits
	Partner  string // of the partner, mostly 32 hex digits
}

// Header is one header of a request.
type Header struct{ Name, Value string }

// Part is one value of the string to sign. A key's value is left empty.
type Part struct {
	Field Field
	Value string
}

// NewRequest returns a request to url with a new GUID, both timestamps of this
// moment in UTC, Finnish messages and HMACSHA256.
func NewRequest(url string) Request { return NewRequestAt(url, time.Now()) }

// NewRequestAt is NewRequest for another moment than this one.
func NewRequestAt(url string, at time.Time) Request {
	return Request{
		URL:           url,
		Timestamp:     timestamp.Format(at),
		TimestampUnix: strconv.FormatInt(at.Unix(), 10),
		Language:      "FI",
		TransactionID: uuid.NewString(),
		Algorithm:     HMACSHA256,
	}
}

// Sum returns the MAC of r as 64 lower-case hex digits, in the charset of r's
// algorithm. The error is a *FieldError.
func Sum(r Request, k Keys) (string, error) { return Charset("").Sum(r, k) }

// Sign returns r with its MAC set to its Sum.
func Sign(r Request, k Keys) (Request, error) { return Charset("").Sign(r, k) }

// Verify returns nil if r carries its right MAC, ErrMAC if it does not, and a
// *FieldError if the right one cannot be computed.
func Verify(r Request, k Keys) error { return Charset("").Verify(r, k) }

// Headers returns the eleven headers of r, in the documentation's order, with
// the MAC that its values give. A MAC that r carries is not looked at.
func Headers(r Request, k Keys) ([]Header, error) { return Charset("").Headers(r, k) }

// Sum is the package's Sum in another charset than the algorithm's own. The
// error is a *FieldError, or ErrCharset for a charset that is none of the three.
func (c Charset) Sum(r Request, k Keys) (string, error) {
	calculation, err := calculationOf(&r, &k, c)
	if err != nil {
		return "", err
	}
	sum, err := calculation.Sum()
	if lack, is := err.(*calc.Lack); is {
		return "", fieldError(lack)
	}
	return sum, err
}

// Sign is the package's Sign in another charset than the algorithm's own.
func (c Charset) Sign(r Request, k Keys) (Request, error) {
	sum, err := c.Sum(r, k)
	if err != nil {
		return r, err
	}
	r.MAC = sum
	return r, nil
}

// Verify is the package's Verify in another charset than the algorithm's own.
func (c Charset) Verify(r Request, k Keys) error {
	sum, err := c.Sum(r, k)
	if err != nil {
		return err
	}
	if !hmac.Equal([]byte(sum), []byte(r.MAC)) {
		return ErrMAC
	}
	return nil
}

// Headers is the package's Headers in another charset than the algorithm's own.
func (c Charset) Headers(r Request, k Keys) ([]Header, error) {
	r, err := c.Sign(r, k)
	if err != nil {
		return nil, err
	}
	return headers(r), nil
}

// CalculationOf returns the making of r's right MAC. The error is a *FieldError or wraps ErrCharset.
func calculationOf(r *Request, k *Keys, charset Charset) (calc.Calculation, error) {
	encoding, err := charset.encoding(r.Algorithm)
	hash := calc.HMACSHA256
	switch r.Algorithm {
	case SHA256:
		hash = calc.SHA256
	case HMACSHA256:
	default:
		err = &FieldError{Field: FieldAlgorithm, Err: not(ErrAlgorithm, "error.algorithm", string(r.Algorithm))}
	}
	if err != nil {
		return calc.Calculation{}, err
	}
	return calc.New(hash, encoding, valuesOf(r, k, signed(r.Algorithm)), valuesOf(r, k, hmacKey)), nil
}

// hmacKey are the values of the HMAC's key.
var hmacKey = []Field{FieldCustomerKey, FieldPartnerKey}

func valuesOf(r *Request, k *Keys, names []Field) []calc.Value {
	values := make([]calc.Value, len(names))
	for i, name := range names {
		values[i] = calc.Value{Field: string(name), Text: *name.Of(r, k)}
	}
	return values
}
