package paste

import (
	encoding "encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBase64(t *testing.T) {
	for n := range 40 {
		text := strings.Repeat("<ö\x00ÿ", n)[:n]
		require.Equal(t, text, base64(encoding.StdEncoding.EncodeToString([]byte(text))))
	}
	for _, wrong := range []string{"<", "abc", "ab c", "ab-_", "====="} {
		require.Empty(t, base64(wrong), wrong)
	}
}
