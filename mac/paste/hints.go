package paste

// scores are how much the hints in a text say for each dialect.
type scores [40]uint8

// hintsAt are the hints by their first two bytes, so that a text is gone
// through once for all languages.
var hintsAt = func() map[[2]byte][]indexedHint {
	table := map[[2]byte][]indexedHint{}
	number := 0
	for n, d := range dialects {
		for _, h := range d.hints {
			key := [2]byte{h.text[0], h.text[1]}
			table[key] = append(table[key], indexedHint{h, n, number})
			number++
		}
	}
	return table
}()

type indexedHint struct {
	hint
	dialect int
	number  int
}

// begins2 says which two bytes begin a hint, in bits.
var begins2 = func() (set [1 << 13]uint8) {
	for key := range hintsAt {
		n := int(key[0])<<8 | int(key[1])
		set[n>>3] |= 1 << (n & 7)
	}
	return set
}()

// hintsIn scores text; each hint counts once.
func hintsIn(text string) scores {
	var s scores
	var seen [8]uint64
	for i := 0; i+1 < len(text); i++ {
		n := int(text[i])<<8 | int(text[i+1])
		if begins2[n>>3]&(1<<(n&7)) == 0 {
			continue
		}
		for _, h := range hintsAt[[2]byte{text[i], text[i+1]}] {
			if len(text)-i < len(h.text) || text[i:i+len(h.text)] != h.text || seen[h.number>>6&7]&(1<<(h.number&63)) != 0 {
				continue
			}
			seen[h.number>>6&7] |= 1 << (h.number & 63)
			s[h.dialect] += uint8(h.weight)
		}
	}
	return s
}

// best returns the dialect that has most, if it is enough.
func (s *scores) best(enough int) *dialect {
	var best *dialect
	for n, d := range dialects {
		if int(s[n]) >= enough {
			best, enough = d, int(s[n])+1
		}
	}
	return best
}

func (s *scores) of(d *dialect) int {
	for n := range dialects {
		if dialects[n] == d {
			return int(s[n])
		}
	}
	return 0
}

// language returns the dialect that text has most hints of, if they are enough.
func language(text string, enough int) *dialect {
	s := hintsIn(text)
	return s.best(enough)
}
