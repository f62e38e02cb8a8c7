package mac

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
)

// A Verifier says what Verify says, whatever it verified before.
func TestVerifier(t *testing.T) {
	r, k := orderly()
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
