package calc

import (
	"encoding/hex"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// A Resumer, which takes up states that it kept, says the same as the calculation step by step: for every
// calculation after every other, whatever the base is and whatever was computed between.
func FuzzResumer(f *testing.F) {
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
func TestResumer(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 2025))
	for range 300 {
		requireSameSums(t, random, []string{"", "ö", "€", "Työaika", "a longer text, so that a block of the hash ends within it: 0123456789", "x"}, uint16(random.Uint32()))
	}
}

// requireSameSums compares the sums of some calculations, of which the first is the base; changes has a
// bit for each thing that may differ.
func requireSameSums(t *testing.T, random *rand.Rand, texts []string, changes uint16) {
	partner := "07f94228d149a96b2f25e3edad55096e"
	if random.IntN(2) == 0 {
		partner = "avain ö"
	}
	var list []Calculation
	for range 4 {
		c := tenValues(partner)
		for what, change := range randomChanges(texts) {
			if changes>>what&1 == 1 && random.IntN(2) == 0 {
				change(random, &c)
			}
		}
		list = append(list, c)
	}
	var h Resumer
	h.SetBase(&list[0])
	for range 12 {
		c := &list[random.IntN(len(list))]
		digest, ok := h.Sum(c)
		_, err := c.Sum()
		require.Equal(t, err == nil, ok, "%+v after the base %+v: %v", c, &list[0], err)
		if ok {
			plain := *c
			plain.Writing = LowerHex
			want, _ := plain.Sum()
			require.Equal(t, want, hex.EncodeToString(digest), "%+v after the base %+v", c, &list[0])
		}
	}
}

// randomChanges are all that calculations can differ in.
func randomChanges(texts []string) []func(*rand.Rand, *Calculation) {
	encodings := []*Encoding{Latin1, Latin9, UTF8, Utf16LE, LossyLatin1, LossyASCII}
	separators := []string{"&", "", "|", "\n", "&amp;"}
	text := func(random *rand.Rand) string { return texts[random.IntN(len(texts))] }
	return []func(*rand.Rand, *Calculation){
		func(random *rand.Rand, c *Calculation) { c.Message.List[random.IntN(c.Message.N)].Text = text(random) },
		func(random *rand.Rand, c *Calculation) { c.Message.List[0].Text = text(random) },
		func(random *rand.Rand, c *Calculation) { c.Message.List[c.Message.N-1].Text = text(random) },
		func(random *rand.Rand, c *Calculation) { c.Message.remove(random.IntN(c.Message.N)) },
		func(random *rand.Rand, c *Calculation) {
			c.Message.insert(random.IntN(c.Message.N+1), Value{"partnerId", text(random)})
		},
		func(random *rand.Rand, c *Calculation) {
			c.Message.Separator = separators[random.IntN(len(separators))]
		},
		func(random *rand.Rand, c *Calculation) { c.Message.Back = separators[random.IntN(len(separators))] },
		func(random *rand.Rand, c *Calculation) { c.Encoding = encodings[random.IntN(len(encodings))] },
		func(random *rand.Rand, c *Calculation) { c.KeyAs = encodings[random.IntN(len(encodings))] },
		func(_ *rand.Rand, c *Calculation) { c.ByteOrderMark = true },
		func(_ *rand.Rand, c *Calculation) { c.HexKey = true },
		func(random *rand.Rand, c *Calculation) { c.Key.List[random.IntN(c.Key.N)].Text = text(random) },
		func(random *rand.Rand, c *Calculation) { c.Key.Separator = separators[random.IntN(len(separators))] },
		func(random *rand.Rand, c *Calculation) {
			c.Hash = []*Hash{HMACSHA256, SHA256, MD5, HMACSHA1, HMACSHA512}[random.IntN(5)]
		},
		func(_ *rand.Rand, c *Calculation) {
			c.Message.List[0], c.Message.List[1] = c.Message.List[1], c.Message.List[0]
		},
		func(_ *rand.Rand, c *Calculation) { c.Key.remove(0) },
	}
}

// tenValues is the making of a MAC of ten values.
func tenValues(partner string) Calculation {
	customer := Value{"customerKey", "7cd680e89e880553358bc07cd28b0ee2"}
	message := []Value{{"url", "https://integration.netvisor.fi/accounting.nv"}, {"sender", "Demo Käyttäjä"}, {"customerId", "AB_1"},
		{"timestamp", "2026-07-14 17:05:09.318"}, {"language", "FI"}, {"organisationId", "1967543-8"},
		{"transactionId", "c2b1f0e0-5f0a-4f9e-9c55-0a1b2c3d4e5f"}, {"timestampUnix", "1784048709"}, customer, {"partnerKey", partner}}
	return New(HMACSHA256, Latin1, message, message[8:])
}
