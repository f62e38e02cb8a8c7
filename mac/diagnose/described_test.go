package diagnose

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac/internal/calc"
)

// What is arranged otherwise is told in the mistakes of the table.
func TestDescribed(t *testing.T) {
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	one := func(i int, separator string) calc.Joined {
		return calc.Joined{N: 1, List: [calc.MaxValues]calc.Value{c.Key.List[i]}, Separator: separator}
	}
	two := func(i, j int, separator string) calc.Joined {
		return calc.Joined{N: 2, List: [calc.MaxValues]calc.Value{c.Key.List[i], c.Key.List[j]}, Separator: separator}
	}
	places := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	for _, test := range []struct {
		places    []int
		separator string
		hash      *calc.Hash
		key       calc.Joined
		ids       string
	}{
		{places, "&", calc.HMACSHA256, c.Key, ""},
		{places, "&", calc.SHA256, c.Key, "plain-sha256"},
		{places, "&", calc.MD5, c.Key, "legacy-md5"},
		{places, "&", calc.HMACSHA1, c.Key, "hmac-sha1"},
		{places, "&", calc.HMACSHA512, c.Key, "hmac-sha512"},
		{places, "&", calc.HMACSHA256, one(0, "&"), "hmac-key-customer-only"},
		{places, "&", calc.HMACSHA256, one(1, "&"), "hmac-key-partner-only"},
		{places, "&", calc.HMACSHA256, two(0, 1, ""), "hmac-key-no-separator"},
		{places, "&", calc.HMACSHA256, two(1, 0, "&"), "hmac-key-reversed"},
		{places[1:], "&", calc.HMACSHA256, c.Key, "missing-url"},
		{places[2:], "&", calc.HMACSHA256, c.Key, "values-missing"},
		{[]int{1, 0, 2, 3, 4, 5, 6, 7, 8, 9}, "&", calc.HMACSHA256, c.Key, "order-of-values"},
		{[]int{0, 1, 2, 3, 4, 5, 6, 7, 9, 8}, "&", calc.HMACSHA256, c.Key, "order-of-values"},
		{[]int{9, 0, 5}, "&", calc.HMACSHA256, c.Key, "values-missing order-of-values"},
		{places, "", calc.HMACSHA256, c.Key, "no-separator"},
		{places, "\r\n", calc.HMACSHA256, c.Key, "separator-newline"},
		{places[:9], ", ", calc.SHA256, c.Key, "plain-sha256 missing-partner-key separator-comma"},
		{places[:8], "|", calc.HMACSHA256, one(1, "&"), "hmac-key-partner-only values-missing separator-pipe"},
	} {
		made := arrange(&c, test.places, test.separator)
		made.Hash, made.Key = test.hash, test.key
		s := newSearch(&c, new(sentMAC))
		candidate := newCandidate(&made)
		right := newCandidate(&c)
		candidate.message, candidate.key = s.base.texts.sequence(&made.Message), s.base.texts.sequence(&made.Key)
		candidate.texts = s.base.texts
		require.Equal(t, right.indices, s.base.indices)
		require.Equal(t, test.ids, strings.Join(idsOf(s.described(&candidate)), " "))
	}
}
