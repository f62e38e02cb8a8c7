package diagnose

import (
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// apply is one way of calculating otherwise. What it names is taken in place of
// the right one, in this order; what is empty stays.
type change struct {
	do            func(c *candidate, of []mac.Field) // anything; of are the mistake's fields
	put           mac.Field                          // is moved to another place, from the request if it is not signed:
	before, after mac.Field                          // next to one of these, or else to the end
	front, end    string                             // before the first value as one more, and behind the last
	all           func(string) string                // edits every value; without an effect, nothing of what follows is done
	number        int                                // of that edit among all edits
	encoding      *calc.Encoding                     // for message and key, if that makes other bytes
	hash          *calc.Hash
	writing       *calc.Writing
}

func (ch *change) apply(c *candidate, of []mac.Field) {
	if ch.do != nil {
		ch.do(c, of)
	}
	if ch.put != "" {
		c.put(ch.put, ch.before, ch.after)
	}
	if ch.front != "" {
		c.message.insert(0, newPiece(noField, c.texts.of(ch.front)))
	}
	if ch.end != "" {
		c.message.back = c.texts.of(c.texts.text(c.message.back) + ch.end)
	}
	if ch.all != nil && !c.editAll(ch.number, ch.all) {
		return
	}
	if ch.encoding != nil && c.differsIn(ch.encoding) {
		c.encoding = uint8(ch.encoding.Index)
	}
	if ch.hash != nil {
		c.hash = uint8(ch.hash.Index)
	}
	if ch.writing != nil {
		c.writing = uint8(ch.writing.Index)
	}
}
