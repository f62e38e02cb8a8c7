package mac

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEncodeURL(t *testing.T) {
	const base = "https://isvapi.netvisor.fi/customerlist.nv"
	tests := []struct{ name, url, latin1, utf8 string }{
		{"plain", base, base, base},
		{"ö and space", base + "?keyword=Työ aika", base + "?keyword=Ty%F6%20aika", base + "?keyword=Ty%C3%B6%20aika"},
		{"escapes stay", base + "?a=%f6%C3%B6%20", base + "?a=%f6%C3%B6%20", base + "?a=%f6%C3%B6%20"},
		{"half escapes do not", "a%2", "a%252", "a%252"},
		{"a percent sign", "100%&b=%zz", "100%25&b=%25zz", "100%25&b=%25zz"},
		{"reserved stay", "a:/?#[]@!$&'()*+,;=-._~", "a:/?#[]@!$&'()*+,;=-._~", "a:/?#[]@!$&'()*+,;=-._~"},
		{"the rest of ASCII", "\"<>{}|\\^`", "%22%3C%3E%7B%7D%7C%5C%5E%60", "%22%3C%3E%7B%7D%7C%5C%5E%60"},
		{"control characters", "a\tb\n\x7f\x00", "a%09b%0A%7F%00", "a%09b%0A%7F%00"},
		{"no-break space", "a\u00a0b", "a%A0b", "a%C2%A0b"},
		{"fragment", "/ö#ä", "/%F6#%E4", "/%C3%B6#%C3%A4"},
		{"empty", "", "", ""},
	}
	for _, test := range tests {
		got, err := EncodeURL(test.url)
		require.NoError(t, err, test.name)
		require.Equal(t, test.latin1, got, test.name)
		got, err = UTF8.EncodeURL(test.url)
		require.NoError(t, err, test.name)
		require.Equal(t, test.utf8, got, test.name)
	}
}

func TestEncodeURLOutsideTheCharset(t *testing.T) {
	_, err := EncodeURL("https://isvapi.netvisor.fi/?q=ö€")
	requireCharacter(t, "url 32 €", err)
	got, err := Latin9.EncodeURL("€")
	require.NoError(t, err)
	require.Equal(t, "%A4", got)
	_, err = EncodeURL("a\xff")
	require.ErrorIs(t, err, ErrCharacter)
}

// What EncodeURL gives is ASCII, may stand in an address, and stays as it is.
func FuzzEncodeURL(f *testing.F) {
	f.Add("https://isvapi.netvisor.fi/customerlist.nv?keyword=Työ aika%F6%")
	f.Add("\xff%\u2028")
	f.Fuzz(func(t *testing.T, url string) {
		for _, charset := range []Charset{Latin1, Latin9, UTF8} {
			once, err := charset.EncodeURL(url)
			if err != nil {
				require.ErrorIs(t, err, ErrCharacter)
				continue
			}
			require.Zero(t, strings.Count(once, " ")+strings.Count(once, "\""))
			for _, c := range []byte(once) {
				require.True(t, ' ' < c && c < 0x7f, "%q", once)
			}
			twice, err := charset.EncodeURL(once)
			require.NoError(t, err)
			require.Equal(t, once, twice)
		}
	})
}
