package paste

import (
	"strings"

	"netvisormac/internal/letters"
)

// base64 returns the text that s is the base64 of, as a HAR file writes it, with padding; empty if it is not.
func base64(s string) string {
	if len(s)%4 != 0 {
		return ""
	}
	bytes, ok := letters.FromBase64(strings.TrimRight(s, "="), "+/")
	if !ok {
		return ""
	}
	return string(bytes)
}
