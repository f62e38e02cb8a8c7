package calc

import (
	"encoding/base64"
	"testing"

	"github.com/stretchr/testify/require"
)

// Both alphabets are written and read as the standard library does.
func TestBase64(t *testing.T) {
	for length := 1; length < 70; length++ {
		bytes := make([]byte, length)
		for i := range bytes {
			bytes[i] = byte(251*i + 7*length + 3)
		}
		require.Equal(t, base64.StdEncoding.EncodeToString(bytes), Base64.Write(bytes))
		require.Equal(t, base64.RawURLEncoding.EncodeToString(bytes), Base64URL.Write(bytes))
		for _, w := range []*Writing{Base64, Base64URL} {
			if length%3 == 0 {
				continue // nothing tells the alphabets apart
			}
			got, ok := w.Read(w.Write(bytes))
			require.True(t, ok)
			require.Equal(t, bytes, append([]byte{}, got...))
		}
	}
	for _, wrong := range []string{"A++++", "AB!=", "QUJD\n", "QUJD"} {
		_, ok := Base64.Read(wrong)
		require.False(t, ok, wrong)
	}
}
