package mac

import (
	"slices"
	"strings"

	"netvisormac/internal/letters"
)

// calculation is the making of one MAC as a value: which values, in which
// order, joined by what, turned into which bytes, hashed and written how. A
// mistake is a change of it. It is copied by assignment.
type calculation struct {
	message   joined
	key       joined // of the HMAC
	hexKey    bool   // the keys' hex digits are decoded into the HMAC's key
	encoding  *encoding
	keyAs     *encoding // of the HMAC's key; nil for the same as the message
	byteOrder bool      // the message begins with a byte-order mark
	hash      *hashing
	writing   *writing
}

// joined are values with a separator between them.
type joined struct {
	list      [maxValues]value
	n         int
	separator string
	back      string // after the last value
}

// maxValues leaves room for a method in front and an id that does not belong.
const maxValues = 12

// value is one value of the string to sign, or of the key.
type value struct {
	field string
	text  string
}

// newCalculation returns the making of a MAC of a message, both joined by "&", and written as it shall be.
func newCalculation(hash *hashing, e *encoding, message, key []value) calculation {
	return calculation{message: join(message), key: join(key), encoding: e, hash: hash, writing: lowerHex}
}

func join(values []value) joined {
	j := joined{n: len(values), separator: "&"}
	copy(j.list[:], values)
	return j
}

func (j *joined) values() []value { return j.list[:j.n] }

func (j *joined) equal(k *joined) bool {
	return j.n == k.n && j.separator == k.separator && j.back == k.back && slices.Equal(j.values(), k.values())
}

func (j *joined) remove(i int) {
	copy(j.list[i:], j.list[i+1:j.n])
	j.n--
	j.list[j.n] = value{}
}

func (j *joined) insert(i int, v value) {
	copy(j.list[i+1:], j.list[i:j.n])
	j.list[i] = v
	j.n++
}

// clone returns c with texts of its own.
func (c *calculation) clone() calculation {
	own := *c
	for _, j := range []*joined{&own.message, &own.key} {
		for i := range j.values() {
			j.list[i].text = strings.Clone(j.list[i].text)
		}
	}
	return own
}

// sum returns the MAC.
func (c *calculation) sum() (string, error) {
	digest, wrong := c.digest()
	if wrong != nil {
		return "", wrong
	}
	return c.writing.write(digest), nil
}

// digest returns the bytes of which the MAC is written.
func (c *calculation) digest() ([]byte, *lack) {
	message, wrong := c.appendMessage(nil)
	if wrong != nil {
		return nil, wrong
	}
	var key []byte
	if c.hash.keyed {
		key, wrong = c.appendKey(nil)
	}
	if wrong != nil {
		return nil, wrong
	}
	return c.hash.digest(key, message), nil
}

// appendMessage appends the bytes of the string to sign.
func (c *calculation) appendMessage(dst []byte) ([]byte, *lack) {
	if c.byteOrder {
		dst = append(dst, c.encoding.byteOrderMark...)
	}
	return c.message.append(dst, c.encoding)
}

// appendKey appends the bytes of the HMAC's key.
func (c *calculation) appendKey(dst []byte) ([]byte, *lack) {
	encoding := c.encoding
	if c.keyAs != nil {
		encoding = c.keyAs
	}
	if !c.hexKey {
		return c.key.append(dst, encoding)
	}
	decoded := c.key
	for i, v := range decoded.values() {
		decoded.list[i].text = fromHex(v.text)
	}
	return decoded.append(dst, rawBytes)
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

// append appends the bytes of the values, and what stands after the last.
func (j *joined) append(dst []byte, e *encoding) ([]byte, *lack) {
	dst, wrong := j.appendValues(dst, 0, j.n, e)
	return e.appendASCII(dst, j.back), wrong
}

// appendValues appends the bytes of the values from the i-th to before the
// end-th, each with the separator in front unless it is the first of all.
func (j *joined) appendValues(dst []byte, i, end int, e *encoding) ([]byte, *lack) {
	var wrong *lack
	for ; i < end; i++ {
		if i > 0 {
			dst = e.appendASCII(dst, j.separator)
		}
		if dst, wrong = e.append(dst, j.list[i].text); wrong != nil {
			wrong.field = j.list[i].field
			return dst, wrong
		}
	}
	return dst, nil
}
