package mac

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// Fingerprint returns 16 hex digits by which two people tell whether they have
// the same key, without showing it: the beginning of an HMAC-SHA-256 of the key
// with the salt as its key. A new random salt for each use keeps fingerprints
// of two letters from being compared.
func Fingerprint(key, salt string) string {
	h := hmac.New(sha256.New, []byte(salt))
	h.Write([]byte(key))
	return hex.EncodeToString(h.Sum(nil)[:8])
}
