package calc

import (
	"crypto/hmac"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// A Hasher says what the standard library says, whatever it hashed before.
func TestHasher(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 2104))
	text := func(n int) []byte {
		bytes := make([]byte, random.IntN(n))
		for i := range bytes {
			bytes[i] = byte(random.Uint32())
		}
		return bytes
	}
	var h Hasher
	for i := range 500 {
		of, key, message := Hashes[i%len(Hashes)], text(200), append(h.Buffer(), text(400)...)
		want := of.new()
		if of.Keyed {
			want = hmac.New(of.new, key)
		}
		want.Write(message)
		require.Equal(t, want.Sum(nil), h.Digest(of, key, message), of.Name)
		require.Equal(t, i%len(Hashes), of.Index)
		require.Equal(t, of.Size, want.Size())
	}
}
