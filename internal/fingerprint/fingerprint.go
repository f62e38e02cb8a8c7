// Package fingerprint tells secrets apart without showing them.
package fingerprint

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Of fewer characters, or of fewer different ones, all can be tried: a fingerprint would tell the secret.
const (
	shortest = 16
	fewest   = 8
)

// Of returns 16 hex digits of a secret under a salt, the beginning of an HMAC-SHA-256 with the salt as its key,
// or "" for a secret that is short or weak.
func Of(secret, salt string) string {
	if isWeak(secret) {
		return ""
	}
	h := hmac.New(sha256.New, []byte(salt))
	h.Write([]byte(secret))
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func isWeak(secret string) bool {
	length, different := 0, 0
	for i, r := range secret {
		length++
		if !strings.ContainsRune(secret[:i], r) {
			different++
		}
	}
	return length < shortest || different < fewest
}
