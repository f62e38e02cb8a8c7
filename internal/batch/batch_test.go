package batch

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func randomBytes(random *rand.Rand, n int) []byte {
	text := make([]byte, n)
	for i := range text {
		text[i] = byte(random.Uint32())
	}
	return text
}

// filled is a batch of random messages, and what their digests must be.
func filled(random *rand.Rand, h *Hasher, b *Batch, n int) (want []string) {
	for range n {
		front, rest := randomBytes(random, blockSize*random.IntN(3)), randomBytes(random, random.IntN(300))
		var state State
		if random.IntN(2) == 0 {
			h.After(&state, front)
			if !b.Add(&state, append(b.Buffer(), rest...), nil) {
				return want
			}
			sum := sha256.Sum256(append(front, rest...))
			want = append(want, hex.EncodeToString(sum[:]))
			continue
		}
		key := randomBytes(random, random.IntN(2*blockSize))
		var inner, outer State
		h.Key(&inner, &outer, key)
		if h.Further(&state, &inner, front); len(front) == 0 && random.IntN(2) == 0 {
			b.Key(&state, &outer, key)
		}
		if !b.Add(&state, append(b.Buffer(), rest...), &outer) {
			return want
		}
		function := hmac.New(sha256.New, key)
		function.Write(append(front, rest...))
		want = append(want, hex.EncodeToString(function.Sum(nil)))
	}
	return want
}

// What comes of a batch is what crypto/sha256 and crypto/hmac give of each message, in their order, and again of the next.
func TestBatch(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 256))
	var b Batch
	var h Hasher
	for _, n := range []int{0, 1, 3, 4, 5, 100, room, 2} {
		want, got := filled(random, &h, &b, n), []string{}
		require.Equal(t, len(want), b.Len())
		b.Sum(func(i int, digest *Digest) {
			require.Len(t, got, i)
			got = append(got, hex.EncodeToString(digest[:]))
		})
		require.Equal(t, append([]string{}, want...), got)
		require.Zero(t, b.Len())
	}
}

// A message for which there is no room is not taken, and the others stay.
func TestNoRoom(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	var b Batch
	var h Hasher
	want := filled(random, &h, &b, 3)
	var state State
	h.After(&state, nil)
	require.False(t, b.Add(&state, append(b.Buffer(), make([]byte, pool)...), nil))
	for !b.Full() {
		require.True(t, b.Add(&state, append(b.Buffer(), "abc"...), nil))
	}
	b.Sum(func(i int, digest *Digest) {
		if i < len(want) {
			require.Equal(t, want[i], hex.EncodeToString(digest[:]))
		} else {
			require.Equal(t, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hex.EncodeToString(digest[:]))
		}
	})
}

// Nothing is allocated for a message.
func TestAllocatesNothing(t *testing.T) {
	var b Batch
	var h Hasher
	var state, outer State
	h.After(&state, nil)
	h.After(&outer, make([]byte, blockSize))
	rest := make([]byte, 200)
	require.Zero(t, testing.AllocsPerRun(20, func() {
		for !b.Full() {
			b.Add(&state, append(b.Buffer(), rest...), &outer)
		}
		b.Sum(func(int, *Digest) {})
	}))
}
