package diagnose

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/mac/internal/examples"
)

// everySlip are all slips of a key, made one after the other without a thought.
func everySlip(key string, alphabet []string) map[string]bool {
	all := map[string]bool{}
	for i := range len(key) + 1 {
		for _, c := range alphabet {
			all[key[:i]+c+key[i:]] = true
			if i < len(key) {
				all[key[:i]+c+key[i+1:]] = true
			}
		}
		if i < len(key) {
			all[key[:i]+key[i+1:]] = true
		}
		if i+1 < len(key) {
			all[key[:i]+key[i+1:i+2]+key[i:i+1]+key[i+2:]] = true
		}
	}
	return all
}

// Two slips are every slip of every slip, but for what is a mistake of its own: the key cut or lengthened at its ends.
func TestEveryTwoSlips(t *testing.T) {
	for _, key := range []string{"7", "70", "77", "a1f", "1221", "0x"} {
		alphabet, want, got := alphabetOf(key), map[string]bool{}, map[string]bool{}
		for one := range everySlip(key, alphabet) {
			for two := range everySlip(one, alphabet) {
				if !strings.Contains(two, key) && !strings.Contains(key, two) {
					want[two] = true
				}
			}
		}
		twoSlips(key, alone, eachText(func(two []byte) bool { got[string(two)] = true; return true }))
		for two := range want {
			require.True(t, got[two], "%q as %q is not tried", key, two)
		}
		for two := range got {
			require.True(t, want[two], "%q as %q is no two slips", key, two)
		}
	}
}

// Each of a class of characters is taken for each other.
func TestLookAlikes(t *testing.T) {
	for _, class := range []string{"0O", "1lI", "5S", "8B"} {
		for _, own := range strings.Split(class, "") {
			var got []string
			lookAlikes("a"+own+"c", alone, eachText(func(key []byte) bool { got = append(got, string(key[1:2])); return true }))
			slices.Sort(got)
			want := strings.Split(class, "")
			slices.Sort(want)
			require.Equal(t, want, got, own)
		}
	}
}

// What was tried of two slips does not stay in memory when they were found.
func TestTwoSlipsLeaveNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	r, k := examples.Official(t)
	c := rightOf(&r, &k, "")
	made := rightOf(&r, &mac.Keys{Customer: k.Customer, Partner: k.Partner[:20] + "ab" + k.Partner[22:]}, "")
	s := searchFor(t, &c, &made)
	texts, hits := s.base.texts, 0
	s.hit = func(made *candidate, chosen []int16) {
		before := [...]int{len(texts.list[swept]), len(texts.list[passing])}
		s.found(made, chosen)
		hits++
		require.Equal(t, before, [...]int{len(texts.list[swept]), len(texts.list[passing])})
	}
	round{sweeps: []int{mistakeOf("two-typos-partner-key").index}}.run(s)
	require.Equal(t, 1, hits)
	require.Equal(t, []string{"two-typos-partner-key"}, idsOf(s.best.mistakes))
}
