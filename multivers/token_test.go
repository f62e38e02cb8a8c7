package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNewToken(t *testing.T) {
	counts := map[rune]int{}
	seen := map[string]bool{}
	for range 2000 {
		token, err := NewToken(DefaultTokenLength)
		require.NoError(t, err)
		require.Len(t, token, 40)
		require.False(t, seen[token])
		seen[token] = true
		require.Equal(t, "token-ok", Strength(token)[0].ID, token)
		for _, c := range token {
			counts[c]++
		}
	}
	require.Len(t, counts, 62)
	for c, n := range counts { // 1290 expected, standard deviation 36
		require.InDelta(t, 1290, n, 220, "%c", c)
	}
	for _, length := range []int{-1, 0, 31, 129} {
		_, err := NewToken(length)
		require.ErrorContains(t, err, "a token has from 32 to 128 characters")
	}
	for _, length := range []int{32, 128} {
		token, err := NewToken(length)
		require.NoError(t, err)
		require.Len(t, token, length)
	}
}

func TestStrength(t *testing.T) {
	const good = "Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x"
	for token, want := range map[string]string{
		good:                                  "token-ok: 40 characters; if they were chosen at random, 238 bits",
		good[:32]:                             "token-ok: 32 characters; if they were chosen at random, 190 bits",
		good[:31]:                             "token-short: it has 31 characters",
		"":                                    "token-empty: ",
		" \t":                                 "token-empty: ",
		"randomkey":                           "token-placeholder: ",
		" RandomKey ":                         "token-placeholder: ",
		"TOKEN":                               "token-placeholder: ",
		good + " ":                            "token-characters: 1 space",
		good + "\u00a0\u200b\n":               "token-characters: 1 space, 1 tab or line break, 1 invisible character",
		"“" + good + "”":                      "token-characters: 2 quotation marks",
		good + "-_é":                          "token-characters: 1 accented or foreign letter, 2 other characters",
		strings.Repeat("a", 40):               "token-weak: it repeats one part",
		strings.Repeat(good[:16], 2):          "token-weak: it repeats one part",
		"abcdefghijklmnopqrstuvwxyz012345678": "token-weak: most characters are the neighbour of the one before, as in abc or 321",
		strings.Repeat("q7Zm", 9) + "2":       "token-weak: it has only 5 different characters",
		good[:30] + "Wachtwoord":              "token-weak: it contains a common word",
		good + good[:20] + good + good[3:33]:  "token-long: it has 130 characters",
	} {
		findings := Strength(token)
		require.Equal(t, want, findings[0].ID+": "+findings[0].Detail)
	}
}
