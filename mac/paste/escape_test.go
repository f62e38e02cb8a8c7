package paste

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each library is imitated to the letter: the file has what they sent themselves.
func TestEscapings(t *testing.T) {
	data, err := os.ReadFile("testdata/escapes.json")
	require.NoError(t, err)
	var rows []struct {
		ID    string
		Pairs [][2]string
		Query string
	}
	require.NoError(t, json.Unmarshal(data, &rows))
	require.GreaterOrEqual(t, len(rows), 70)
	known := map[string]escaping{}
	for _, e := range escapings {
		require.NotContains(t, known, e.id)
		known[e.id] = e
	}
	for _, row := range rows {
		var pairs []pair
		for _, p := range row.Pairs {
			pairs = append(pairs, pair{p[0], p[1]})
		}
		got := known[row.ID].query(pairs)
		if row.ID == "curl" { // as its versions differ, both are handed on
			got = lowerEscapes(escaping{keep: "~", plus: true}.query(pairs))
			if row.Pairs[0][0] == "a b" {
				continue // curl splits at the first "="
			}
		}
		require.Equal(t, row.Query, got, "%s %v", row.ID, row.Pairs)
	}
}

// Where the library is not known, what may have been sent is all handed on, the likeliest first.
func TestAddresses(t *testing.T) {
	const address = "https://isvapi.netvisor.fi/customerlist.nv"
	for _, test := range []struct {
		text      string
		addresses []string
		doubt     bool
	}{
		{`axios.get("` + address + `", {params: {keyword: "Työ a,b"}, headers: {"X-Netvisor-Authentication-Sender": "S"}})`, nil, false},
		{`foo.get("` + address + `", {params: {keyword: "a b,c"}, headers: {"X-Netvisor-Authentication-Sender": "S"}})`,
			[]string{address + "?keyword=a%20b%2Cc", address + "?keyword=a+b%2Cc", address + "?keyword=a%20b,c", address + "?keyword=a+b,c", address}, true},
		{`requests.get("` + address + `", params={"keyword": word}, headers={"X-Netvisor-Authentication-Sender": "S"})`, nil, true},
		{"curl -G '" + address + "' --data-urlencode 'keyword=Työ aika' -H 'X-Netvisor-Authentication-Sender: S'",
			[]string{address + "?keyword=Ty%C3%B6%20aika", address + "?keyword=Ty%c3%b6+aika", address + "?keyword=Ty%C3%B6+aika"}, true},
		{"curl -G '" + address + "' -d limit=5 -H 'X-Netvisor-Authentication-Sender: S'", nil, false},
	} {
		p := Parse(test.text)
		require.Len(t, p.Requests, 1, test.text)
		require.Equal(t, test.addresses, p.Requests[0].Addresses, test.text)
		doubt := false
		for _, n := range p.Notes {
			doubt = doubt || n.Doubt
		}
		require.Equal(t, test.doubt, doubt, "%s\n%s", test.text, fmt.Sprint(p.Notes))
		if len(test.addresses) > 0 {
			require.Equal(t, test.addresses[0], p.Requests[0].Request.URL)
		}
	}
}
