package paste

import (
	"slices"

	"netvisormac/mac"
)

// values are the values of each field. A message has few fields, and a text many messages: a map for each is larger,
// and slower.
type values []valuesOf

type valuesOf struct {
	field mac.Field
	list  []*candidate
}

// of returns the values of a field.
//
//go:noinline
func (v values) of(field mac.Field) []*candidate {
	for i := range v {
		if v[i].field == field {
			return v[i].list
		}
	}
	return nil
}

// list returns where the values of a field are kept.
//
//go:noinline
func (v *values) list(field mac.Field) *[]*candidate {
	for i := range *v {
		if (*v)[i].field == field {
			return &(*v)[i].list
		}
	}
	*v = append(*v, valuesOf{field: field})
	return &(*v)[len(*v)-1].list
}

// add adds a value.
func (v *values) add(field mac.Field, c *candidate) {
	list := v.list(field)
	*list = append(*list, c)
}

// set puts a list in place of the values of a field.
func (v *values) set(field mac.Field, list []*candidate) { *v.list(field) = list }

// take adds all values of another message, which keeps none.
//
//go:noinline
func (v *values) take(from values) {
	for _, of := range from {
		if list := v.list(of.field); len(*list) == 0 {
			*list = slices.Clip(of.list)
		} else {
			*list = append(*list, of.list...)
		}
	}
}
