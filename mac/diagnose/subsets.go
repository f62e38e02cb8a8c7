package diagnose

import (
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// subset is every choice of the values, in their order, hashed by one hash with one key and joined by one separator.
type subset struct {
	hash      *calc.Hash
	separator string
	key       func(c *candidate, of []mac.Field) // of the HMAC, changed from the right one; nil for the right one
}

// keysOfSubsets are the keys that the HMAC of a subset may have.
var keysOfSubsets = []func(c *candidate, of []mac.Field){nil, swapInKey, joinKeys,
	func(c *candidate, _ []mac.Field) { leaveOutOfKey(c, []mac.Field{mac.FieldPartnerKey}) },
	func(c *candidate, _ []mac.Field) { leaveOutOfKey(c, []mac.Field{mac.FieldCustomerKey}) },
}

// subsetTasks are the subsets with every hash and key; where the hash takes long, with the right separator alone.
func subsetTasks(*search) (tasks []task) {
	for _, hash := range []*calc.Hash{calc.HMACSHA256, calc.SHA256, calc.MD5, calc.HMACSHA1, calc.HMACSHA512} {
		for _, separator := range separators() {
			if hash != calc.HMACSHA256 && hash != calc.SHA256 && separator != "&" {
				continue
			}
			for i, key := range keysOfSubsets {
				if i == 0 || hash.Keyed {
					tasks = append(tasks, subset{hash, separator, key})
				}
			}
		}
	}
	return tasks
}

// separators are the right one and those of the table.
func separators() []string {
	list := []string{"&"}
	for i := range joinMistakes {
		list = append(list, joinMistakes[i].separators...)
	}
	return list
}

func (t subset) count(s *search) int { return (1<<s.base.message.n - 2) / s.shards }

func (t subset) run(s *search) {
	s.width = alone
	c := s.base
	c.hash, c.message.separator = uint8(t.hash.Index), c.texts.of(t.separator)
	if t.key != nil {
		t.key(&c, []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey})
	}
	s.batch.setBase(&c)
	all := c.message
	for mask := 1<<all.n - 2; mask > 0 && !s.stopped; mask-- {
		c.message.choose(&all, mask)
		s.try(&c)
	}
	s.flush()
}

// choose takes those of all whose bits are set in mask.
func (s *sequence) choose(all *sequence, mask int) {
	clear(s.list[:])
	s.n = 0
	for i, p := range all.values() {
		if mask>>i&1 == 1 {
			s.list[s.n] = p
			s.n++
		}
	}
}
