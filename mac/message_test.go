package mac

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSplitMessage(t *testing.T) {
	r, k := official(t)
	tests := []struct{ name, url, sender, algorithm string }{
		{"ten values", r.URL, r.Sender, "HMACSHA256"},
		{"nine values", r.URL, r.Sender, "SHA256"},
		{"& in the sender", r.URL, "O'Brien & Co & Sons", "HMACSHA256"},
		{"& in the address", r.URL + "?a=1&b=2&c=", r.Sender, "HMACSHA256"},
		{"& in both", r.URL + "?a=1&b=2", "O'Brien & Co", "SHA256"},
		{"empty sender", r.URL, "", "HMACSHA256"},
	}
	for _, test := range tests {
		r.URL, r.Sender, r.Algorithm = test.url, test.sender, Algorithm(test.algorithm)
		var values []string
		for _, field := range signed(r.Algorithm) {
			values = append(values, *field.Of(&r, &k))
		}
		text := strings.Join(values, "&")
		spans := SplitMessage(text)
		require.Len(t, spans, len(values), test.name)
		for i, span := range spans {
			require.Equal(t, signed(r.Algorithm)[i], span.Field, test.name)
			require.Equal(t, values[i], text[span.Start:span.End], "%s: %s", test.name, span.Field)
		}
	}
	for _, text := range []string{"", "https://", "https://a&b&c&d&e&f&g&h&i&j&k", "https://a&b&c&20230504120000&FI&x&1&2&3", "https://a&b&c&12345678&FIN&1967543-8&1&2&3", "a&b&c&2023-05-04 12:00:00.000&FI&1967543-8&1&2&3"} {
		require.Nil(t, SplitMessage(text), text)
	}
}

// Whatever a text is, what is found of it lies within it.
func FuzzSplitMessage(f *testing.F) {
	f.Add("https://a.nv&b&c&2023-05-04 12:00:00.000&FI&1967543-8&1&2&3&4")
	f.Fuzz(func(t *testing.T, text string) {
		for _, span := range SplitMessage(text) {
			require.True(t, 0 <= span.Start && span.Start <= span.End && span.End <= len(text))
		}
	})
}
