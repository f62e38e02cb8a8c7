package mac

import "netvisormac/internal/fingerprint"

// Fingerprint returns 16 hex digits by which two people tell whether they have
// the same key, without showing it: the beginning of an HMAC-SHA-256 of the key
// with the salt as its key. A new random salt for each use keeps fingerprints
// of two letters from being compared. A key of less than 16 characters, or of
// less than 8 different ones, has none: it could be found by trying.
func Fingerprint(key, salt string) string { return fingerprint.Of(key, salt) }
