package mac

// way is one way of calculating otherwise. What it names is taken in place of
// the right one, in this order; what is empty stays.
type way struct {
	do            func(c *candidate, of []Field) // anything; of are the mistake's fields
	put           Field                          // is moved to another place, from the request if it is not signed:
	before, after Field                          // next to one of these, or else to the end
	front, end    string                         // before the first value as one more, and behind the last
	all           func(string) string            // edits every value; without an effect, nothing of what follows is done
	number        int                            // of that edit among all edits
	encoding      *encoding                      // for message and key, if that makes other bytes
	hash          *hashing
	writing       *writing
}

func (w *way) change(c *candidate, of []Field) {
	if w.do != nil {
		w.do(c, of)
	}
	if w.put != "" {
		c.put(w.put, w.before, w.after)
	}
	if w.front != "" {
		c.message.insert(0, newPiece(noField, c.texts.of(w.front)))
	}
	if w.end != "" {
		c.message.back = c.texts.of(c.texts.text(c.message.back) + w.end)
	}
	if w.all != nil && !c.editAll(w.number, w.all) {
		return
	}
	if w.encoding != nil && c.differsIn(w.encoding) {
		c.encoding = w.encoding
	}
	if w.hash != nil {
		c.hash = w.hash
	}
	if w.writing != nil {
		c.writing = w.writing
	}
}
