package snippet

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// The official example's keys, and keys that are answered otherwise: with a
// status code, with a failure under 200, in ISO-8859-1, with pages that are no
// answer, the second not even XML, and with another address.
var (
	rightKeys     = mac.Keys{Customer: "7cd680e89e880553358bc07cd28b0ee2", Partner: "7f94228d149a96b2f25e3edad55096e"}
	wrongKeys     = mac.Keys{Customer: rightKeys.Customer, Partner: "00000000000000000000000000000000"}
	wrongKeys200  = mac.Keys{Customer: rightKeys.Customer, Partner: "11111111111111111111111111111111"}
	latin1Keys    = mac.Keys{Customer: rightKeys.Customer, Partner: "33333333333333333333333333333333"}
	gatewayKeys   = mac.Keys{Customer: rightKeys.Customer, Partner: "44444444444444444444444444444444"}
	elsewhereKeys = mac.Keys{Customer: rightKeys.Customer, Partner: "55555555555555555555555555555555"}
	pageKeys      = mac.Keys{Customer: rightKeys.Customer, Partner: "22222222222222222222222222222222"}
	answerOK      = `<Root><ResponseStatus><Status>OK</Status><TimeStamp>01.01.2026 12:00:00</TimeStamp></ResponseStatus><Customerlist/></Root>`
	answerFailed  = `<Root><ResponseStatus><Status>FAILED</Status><Status>%s</Status><TimeStamp>1.1.2026 12:00:00</TimeStamp></ResponseStatus></Root>`
	latin1Answer  = `<?xml version="1.0" encoding="ISO-8859-1"?>` + "\n<Root><ResponseStatus><Status>FAILED</Status><Status>INVALID_DATA :: ei k\xe4y</Status></ResponseStatus></Root>"
	authenticated = "AUTHENTICATION_FAILED :: Integraatioavaimet eivät kelpaa. Ole hyvä ja tarkista käyttäjä- ja kumppanikohtaiset avaimet"
)

// netvisor verifies requests as the real one is known to: by the MAC of the
// bytes that arrived, and by a TransactionId that never was used before.
type netvisor struct {
	*httptest.Server
	mutex    sync.Mutex
	used     map[string]bool
	problems map[string]string      // by resource: what a right MAC did not show
	last     map[string]mac.Request // by resource
	bodies   map[string]string      // by resource: method, Content-Type and body
}

func newNetvisor(t *testing.T) *netvisor {
	n := &netvisor{used: map[string]bool{}, problems: map[string]string{}, last: map[string]mac.Request{}, bodies: map[string]string{}}
	n.Server = httptest.NewServer(n)
	t.Cleanup(n.Close)
	return n
}

func (n *netvisor) ServeHTTP(w http.ResponseWriter, received *http.Request) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	r := read(received)
	w.Header().Set("Content-Type", "text/xml; charset=utf-8")
	switch {
	case verify(r, wrongKeys200):
		fmt.Fprintf(w, answerFailed, authenticated)
	case resource(r) == "elsewhere.nv":
		n.problems[resource(r)] = "a redirect was followed"
	case verify(r, elsewhereKeys):
		w.Header().Set("Location", "/elsewhere.nv")
		w.WriteHeader(http.StatusFound)
	case verify(r, latin1Keys):
		w.Header().Set("Content-Type", "text/xml")
		io.WriteString(w, latin1Answer)
	case verify(r, gatewayKeys):
		w.WriteHeader(http.StatusBadGateway)
		fmt.Fprint(w, "<html>Bad & gateway<br>")
	case verify(r, pageKeys):
		fmt.Fprint(w, "<html>OK</html>")
	case !verify(r, rightKeys):
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprintf(w, answerFailed, authenticated)
	case n.used[r.TransactionID]:
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprintf(w, answerFailed, "REQUEST_NOT_UNIQUE :: the transaction id has been used")
	default:
		if err := plausible(r, received); err != nil {
			n.problems[resource(r)] = err.Error()
		}
		body, _ := io.ReadAll(received.Body)
		n.used[r.TransactionID], n.last[resource(r)] = true, r
		n.bodies[resource(r)] = received.Method + " " + received.Header.Get("Content-Type") + " " + string(body)
		fmt.Fprint(w, answerOK)
	}
}

// resource returns the last part of the path, which no client rewrites.
func resource(r mac.Request) string {
	url, _, _ := strings.Cut(r.URL, "?")
	return url[strings.LastIndex(url, "/")+1:]
}

// read returns the request with the bytes of its headers as ISO-8859-1.
func read(received *http.Request) mac.Request {
	r := mac.Request{URL: "http://" + received.Host + received.RequestURI}
	for _, info := range mac.Fields() {
		if info.Header != "" {
			*info.Field.Of(&r, nil) = characters(received.Header.Get(info.Header))
		}
	}
	return r
}

func characters(bytes string) string {
	var text []rune
	for i := range len(bytes) {
		text = append(text, rune(bytes[i]))
	}
	return string(text)
}

// verify is of the bytes that arrived, so in ISO-8859-1 for the legacy hash too.
func verify(r mac.Request, k mac.Keys) bool { return mac.Latin1.Verify(r, k) == nil }

func plausible(r mac.Request, received *http.Request) error {
	at, err := time.Parse("2006-01-02 15:04:05.000", r.Timestamp)
	if err != nil {
		return err
	}
	if ago := time.Since(at); ago < -time.Second || ago > time.Minute {
		return fmt.Errorf("the timestamp %s is %s ago", r.Timestamp, ago)
	}
	if r.TimestampUnix != strconv.FormatInt(at.Unix(), 10) {
		return fmt.Errorf("the timestamps %s and %s are of two moments", r.Timestamp, r.TimestampUnix)
	}
	if id, err := uuid.Parse(r.TransactionID); err != nil || id.Version() != 4 || len(r.TransactionID) != 36 {
		return fmt.Errorf("the transaction id %s is no random GUID", r.TransactionID)
	}
	if received.Header.Get("X-Netvisor-Authentication-UseHTTPResponseStatusCodes") != "1" {
		return fmt.Errorf("no status codes were asked for")
	}
	return nil
}

// The server of the tests takes the official way and nothing else.
func TestNetvisor(t *testing.T) {
	n := newNetvisor(t)
	r := mac.NewRequest(n.URL + "/customerlist.nv")
	get := func(r mac.Request, k mac.Keys) int {
		headers, err := mac.Headers(r, k)
		require.NoError(t, err)
		request, err := http.NewRequest("GET", r.URL, nil)
		require.NoError(t, err)
		for _, header := range headers {
			request.Header.Set(header.Name, header.Value)
		}
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		response.Body.Close()
		return response.StatusCode
	}
	require.Equal(t, 200, get(r, rightKeys))
	require.Empty(t, n.problems)
	require.Equal(t, 400, get(r, rightKeys), "the same transaction id again")
	require.Equal(t, 401, get(r, wrongKeys))
	require.Equal(t, 200, get(r, wrongKeys200))
	r.TransactionID, r.Timestamp = uuid.NewString(), "2023-05-04 12:00:00.000"
	require.Equal(t, 200, get(r, rightKeys))
	require.Contains(t, n.problems[resource(r)], "ago")
}
