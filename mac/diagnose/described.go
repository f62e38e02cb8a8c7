package diagnose

import (
	"slices"

	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// described says in which mistakes of the table an arranged candidate differs from the right one.
func (s *search) described(made *candidate) (list []Mistake) {
	add := func(id string, details ...said.Text) {
		if m := mistakeOf(id); m != nil {
			told := m.detailed(details...)
			told.Found = m.found(&s.base, made)
			list = append(list, told)
		}
	}
	if id := hashMistakes[made.hashedBy()]; made.hash != s.base.hash {
		add(id)
	}
	if id, other := s.keyMistake(&made.key); other {
		add(id)
	}
	missing, order := s.arrangedOtherwise(&made.message)
	switch {
	case len(missing) == 1:
		add("missing-" + missing[0].Info().ID)
	case len(missing) > 1:
		add("values-missing", titles(missing)...)
	}
	if order != nil {
		add("order-of-values", titles(order)...)
	}
	if separator := made.message.separator; separator != s.base.message.separator {
		add(separatorMistake(made.texts.text(separator)))
	}
	return list
}

var hashMistakes = map[*calc.Hash]string{
	calc.SHA256: "plain-sha256", calc.MD5: "legacy-md5", calc.HMACSHA256: "hmac-in-legacy", calc.HMACSHA1: "hmac-sha1", calc.HMACSHA512: "hmac-sha512"}

// keyMistake says how the HMAC's key is another one.
func (s *search) keyMistake(made *sequence) (id string, other bool) {
	right := &s.base.key
	switch {
	case *made == *right:
		return "", false
	case made.n == 1 && made.list[0] == right.list[0]:
		return "hmac-key-customer-only", true
	case made.n == 1:
		return "hmac-key-partner-only", true
	case made.separator != right.separator:
		return "hmac-key-no-separator", true
	}
	return "hmac-key-reversed", true
}

// arrangedOtherwise returns the fields that are missing, and all in their order if that is another one.
func (s *search) arrangedOtherwise(made *sequence) (missing, order []mac.Field) {
	last := -1
	for _, p := range s.base.message.values() {
		if f := fields[p.field()].Field; made.index(f) < 0 {
			missing = append(missing, f)
		}
	}
	for _, p := range made.values() {
		f := fields[p.field()].Field
		order = append(order, f)
		if at := s.base.message.index(f); at >= last {
			last = at
		} else {
			last = calc.MaxValues
		}
	}
	if last < calc.MaxValues {
		order = nil
	}
	return missing, order
}

// separatorMistake is the one whose separator this is.
func separatorMistake(separator string) string {
	i := slices.IndexFunc(joinMistakes, func(m mistake) bool { return slices.Contains(m.separators, separator) })
	return joinMistakes[i].ID
}

func mistakeOf(id string) *mistake {
	for i := range mistakes {
		if mistakes[i].ID == id {
			return &mistakes[i]
		}
	}
	return nil
}
