package multivers

// key makes the secret token's line right.
func (f *fixer) key(token string) error {
	keep := f.keptKey()
	if token == "" {
		token = f.goodToken()
	}
	if token == "" {
		return f.refuse("token-empty", none, Sentences.Text("token.needed"))
	}
	line, _ := Lines(token)
	for _, e := range f.strayKeys {
		f.remove(e, e.whyStray("key-elsewhere"))
	}
	for _, e := range f.keys {
		if e != keep {
			f.remove(e, f.whyKey(e))
		}
	}
	switch {
	case keep == nil:
		f.put(appSettings, line, "key-missing")
	case keep.removedBy != nil, !isRightKey(keep) && keep.removesRight != nil:
		f.remove(keep, "key-removed")
		f.put(appSettings, line, "key-removed")
	case !isRightKey(keep):
		f.replace(keep.start, keep.end, line, f.whyKey(keep))
	default:
		if old, _ := keep.get("value"); old != token {
			a := keep.attribute("value")
			f.replace(a.valueStart, a.valueEnd, token, whyToken(old))
		}
	}
	return nil
}

// whyToken tells what is wrong with a token that is replaced.
func whyToken(old string) string {
	for _, finding := range Strength(old) {
		if finding.Severity == Error {
			return finding.ID
		}
	}
	return "token-differs"
}

// keptKey returns the line of which the key stays: the one that counts, or the last that was meant to.
func (f *fixer) keptKey() *element {
	var keep *element
	for _, e := range f.keys {
		if keep == nil || isRightKey(e) || !isRightKey(keep) {
			keep = e
		}
	}
	return keep
}

func isRightKey(e *element) bool {
	_, found := e.get("value")
	return found && e.is("key", Key) && e.strange() == nil
}

func (f *fixer) whyKey(e *element) string {
	switch {
	case isRightKey(e):
		return "key-repeated"
	case e.strange() != nil:
		return "attribute-unknown"
	case e.is("key", Key):
		return "token-empty"
	}
	return "key-misspelt"
}

// goodToken returns the token that the file has, if it is a good one: that of the line that counts, or else of any.
func (f *fixer) goodToken() string {
	good := ""
	for _, list := range [][]*element{f.strayKeys, f.keys} {
		for _, e := range list {
			if value, _ := e.get("value"); firstError(Strength(value)) == nil {
				good = value
			}
		}
	}
	return good
}
