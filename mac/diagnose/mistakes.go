package diagnose

import (
	"strings"

	"netvisormac/internal/said"
	"netvisormac/mac"
)

// mistake is a Mistake that can be made of a calculation, by one of these:
type mistake struct {
	Mistake
	index      int                                        // among mistakes
	place      int                                        // of the first field, among fields
	likely     int                                        // 1 for what many clients did, 9 for what is merely possible
	changes    []change                                   // of calculating otherwise
	separators []string                                   // what the values are joined by, the keys' of the HMAC too or not
	edits      []func(text string) string                 // what the text of the first field becomes,
	texts      func(text string) []string                 // the same, where one finds them all,
	pieces     []func(*address)                           // and for an address in its pieces
	sweep      sweep                                      // of the text of the first field
	makes      makes                                      // anything else that takes many candidates
	size       func(width) int                            // of the sweep or of makes, about; nil without either
	stage      string                                     // in which it is made, if not with all others
	reads      []mac.Field                                // besides its own fields
	notLast    bool                                       // not of the last value: see made
	keyFix     string                                     // the fix where the value is a key, which is not sent
	detail     func(before, after *candidate) []said.Text // nil for that of a changed value, if there is one
}

// Mistakes returns the table of mistakes, each without a detail.
func Mistakes() []Mistake {
	list := make([]Mistake, len(mistakes))
	for i := range mistakes {
		list[i] = mistakes[i].Mistake
	}
	return list
}

// mistakes are in the order in which they are made where several meet: values
// are changed before they are joined, joined before they are encoded. How likely
// each is was judged by how many public clients had it.
var mistakes = allMistakes()

func allMistakes() (all []mistake) {
	for _, group := range [][]mistake{
		sweeps, algorithmMistakes, orderMistakes, missingAndSwapped(), slipsOfKeys, keyMistakes, addressMistakes, timestampMistakes,
		formMistakes, ofEachValue(valueMistakes), joinMistakes, byteMistakes, outputMistakes,
	} {
		all = append(all, group...)
	}
	edits = len(all) * int(widths)
	for i := range all {
		all[i].index = i
		if all[i].Said.Title.IsEmpty() {
			all[i].row("mistake")
		}
		if all[i].Where == "" {
			all[i].Where = Program
		}
		if len(all[i].Fields) > 0 {
			all[i].place = placeOf(all[i].Fields[0])
		}
		for j := range all[i].changes {
			if ch := &all[i].changes[j]; ch.all != nil {
				ch.number = edits
				edits++
			}
		}
	}
	return all
}

// edits is how many edits of texts there are: of each mistake in each width, and of ways that edit all values.
var edits int

// signedFields are those that HMACSHA256 signs, in their order.
var signedFields = func() (list []mac.Field) {
	for _, part := range mac.Message(mac.Request{Algorithm: mac.HMACSHA256}) {
		list = append(list, part.Field)
	}
	return list
}()

// missingAndSwapped are the values one by one, each missing and each swapped with the next.
func missingAndSwapped() (list []mistake) {
	for i, f := range signedFields {
		m := leftOut.of(f)
		if f == mac.FieldTimestampUnix {
			m.likely = 1 // the legacy algorithm has none
		}
		list = append(list, m)
		if f == mac.FieldCustomerKey {
			continue // the keys that are swapped are a mistake of the keys
		}
		if i+1 < len(signedFields) {
			list = append(list, exchanged.of(f, signedFields[i+1]))
		}
	}
	return append(list, exchanged.of(mac.FieldTransactionID, mac.FieldCustomerKey))
}

// ofEachValue are the mistakes that any value can have, for each.
func ofEachValue(kinds []mistake) (list []mistake) {
	for i := range kinds {
		for _, f := range signedFields {
			list = append(list, kinds[i].of(f))
		}
	}
	return list
}

// of returns the mistake of one value or of two, where m has what stands before
// their ids.
func (m *mistake) of(f ...mac.Field) mistake {
	row, fix := *m, "fix"
	row.Fields = f
	row.ID = strings.TrimSuffix(m.ID, "-")
	for i := range f {
		row.ID += "-" + f[i].Info().ID
	}
	if f[0].Info().Secret && m.keyFix != "" {
		row.Fix, row.Where, fix = m.keyFix, Settings, "key-fix"
	}
	id := "mistake." + strings.TrimSuffix(m.ID, "-") + "."
	row.Said.Title = said.Fill(id+"title", m.Title, namesOf(f)...)
	row.Said.Fix = said.Text{ID: id + fix, English: row.Fix}
	row.Title = row.Said.Title.English
	return row
}

// namesOf are the arguments of a title.
func namesOf(f []mac.Field) []any {
	if len(f) == 2 {
		return []any{"field", within(f[0]), "other", within(f[1])}
	}
	return []any{"field", within(f[0])}
}
