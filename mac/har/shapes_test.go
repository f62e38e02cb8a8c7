package har

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/mac/paste"
)

// shapes are entries as programs write them; each gets the headers and the address.
var shapes = map[string]string{
	"Chrome":          `{"_initiator":{"type":"script"},"_priority":"High","_resourceType":"fetch","cache":{},"connection":"443","request":{"method":"GET","url":%[2]q,"httpVersion":"http/2.0","headers":[{"name":":authority","value":"isvapi.netvisor.fi"},{"name":":method","value":"GET"},%[1]s],"queryString":[{"name":"id","value":"1"}],"cookies":[],"headersSize":-1,"bodySize":0},"response":{"status":200,"statusText":"","content":{"size":10,"mimeType":"text/xml","text":%[3]s},"redirectURL":"","_transferSize":1},"serverIPAddress":"1.2.3.4","startedDateTime":"2026-07-14T06:00:00.5Z","time":1.5,"timings":{}}`,
	"Firefox":         `{"startedDateTime":"2026-07-14T06:00:00.5+03:00","request":{"bodySize":0,"method":"GET","url":%[2]q,"httpVersion":"HTTP/2","headers":[%[1]s],"cookies":[],"queryString":[{"name":"id","value":"1"}],"headersSize":900},"response":{"status":200,"headers":[{"name":"location","value":"https://isvapi.netvisor.fi/other.nv"}],"redirectURL":"https://isvapi.netvisor.fi/other.nv","content":{"mimeType":"text/xml","size":1,"text":%[3]s}},"cache":{},"timings":{},"time":3,"_securityState":"secure","pageref":"page_1"}`,
	"Charles":         `{"startedDateTime":"x","time":1,"request":{"method":"GET","url":%[2]q,"httpVersion":"HTTP/1.1","cookies":[],"headers":[{"name":"Host","value":"isvapi.netvisor.fi"},%[1]s],"queryString":[{"name":"url","value":"https://example.com/?x"}],"headersSize":1,"bodySize":0},"response":{"_charlesStatus":"COMPLETE","status":200,"content":{"size":1,"mimeType":"text/xml","text":%[3]s}},"serverIPAddress":"1.2.3.4","cache":{},"timings":{}}`,
	"mitmproxy":       `{"startedDateTime":"x","time":1,"request":{"method":"GET","url":%[2]q,"httpVersion":"HTTP/2.0","cookies":[],"headers":[%[1]s],"queryString":[{"name":"id","value":"1"}],"headersSize":1,"bodySize":0},"response":{"status":200,"statusText":"OK","content":{"size":1,"compression":0,"mimeType":"text/xml","text":%[3]s}},"cache":{},"timings":{}}`,
	"response first":  `{"response":{"content":{"text":%[3]s},"status":200},"request":{"headers":[%[1]s],"url":%[2]q}}`,
	"headers first":   `{"request":{"headers":[%[1]s],"queryString":[{"name":"url","value":"x"}],"method":"GET","url":%[2]q},"response":{"status":200,"content":{"text":%[3]s}}}`,
	"white space":     "{\n\t\"request\" : { \"url\" : %[2]q ,\n \"headers\" : [ %[1]s ] } , \"response\":{\"status\":200,\"content\":{\"text\":%[3]s}}\n}",
	"value and name":  `{"request":{"url":%[2]q,"headers":[{"value":"x","name":"Accept"},%[1]s]},"response":{"status":200,"content":{"text":%[3]s}}}`,
	"spaces at edges": `{"request":{"url":%[2]q,"headers":[{"name":"X-Netvisor-Interface-Language","value":" FI\t"},%[1]s]},"response":{"status":200,"content":{"text":%[3]s}}}`,
	"a header twice":  `{"request":{"url":%[2]q,"headers":[{"name":"X-Netvisor-Authentication-Sender","value":"Other"},%[1]s]},"response":{"status":200,"content":{"text":%[3]s}}}`,
}

// Whatever writes the file, what is found is what package paste finds, of each request.
func TestShapesAsPaste(t *testing.T) {
	answer := `"<Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>"`
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			var list []string
			for i := range 3 {
				headers := fmt.Sprintf(`{"name":"X-Netvisor-Authentication-Sender","value":"Ty\u00f6 \"A\""},{"name":"x-netvisor-authentication-customerid","value":"C"},{"name":"X-Netvisor-Authentication-TransactionId","value":"T%d"}`, i)
				list = append(list, fmt.Sprintf(shape, headers, fmt.Sprintf("https://isvapi.netvisor.fi/a.nv?id=%d", i), answer))
			}
			text := fileOf(list...)
			found, whole := entriesOf(text)
			require.True(t, whole)
			want := paste.Parse(text).Requests
			require.Len(t, want, 3)
			require.Len(t, found, 3)
			for i, e := range found {
				require.Equal(t, want[i].Request, e.Request)
				require.Equal(t, mac.Request{URL: fmt.Sprintf("https://isvapi.netvisor.fi/a.nv?id=%d", i), CustomerID: "C", TransactionID: fmt.Sprint("T", i)}, without(e.Request))
				require.Equal(t, shortly(want[i].Answer.Code, want[i].Answer.Status, ""), e.Answer)
			}
		})
	}
}

// without leaves out what the shapes write differently.
func without(r mac.Request) mac.Request {
	r.Sender, r.Language = "", strings.TrimSuffix(r.Language, "FI")
	return r
}

// A query that stands apart from an address without one is a part of it, for both.
func TestQueryApart(t *testing.T) {
	text := fileOf(`{"request":{"url":"https://isvapi.netvisor.fi/a.nv","headers":[{"name":"X-Netvisor-Authentication-Sender","value":"A"}],"queryString":[{"name":"id","value":"1"},{"name":"k","value":"b"}]}}`)
	found, whole := entriesOf(text)
	require.True(t, whole)
	require.Equal(t, []entry{{Request: mac.Request{URL: "https://isvapi.netvisor.fi/a.nv?id=1&k=b", Sender: "A"}}}, found)
	require.Equal(t, found[0].Request, paste.Parse(text).Requests[0].Request)
}
