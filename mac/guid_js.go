package mac

import (
	"crypto/rand"
	"encoding/hex"
)

// newGUID returns a random GUID (RFC 9562, version 4). In WebAssembly package
// uuid stays out: what it imports, database/sql/driver and encoding/json, is an
// eighth of the whole download.
func newGUID() string {
	var b [16]byte
	rand.Read(b[:])
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	h := hex.EncodeToString(b[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}
