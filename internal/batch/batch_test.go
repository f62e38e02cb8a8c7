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

// add adds a message in so many pieces.
func add(random *rand.Rand, b *Batch, state, outer Ref, text []byte) bool {
	var pieces []Piece
	for n := random.IntN(MostPieces); n >= 0; n-- {
		cut := random.IntN(len(text) + 1)
		if n == 0 {
			cut = len(text)
		}
		piece, ok := b.Keep(append(b.Buffer(), text[:cut]...))
		if !ok {
			return false
		}
		pieces, text = append(pieces, piece), text[cut:]
	}
	if len(pieces) == 2 { // a third is filled in
		f := b.Form(state, outer, pieces[0], Piece{})
		return b.Fill(&f, b.Len(), append(b.Buffer(), b.Bytes(pieces[1])...))
	}
	return b.Add(state, outer, b.Len(), pieces...)
}

// filled is a batch of random messages, and what their digests must be.
func filled(random *rand.Rand, h *Hasher, b *Batch, n int) (want []string) {
	b.States = make([]State, 3*n)
	for i := range Ref(n) {
		state, inner, outer := 3*i, 3*i+1, 3*i+2
		front, rest := randomBytes(random, blockSize*random.IntN(3)), randomBytes(random, random.IntN(300))
		if random.IntN(2) == 0 {
			h.After(&b.States[state], front)
			if !add(random, b, state, NoState, rest) {
				return want
			}
			sum := sha256.Sum256(append(front, rest...))
			want = append(want, hex.EncodeToString(sum[:]))
			continue
		}
		key := randomBytes(random, random.IntN(2*blockSize))
		h.Key(&b.States[inner], &b.States[outer], key)
		if h.Further(&b.States[state], &b.States[inner], front); len(front) == 0 && random.IntN(2) == 0 {
			b.Key(state, outer, append(b.Buffer(), key...))
		}
		if !add(random, b, state, outer, rest) {
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
		b.Sum(nil, func(i int, digest *Digest) {
			require.Len(t, got, i)
			require.Equal(t, i, b.Tag(i))
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
	b.States = append(b.States, State{})
	state := Ref(len(b.States) - 1)
	h.After(&b.States[state], nil)
	require.False(t, add(random, &b, state, NoState, make([]byte, pool)))
	require.False(t, add(random, &b, state, NoState, make([]byte, mostBlocks*blockSize-8)))
	require.Equal(t, len(want), b.Len())
	for !b.Full() {
		require.True(t, add(random, &b, state, NoState, []byte("abc")))
	}
	b.Sum(nil, func(i int, digest *Digest) {
		if i < len(want) {
			require.Equal(t, want[i], hex.EncodeToString(digest[:]))
		} else {
			require.Equal(t, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hex.EncodeToString(digest[:]))
		}
	})
}

// Nothing is allocated for a message.
func TestAllocatesNothing(t *testing.T) {
	b := Batch{States: make([]State, 2)}
	var h Hasher
	h.After(&b.States[0], nil)
	h.After(&b.States[1], make([]byte, blockSize))
	rest := make([]byte, 200)
	require.Zero(t, testing.AllocsPerRun(20, func() {
		for !b.Full() {
			piece, _ := b.Keep(append(b.Buffer(), rest...))
			b.Add(0, 1, 0, piece, piece)
		}
		b.Sum(nil, func(int, *Digest) {})
	}))
}

// Where some digests are wanted, those alone are told that begin like one of them.
func TestWanted(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 9))
	var b Batch
	var h Hasher
	want := filled(random, &h, &b, 50)
	word := func(i int) uint32 {
		digest, err := hex.DecodeString(want[i])
		require.NoError(t, err)
		return uint32At(digest)
	}
	told := []int{}
	b.Sum([]uint32{word(7), 1, word(31)}, func(i int, digest *Digest) {
		require.Equal(t, want[i], hex.EncodeToString(digest[:]))
		told = append(told, i)
	})
	require.Equal(t, []int{7, 31}, told)
	filled(random, &h, &b, 50)
	b.Sum([]uint32{}, func(int, *Digest) { require.Fail(t, "none was wanted") })
}

// What a form was filled with is told by the number of the message, whether something stands before it or not.
func TestFilled(t *testing.T) {
	b := Batch{States: make([]State, 1)}
	new(Hasher).After(&b.States[0], nil)
	before, _ := b.Keep(append(b.Buffer(), "before "...))
	forms := []Form{b.Form(0, NoState, Piece{}, before), b.Form(0, NoState, before, Piece{}), b.Form(0, NoState, before, before)}
	for i := range forms {
		require.True(t, b.Fill(&forms[i], i, append(b.Buffer(), byte('a'+i))))
	}
	want := []string{"abefore ", "before b", "before cbefore "}
	b.Sum(nil, func(i int, digest *Digest) {
		require.Equal(t, string(byte('a'+i)), string(b.Bytes(b.Filled(i))))
		require.Equal(t, Digest(sha256.Sum256([]byte(want[i]))), *digest)
	})
}
