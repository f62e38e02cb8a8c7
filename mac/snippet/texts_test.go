package snippet

import (
	"bufio"
	"net/http"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// signed returns a request with its MAC, in the form that is sent.
func signed(t *testing.T, n *netvisor, algorithm mac.Algorithm) mac.Request {
	r := nastyRequest(n, "text", algorithm)
	url, err := mac.EncodeURL(strings.Replace(r.URL, "/text", "/a/../text", 1))
	require.NoError(t, err)
	r.URL = url
	r, err = mac.Sign(r, rightKeys)
	require.NoError(t, err)
	return r
}

// The curl command is run by bash, and the server takes what it sends.
func TestCurl(t *testing.T) {
	installed(t, "curl")
	n := newNetvisor(t)
	for _, algorithm := range []mac.Algorithm{mac.HMACSHA256, mac.SHA256} {
		r := signed(t, n, algorithm)
		made, err := Make("curl", r)
		require.NoError(t, err)
		out, err := exec.Command("bash", "-c", made).Output()
		require.NoError(t, err)
		require.Equal(t, answerOK, string(out))
		n.requireReceived(t, r)
	}
}

// What Go reads of the .http file and of the header text is the request.
func TestHTTPAndHeaders(t *testing.T) {
	n := newNetvisor(t)
	r := signed(t, n, mac.HMACSHA256)
	whole, err := Make("http", r)
	require.NoError(t, err)
	headers, err := Make("headers", r)
	require.NoError(t, err)
	require.Equal(t, "GET "+r.URL+" HTTP/1.1\n"+headers, whole)
	got := readText(t, whole)
	require.True(t, verify(got, rightKeys))
	got.URL = r.URL
	require.Equal(t, r, got)
}

func readText(t *testing.T, text string) mac.Request {
	var bytes []byte
	for _, c := range strings.ReplaceAll(text, "\n", "\r\n") + "\r\n" {
		bytes = append(bytes, byte(c))
	}
	received, err := http.ReadRequest(bufio.NewReader(strings.NewReader(string(bytes))))
	require.NoError(t, err)
	r := read(received)
	r.URL = received.RequestURI
	return r
}

// A value that is not there is no header.
func TestTextsWithoutValues(t *testing.T) {
	for _, id := range texts {
		made, err := Make(id, mac.Request{URL: "https://a/", Sender: "x"})
		require.NoError(t, err)
		require.Equal(t, 3, strings.Count(made, "X-Netvisor-"), made)
		require.True(t, strings.HasPrefix(made, "# No MAC: "), made)
		signed, err := Make(id, example)
		require.NoError(t, err)
		require.NotContains(t, signed, "# No MAC")
	}
}

// The texts that can carry a method and a body do so where Netvisor takes XML.
func TestTextsOfPost(t *testing.T) {
	r := example
	r.URL = "https://isvapi.netvisor.fi/accounting.nv"
	for id, want := range map[string]string{
		"curl": "  --header 'Content-Type: text/plain' \\\n  --data-binary @request.xml \\\n  'https://isvapi.netvisor.fi/accounting.nv'\n",
		"http": "\nContent-Type: text/plain\n\n< ./request.xml\n",
	} {
		made, err := Make(id, r)
		require.NoError(t, err)
		require.True(t, strings.HasSuffix(made, want), made)
		require.Equal(t, id == "http", strings.HasPrefix(made, "POST https://"), made)
	}
}
