package har

import "netvisormac/internal/letters"

// text is JSON that is being written. To append in one place alone keeps the module small.
type text []byte

func (t *text) put(s string) { *t = append(*t, s...) }

// member writes a member of an object and a comma. The name has nothing to escape.
func (t *text) member(name, value string) {
	t.put(`"`)
	t.put(name)
	t.put(`":`)
	t.quoted(value)
}

// quoted writes a string and a comma.
func (t *text) quoted(value string) {
	*t = letters.AppendJSON(*t, value)
	t.put(",")
}

// close ends an object or list in the place of its last comma.
func (t *text) close(end string) {
	if last := len(*t) - 1; (*t)[last] == ',' {
		*t = (*t)[:last]
	}
	t.put(end)
}
