package mac

import (
	"encoding/hex"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// A hasher, which takes up states that it kept, says the same as the calculation step by step: for every
// calculation after every other, whatever the base is and whatever was computed between.
func FuzzHasher(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed, "Työaika Oy", "a+b=ö&c", uint16(0xffff))
	}
	f.Add(uint64(3), "日本", "\u0301", uint16(7))
	f.Fuzz(func(t *testing.T, seed uint64, one, other string, changes uint16) {
		random := rand.New(rand.NewPCG(seed, 7))
		requireSameSums(t, random, []string{"", one, other, one + other, "x"}, changes)
	})
}

// The same for many random pairs, in every run of the tests.
func TestHasher(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 2025))
	for range 300 {
		requireSameSums(t, random, []string{"", "ö", "€", "Työaika", "a longer text, so that a block of the hash ends within it: 0123456789", "x"}, uint16(random.Uint32()))
	}
}

// requireSameSums compares the sums of some calculations, of which the first is the base; changes has a
// bit for each thing that may differ.
func requireSameSums(t *testing.T, random *rand.Rand, texts []string, changes uint16) {
	r, k := orderly()
	if random.IntN(2) == 0 {
		k.Partner = "avain ö"
	}
	var list []calculation
	for range 4 {
		c, err := calculationOf(&r, &k, "")
		require.NoError(t, err)
		for what, change := range randomChanges(texts) {
			if changes>>what&1 == 1 && random.IntN(2) == 0 {
				change(random, &c)
			}
		}
		list = append(list, c)
	}
	var h hasher
	h.setBase(&list[0])
	for range 12 {
		c := &list[random.IntN(len(list))]
		digest, ok := h.sum(c)
		_, err := c.sum()
		require.Equal(t, err == nil, ok, "%+v after the base %+v: %v", c, &list[0], err)
		if ok {
			plain := *c
			plain.writing = lowerHex
			want, _ := plain.sum()
			require.Equal(t, want, hex.EncodeToString(digest), "%+v after the base %+v", c, &list[0])
		}
	}
}

// randomChanges are all that calculations can differ in.
func randomChanges(texts []string) []func(*rand.Rand, *calculation) {
	encodings := []*encoding{latin1, latin9, rawBytes, utf16LE, lossy, ascii}
	separators := []string{"&", "", "|", "\n", "&amp;"}
	text := func(random *rand.Rand) string { return texts[random.IntN(len(texts))] }
	return []func(*rand.Rand, *calculation){
		func(random *rand.Rand, c *calculation) { c.message.list[random.IntN(c.message.n)].text = text(random) },
		func(random *rand.Rand, c *calculation) { c.message.list[0].text = text(random) },
		func(random *rand.Rand, c *calculation) { c.message.list[c.message.n-1].text = text(random) },
		func(random *rand.Rand, c *calculation) { c.message.remove(random.IntN(c.message.n)) },
		func(random *rand.Rand, c *calculation) {
			c.message.insert(random.IntN(c.message.n+1), value{string(FieldPartnerID), text(random)})
		},
		func(random *rand.Rand, c *calculation) {
			c.message.separator = separators[random.IntN(len(separators))]
		},
		func(random *rand.Rand, c *calculation) { c.message.back = separators[random.IntN(len(separators))] },
		func(random *rand.Rand, c *calculation) { c.encoding = encodings[random.IntN(len(encodings))] },
		func(random *rand.Rand, c *calculation) { c.keyAs = encodings[random.IntN(len(encodings))] },
		func(_ *rand.Rand, c *calculation) { c.byteOrder = true },
		func(_ *rand.Rand, c *calculation) { c.hexKey = true },
		func(random *rand.Rand, c *calculation) { c.key.list[random.IntN(c.key.n)].text = text(random) },
		func(random *rand.Rand, c *calculation) { c.key.separator = separators[random.IntN(len(separators))] },
		func(random *rand.Rand, c *calculation) {
			c.hash = []*hashing{hmacSHA256, plainSHA256, plainMD5, hmacSHA1, hmacSHA512}[random.IntN(5)]
		},
		func(_ *rand.Rand, c *calculation) {
			c.message.list[0], c.message.list[1] = c.message.list[1], c.message.list[0]
		},
		func(_ *rand.Rand, c *calculation) { c.key.remove(0) },
	}
}
