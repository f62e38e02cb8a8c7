package diagnose

import (
	"strings"

	"netvisormac/mac"
)

// mistake is a Mistake that can be made of a calculation, by one of these:
type mistake struct {
	Mistake
	index      int                                   // among mistakes
	place      int                                   // of the first field, among fields
	likely     int                                   // 1 for what many clients did, 9 for what is merely possible
	changes    []change                              // of calculating otherwise
	separators []string                              // what the values are joined by, the keys' of the HMAC too or not
	edits      []func(text string) string            // what the text of the first field becomes,
	texts      func(text string) []string            // the same, where one finds them all,
	pieces     []func(*address)                      // and for an address in its pieces
	sweep      sweep                                 // of the text of the first field
	makes      makes                                 // anything else that takes many candidates
	size       func(width) int                       // of the sweep or of makes, about; nil without either
	stage      string                                // in which it is made, if not with all others
	reads      []mac.Field                           // besides its own fields
	notLast    bool                                  // not of the last value: see made
	keyFix     string                                // the fix where the value is a key, which is not sent
	detail     func(before, after *candidate) string // nil for that of a changed value, if there is one
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
			list = append(list, swapped(f, signedFields[i+1]))
		}
	}
	return append(list, swapped(mac.FieldTransactionID, mac.FieldCustomerKey))
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

// of returns the mistake of one value, where m has what stands before the
// field's id and after its title.
func (m *mistake) of(f mac.Field) mistake {
	info := f.Info()
	row := *m
	row.ID, row.Title, row.Fields = m.ID+info.ID, "The "+inSentence(f)+m.Title, []mac.Field{f}
	if info.Secret && m.keyFix != "" {
		row.Fix, row.Where = m.keyFix, Settings
	}
	return row
}

// inSentence returns what a field is called within a sentence, without an article.
func inSentence(f mac.Field) string {
	title := f.Info().Title
	if f == mac.FieldTimestampUnix {
		return title // a name
	}
	return strings.ToLower(title[:1]) + title[1:]
}

func swapped(f, g mac.Field) mistake {
	m := exchanged.of(f)
	m.ID += "-" + g.Info().ID
	m.Title += "the " + inSentence(g) + " are swapped"
	m.Fields = append(m.Fields, g)
	return m
}
