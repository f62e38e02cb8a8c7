package mac

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"
)

// A Verifier says what Verify says, whatever it verified before.
func TestVerifier(t *testing.T) {
	r, k := official(t)
	changes := []func(*Request){
		func(*Request) {},
		func(r *Request) { r.URL += "?keyword=Ty%F6" },
		func(r *Request) { r.Sender = "Työaika" },
		func(r *Request) { r.Sender = "日本" },
		func(r *Request) { r.Algorithm = SHA256 },
		func(r *Request) { r.Algorithm, r.Sender = SHA256, "Kulut €" },
		func(r *Request) { r.Algorithm = "MD5" },
		func(r *Request) { r.Timestamp = "" },
		func(r *Request) { r.TransactionID = "1" },
	}
	v := NewVerifier(k)
	for range 2 {
		for i, change := range changes {
			r := r
			change(&r)
			signed, _ := Sign(r, k)
			for _, sent := range []Request{r, signed} {
				want, got := Verify(sent, k), v.Verify(sent)
				require.Equal(t, want == nil, got == nil, i)
				require.Equal(t, errors.Is(want, ErrMAC), errors.Is(got, ErrMAC), i)
			}
		}
	}
}

// Many at once are judged as each by itself, whatever stands beside it: in any order, with keys and values that cannot be
// encoded, and with more than a batch has room for.
func FuzzVerifyAll(f *testing.F) {
	f.Add(uint64(1), "Työaika", "k")
	f.Add(uint64(2), "日本", "avain ö")
	f.Add(uint64(3), strings.Repeat("a long value ", 30), "日")
	f.Fuzz(func(t *testing.T, seed uint64, text, key string) {
		random := rand.New(rand.NewPCG(seed, 1))
		r, k := official(t)
		if seed%3 == 2 {
			k.Partner = key
		}
		var list []Request
		for range 1 + random.IntN(700) {
			r := r
			for _, info := range Fields() {
				switch random.IntN(12) {
				case 0:
					*info.Of(&r, &Keys{}) = text
				case 1:
					*info.Of(&r, &Keys{}) = strings.Repeat("x", random.IntN(90))
				}
			}
			r.Algorithm = []Algorithm{HMACSHA256, HMACSHA256, HMACSHA256, SHA256, "MD5"}[random.IntN(5)]
			if signed, err := Sign(r, k); err == nil && random.IntN(3) > 0 {
				r = signed
			}
			list = append(list, r)
		}
		list[random.IntN(len(list))].Sender = strings.Repeat("y", 200_000*random.IntN(2))
		v := NewVerifier(k)
		for range 2 {
			errs := v.VerifyAll(list)
			require.Len(t, errs, len(list))
			for i := range list {
				require.Equal(t, Verify(list[i], k), errs[i], i)
			}
		}
	})
}

// A Verifier remembers what it was given, not where that lay.
func TestVerifierKeepsNoMemory(t *testing.T) {
	r, k := official(t)
	memory := make([]byte, len(r.Timestamp)+len(k.Partner))
	inMemory := func(at int, text string) string {
		copy(memory[at:], text)
		return unsafe.String(&memory[at], len(text))
	}
	first := r
	first.Timestamp = "2026-07-14 06:00:00.000"
	signed, err := Sign(first, k)
	require.NoError(t, err)
	signed.Timestamp = inMemory(0, first.Timestamp)
	v := NewVerifier(Keys{k.Customer, inMemory(len(first.Timestamp), k.Partner)})
	require.NoError(t, v.Verify(signed))

	copy(memory, "2026-07-14 07:11:22.333")
	require.ErrorIs(t, v.Verify(signed), ErrMAC, "another timestamp stands there now")
	inMemory(len(first.Timestamp), "00000000000000000000000000000000")
	second, err := Sign(r, k)
	require.NoError(t, err)
	require.NoError(t, v.Verify(second), "its keys are the ones that it was made with")
}

// The right MAC with one digit changed is wrong, whichever digit it is, and so is a part of it, and more than it.
func TestEveryDigitCounts(t *testing.T) {
	r, k := official(t)
	right, err := Sum(r, k)
	require.NoError(t, err)
	v := NewVerifier(k)
	requireWrong := func(sent string) {
		r.MAC = sent
		require.ErrorIs(t, Verify(r, k), ErrMAC, sent)
		require.ErrorIs(t, v.Verify(r), ErrMAC, sent)
	}
	for i := range right {
		for _, digit := range "0123456789abcdef" {
			if byte(digit) != right[i] {
				requireWrong(right[:i] + string(digit) + right[i+1:])
			}
		}
		requireWrong(right[:i])
	}
	requireWrong(right + "0")
	requireWrong(strings.ToUpper(right))
	r.MAC = right
	require.NoError(t, v.Verify(r))
}
