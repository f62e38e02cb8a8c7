package diagnose

import (
	"math/rand/v2"
	"strings"
	"testing"

	"netvisormac/mac"
	"netvisormac/mac/internal/examples"

	"github.com/stretchr/testify/require"
)

// What only the stage of keys finds, and that of two slips, each by the page's own door.
func TestOtherKeys(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := examples.Official(t)
	for _, test := range []struct {
		name  string
		keys  mac.Keys // with which the MAC was made, where the given ones are k
		cause string
		depth int
	}{
		{"four zeros lost", mac.Keys{Customer: "0000" + k.Customer, Partner: k.Partner}, "leading-zeros-customer-key", 1},
		{"three digits lost at the end", mac.Keys{Customer: k.Customer + "a1f", Partner: k.Partner}, "cut-customer-key", 1},
		{"one lost at each end", mac.Keys{Customer: k.Customer, Partner: "7" + k.Partner + "0"}, "cut-partner-key", 1},
		{"two too many in front", mac.Keys{Customer: k.Customer[2:], Partner: k.Partner}, "cut-customer-key", 1},
		{"look-alikes", mac.Keys{Customer: strings.NewReplacer("0", "O", "8", "B").Replace(k.Customer), Partner: k.Partner}, "look-alikes-customer-key", 1},
		{"the same key twice", mac.Keys{Customer: k.Partner, Partner: k.Partner}, "keys-mixed", 1},
		{"the beginning of the other", mac.Keys{Customer: k.Customer, Partner: k.Customer[:9] + k.Partner[9:]}, "keys-mixed", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			wrong := r
			sum, err := mac.Sum(r, test.keys)
			require.NoError(t, err)
			wrong.MAC = sum
			report := Diagnose(wrong, k, Options{Depth: test.depth})
			requireCause(t, test.name, report, test.cause)
			requireNoKey(t, report, k)
			requireNoKey(t, report, test.keys)
		})
	}
}

// Every two slips of a key are one mistake.
func TestTwoSlips(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := examples.Official(t)
	c := rightOf(&r, &k, "")
	random := rand.New(rand.NewPCG(2, 2))
	var list []drawn
	for range 60 {
		key := k.Partner
		for range 2 {
			at, digit := random.IntN(len(key)-1), string("0123456789abcdef"[random.IntN(16)])
			key = []string{key[:at] + digit + key[at+1:], key[:at] + key[at+1:], key[:at] + digit + key[at:], key[:at] + key[at+1:at+2] + key[at:at+1] + key[at+2:]}[random.IntN(4)]
		}
		sum, err := mac.Sum(r, mac.Keys{Customer: k.Customer, Partner: key})
		require.NoError(t, err)
		if sum != r.MAC {
			list = append(list, drawn{"two slips", sum})
		}
	}
	requireFound(t, &c, list, "alone", "slips")
}
