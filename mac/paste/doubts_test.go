package paste

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// Whatever a text leaves open, the note that says so is one of doubt, so that no verdict goes without it.
func TestDoubts(t *testing.T) {
	const address, sender = "https://isvapi.netvisor.fi/a.nv", "X-Netvisor-Authentication-Sender"
	texts := map[string]string{
		"query-escaping":        "await client.GetAsync(\"" + address + "\", new { headers = new { } }, params: {\"a\": \"b c\"}); // " + sender,
		"query-computed":        "requests.get('" + address + "', params={'a': now()}, headers={'" + sender + "': 'A'})",
		"query-without-address": "requests.get(url, params={'a': 'b'}, headers={'" + sender + "': 'A'})",
		"computed":              "requests.get('" + address + "', headers={'" + sender + "': name()})",
		"variable-unknown":      "curl '" + address + "' -H \"" + sender + ": $sender\"",
		"placeholder":           "curl '" + address + "' -H '" + sender + ": {{sender}}'",
		"masked":                "curl '" + address + "' -H '" + sender + ": ****'",
		"several-values":        `{"url": "` + address + `", "sender": "B", "headers": {"` + sender + `": "A"}}`,
		"replacement-character": "curl '" + address + "' -H '" + sender + ": K\ufffdyt'",
		"mojibake":              "curl '" + address + "' -H '" + sender + ": KÃ¤yt'",
		"space-kept":            "name = 'A '\nrequests.get('" + address + "', headers={'" + sender + "': name})",
		"ampersand":             "curl " + address + "?a=1&b=2 -H '" + sender + ": A'",
		"json-cut-off":          read(t, "testdata/har-cut-off.paste"),
		"host-missing":          "GET /a.nv HTTP/1.1\n" + sender + ": A",
		"repaired":              "curl $'" + address + "?a=1^&b=2' -H '" + sender + ": A'",
		"base-path":             "axios.create({baseURL: 'https://isvapi.netvisor.fi/base'}).get('/a.nv', {headers: {'" + sender + "': 'A'}})",
	}
	for id, text := range texts {
		notes := Parse(text).Notes
		require.True(t, slices.ContainsFunc(notes, func(n Note) bool { return n.ID == id && n.Doubt }), "%s: %v", id, notes)
	}
	for _, id := range doubtful {
		require.True(t, id == "too-long" || texts[id] != "", id)
	}
	require.True(t, doubts("too-long", ""))
	require.False(t, doubts("placeholder", mac.FieldPartnerID), "it is not signed")
}
