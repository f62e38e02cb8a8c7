// Package calc is the calculation of a MAC as a value: what is joined, how it becomes bytes, how these are hashed, and how
// the digest is written. It knows values by their names alone, and nothing of requests.
package calc

import (
	"netvisormac/internal/letters"
)

// Calculation is the making of one MAC as a value: which values, in which
// order, joined by what, turned into which bytes, hashed and written how. A
// mistake is a change of it. It is copied by assignment.
type Calculation struct {
	Message       Joined
	Key           Joined // of the HMAC
	HexKey        bool   // the keys' hex digits are decoded into the HMAC's key
	Encoding      *Encoding
	KeyAs         *Encoding // of the HMAC's key; nil for the same as the message
	ByteOrderMark bool      // the message begins with a byte-order mark
	Hash          *Hash
	Writing       *Writing
}

// Joined are values with a separator between them.
type Joined struct {
	List      [MaxValues]Value
	N         int
	Separator string
	Back      string // after the last value
}

// MaxValues leaves room for a method in front and an id that does not belong.
const MaxValues = 12

// Value is one value of the string to sign, or of the key.
type Value struct {
	Field string
	Text  string
}

// New returns the making of a MAC from the values of its message and of the HMAC's key, written in hex as it shall be.
func New(hash *Hash, e *Encoding, message, key []Value) Calculation {
	return Calculation{Message: join(message), Key: join(key), Encoding: e, Hash: hash, Writing: LowerHex}
}

func join(values []Value) Joined {
	j := Joined{N: len(values), Separator: "&"}
	copy(j.List[:], values)
	return j
}

func (j *Joined) Values() []Value { return j.List[:j.N] }

// Sum returns the MAC. The error is a *Lack.
func (c *Calculation) Sum() (string, error) {
	digest, wrong := c.Digest()
	if wrong != nil {
		return "", wrong
	}
	return c.Writing.Write(digest), nil
}

// Digest returns the bytes of which the MAC is written.
func (c *Calculation) Digest() ([]byte, *Lack) {
	message, wrong := c.AppendMessage(nil)
	if wrong != nil {
		return nil, wrong
	}
	var key []byte
	if c.Hash.Keyed {
		key, wrong = c.AppendKey(nil)
	}
	if wrong != nil {
		return nil, wrong
	}
	return c.Hash.digest(key, message), nil
}

// AppendMessage appends the bytes of the string to sign.
func (c *Calculation) AppendMessage(dst []byte) ([]byte, *Lack) {
	if c.ByteOrderMark {
		dst = append(dst, c.Encoding.ByteOrderMark...)
	}
	return c.Message.append(dst, c.Encoding)
}

// AppendKey appends the bytes of the HMAC's key.
func (c *Calculation) AppendKey(dst []byte) ([]byte, *Lack) {
	encoding := c.Encoding
	if c.KeyAs != nil {
		encoding = c.KeyAs
	}
	if !c.HexKey {
		return c.Key.append(dst, encoding)
	}
	decoded := c.Key
	for i, v := range decoded.Values() {
		decoded.List[i].Text = fromHex(v.Text)
	}
	return decoded.append(dst, UTF8)
}

// fromHex returns the bytes of hex digits; of an odd number the first stands
// alone. What are not hex digits stays as it is.
func fromHex(digits string) string {
	even := digits
	if len(digits)%2 == 1 {
		even = "0" + digits
	}
	bytes, ok := letters.FromHex(even)
	if !ok {
		return digits
	}
	return string(bytes)
}

// Append appends the bytes of the values, and what stands after the last.
func (j *Joined) append(dst []byte, e *Encoding) ([]byte, *Lack) {
	dst, wrong := j.appendValues(dst, 0, j.N, e)
	return e.appendASCII(dst, j.Back), wrong
}

// appendValues appends the bytes of the values from the i-th to before the
// end-th, each with the separator in front unless it is the first of all.
func (j *Joined) appendValues(dst []byte, i, end int, e *Encoding) ([]byte, *Lack) {
	var wrong *Lack
	for ; i < end; i++ {
		if i > 0 {
			dst = e.appendASCII(dst, j.Separator)
		}
		if dst, wrong = e.Append(dst, j.List[i].Text); wrong != nil {
			wrong.Field = j.List[i].Field
			return dst, wrong
		}
	}
	return dst, nil
}
