package snippet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/mac/paste"
)

// atRunTime are the values that a program makes anew each time it runs.
var atRunTime = []mac.Field{mac.FieldTimestamp, mac.FieldTimestampUnix, mac.FieldTransactionID, mac.FieldMAC}

// What was made is read back by package paste, nasty values too.
func TestPasteGivesTheRequestAgain(t *testing.T) {
	nasty := example
	nasty.URL = "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika&x=%25%27%22%60$HOME"
	nasty.Sender = "O'Brien & \"Co\" $HOME `x` 100 % ^ öÄé"
	legacy := nasty
	legacy.Algorithm, legacy.Sender = mac.SHA256, "Kulut € \\ {a}"
	post := example
	post.URL = "https://isvapi.netvisor.fi/customer.nv?method=add"
	unsigned := example
	unsigned.MAC = ""
	for name, r := range map[string]mac.Request{"plain": example, "nasty": nasty, "legacy": legacy, "post": post, "unsigned": unsigned} {
		for _, l := range languages {
			t.Run(name+" "+l.ID, func(t *testing.T) {
				text, err := Make(l.ID, r)
				require.NoError(t, err)
				got := paste.Parse(text)
				require.Len(t, got.Requests, 1, text)
				want, found := r, got.Requests[0].Request
				if l.ID == "headers" {
					want.URL = "" // they have no address
				}
				if l.ID == "curl" && r.Algorithm == mac.SHA256 {
					want.Sender = strings.ReplaceAll(want.Sender, "€", "¤") // bytes that do not say their charset
				}
				if l.computes() {
					for _, f := range atRunTime {
						var none mac.Keys
						*f.Of(&want, &none), *f.Of(&found, &none) = "", ""
					}
				}
				require.Equal(t, want, found, text)
			})
		}
	}
}
