//go:build js

package binding

import "unicode/utf8"

// Units turns offsets in UTF-8 into JavaScript's, which count UTF-16. It knows
// those of every step-th byte, so that each takes little time.
type Units struct {
	text  string
	known []int32
}

const step = 1 << 7

// NewUnits takes the text that the offsets are of.
func NewUnits(text string) Units {
	u := Units{text, make([]int32, 1, len(text)/step+1)}
	for at := step; at < len(text); at += step {
		u.known = append(u.known, u.known[len(u.known)-1]+int32(length16(text[at-step:at])))
	}
	return u
}

// At is the offset in UTF-16.
func (u Units) At(offset int) int {
	begin := offset / step
	if begin >= len(u.known) {
		begin = len(u.known) - 1
	}
	return int(u.known[begin]) + length16(u.text[begin*step:offset])
}

// length16 counts by the first bytes of characters, so that s may begin and
// end within one: four bytes become two units, all others one.
func length16(s string) (n int) {
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
		if s[i] >= 0xf0 {
			n++
		}
	}
	return n
}

// Ascending returns a function that does the same for offsets that never
// become smaller, each from the one before.
func Ascending(text string) func(offset int) int {
	from, units := 0, 0
	return func(offset int) int {
		units += length16(text[from:offset])
		from = offset
		return units
	}
}
