package mac

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"hash"
)

// calculation is the making of one MAC as a value: which values, in which
// order, joined by what, turned into which bytes, hashed how.
type calculation struct {
	values    []value
	separator string
	charset   Charset
	key       []value // joined by keySeparator, the key of the HMAC
	hash      hashing
}

// value is one value of the string to sign, or of the key.
type value struct {
	field Field
	text  string
}

// hashing is a hash function, and whether it is keyed by HMAC.
type hashing struct {
	new   func() hash.Hash
	keyed bool
}

// newCalculation returns the making of r's right MAC. The error is a
// *FieldError or wraps ErrCharset.
func newCalculation(r Request, k Keys, charset Charset) (calculation, error) {
	hashing, err := r.Algorithm.hashing()
	if err != nil {
		return calculation{}, err
	}
	charset = charset.or(r.Algorithm)
	if err := charset.check(); err != nil {
		return calculation{}, err
	}
	return calculation{
		values:    pick(&r, &k, signed(r.Algorithm)...),
		separator: "&",
		charset:   charset,
		key:       pick(&r, &k, FieldCustomerKey, FieldPartnerKey),
		hash:      hashing,
	}, nil
}

func (a Algorithm) hashing() (hashing, error) {
	switch a {
	case HMACSHA256:
		return hashing{sha256.New, true}, nil
	case SHA256:
		return hashing{sha256.New, false}, nil
	}
	return hashing{}, &FieldError{Field: FieldAlgorithm, Err: not(ErrAlgorithm, string(a))}
}

func pick(r *Request, k *Keys, names ...Field) []value {
	values := make([]value, len(names))
	for i, name := range names {
		values[i] = value{name, *name.Of(r, k)}
	}
	return values
}

// sum returns the MAC. The error is a *FieldError.
func (c calculation) sum() (string, error) {
	message, err := c.join(c.values)
	if err != nil {
		return "", err
	}
	key, err := c.join(c.key)
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(c.hash.digest(key, message)), nil
}

// join returns the bytes of the values with the separator between them.
func (c calculation) join(values []value) ([]byte, error) {
	var out []byte
	for i, v := range values {
		if i > 0 {
			out = append(out, c.separator...)
		}
		var wrong *FieldError
		if out, wrong = c.charset.encode(out, v.text); wrong != nil {
			return nil, wrong.in(v.field)
		}
	}
	return out, nil
}

func (h hashing) digest(key, message []byte) []byte {
	hash := h.new()
	if h.keyed {
		hash = hmac.New(h.new, key)
	}
	hash.Write(message)
	return hash.Sum(nil)
}
