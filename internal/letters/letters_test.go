package letters

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a text is made of is told character by character, whatever is not UTF-8 in it.
func TestSets(t *testing.T) {
	for b := range 256 {
		s := string([]byte{byte(b)})
		isDigit := strings.Contains("0123456789", s)
		isHex := isDigit || strings.Contains("abcdefABCDEF", s)
		require.Equal(t, isDigit, IsDigits("0"+s+"9"), "%q", s)
		require.Equal(t, isHex, IsHex("a"+s+"F"), "%q", s)
		require.Equal(t, isHex, IsHexDigit(byte(b)), "%q", s)
		require.Equal(t, b < 0x80, IsASCII("a"+s+"b"), "%q", s)
	}
	require.True(t, IsHex("") && IsDigits("") && IsASCII(""))
	require.Equal(t, 2, ASCIILength("abö"))
	require.False(t, IsOf("aöa", "a"))
}

func TestWritten(t *testing.T) {
	for n, want := range map[int]string{7: "007", 1234: "1234", 0: "000"} {
		require.Equal(t, want, Pad(n, 3))
	}
	for _, r := range []rune{0, 'a', 'ö', '€', '😀'} {
		require.Equal(t, fmt.Sprintf("%U", r), CodePoint(r))
	}
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	read, err := url.PathUnescape(string(AppendEscapes([]byte("a"), every)))
	require.NoError(t, err)
	require.Equal(t, "a"+string(every), read)
}

// Hex and both alphabets of base64 are written and read as the standard library does.
func FuzzBytes(f *testing.F) {
	for n := range 70 {
		f.Add([]byte(strings.Repeat("<ö\x00ÿ", n)[:n]), "QUJD")
	}
	for _, odd := range []string{"A++++", "AB!=", "QUJD\n", "a-_", "0g", "0"} {
		f.Add([]byte{}, odd)
	}
	f.Fuzz(func(t *testing.T, bytes []byte, text string) {
		for own, want := range map[string]*base64.Encoding{"+/": base64.RawStdEncoding, "-_": base64.RawURLEncoding} {
			require.Equal(t, want.EncodeToString(bytes), ToBase64(bytes, own))
			got, ok := FromBase64(ToBase64(bytes, own), own)
			require.True(t, ok)
			require.Equal(t, string(bytes), string(got))
			read, err := want.DecodeString(text)
			got, ok = FromBase64(text, own)
			require.Equal(t, err == nil && !strings.ContainsAny(text, "\r\n"), ok, "%q", text)
			require.True(t, !ok || string(read) == string(got))
		}
		got, ok := FromHex(strings.ToUpper(hex.EncodeToString(bytes)))
		require.True(t, ok)
		require.Equal(t, string(bytes), string(got))
		read, err := hex.DecodeString(text)
		got, ok = FromHex(text)
		require.Equal(t, err == nil, ok)
		require.True(t, !ok || string(read) == string(got))
	})
}

// A string of JSON is read back as what it was written from, whichever character is in it and wherever it stands.
func TestAppendJSON(t *testing.T) {
	for c := range rune(0x100) {
		for _, text := range []string{string(c), "a" + string(c), string(c) + "b", "a" + string(c) + string(c) + "b", "€" + string(c)} {
			var got string
			require.NoError(t, json.Unmarshal(AppendJSON(nil, text), &got), "%q", text)
			require.Equal(t, text, got)
		}
	}
	require.Equal(t, `["\u000a"`, string(AppendJSON([]byte("["), "\n")))
}
