package fingerprint

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOf(t *testing.T) {
	const secret = "7cd680e89e880553358bc07cd28b0ee2"
	require.Regexp(t, `^[0-9a-f]{16}$`, Of(secret, "salt"))
	require.NotEqual(t, Of(secret, "salt"), Of(secret, "other"))
	require.NotEqual(t, Of(secret, "salt"), Of(secret[1:]+"0", "salt"))
}

func TestWeak(t *testing.T) {
	for secret, weak := range map[string]bool{
		"": true, "zv4821": true, "0123456789abcde": true, "0123456789abcdef": false,
		"abababababababababababababababab": true, "abcdefgabcdefgabcdefg": true, "abcdefghabcdefgh": false, "äöüÄÖÜßéabcdefg": true,
	} {
		require.Equal(t, weak, Of(secret, "salt") == "", secret)
	}
}
