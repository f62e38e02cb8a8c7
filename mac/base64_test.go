package mac

import (
	"encoding/base64"
	"testing"

	"netvisormac/internal/letters"

	"github.com/stretchr/testify/require"
)

// Both alphabets are written and read as the standard library does.
func TestBase64(t *testing.T) {
	for length := range 70 {
		bytes := make([]byte, length)
		for i := range bytes {
			bytes[i] = byte(251*i + 7*length + 3)
		}
		require.Equal(t, base64.StdEncoding.EncodeToString(bytes), inBase64.write(bytes))
		require.Equal(t, base64.RawURLEncoding.EncodeToString(bytes), inBase64URL.write(bytes))
		for _, own := range []string{"+/", "-_"} {
			got, ok := readBase64(letters.ToBase64(bytes, own)+"==", own, true)
			require.True(t, ok)
			require.Equal(t, bytes, append([]byte{}, got...))
		}
	}
	for _, wrong := range []string{"A++++", "AB!=", "QUJD\n", "QUJD"} {
		_, ok := readBase64(wrong, "+/", true)
		require.False(t, ok, wrong)
	}
}
