package diagnose

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// One part escaped otherwise is a mistake of its own only where there are others: else the whole address is.
func TestPartsEscapedOtherwise(t *testing.T) {
	require.Empty(t, partsEscapedOtherwise("https://a.fi/b.nv?keyword=%C3%B6"))
	require.Empty(t, partsEscapedOtherwise("https://a.fi/b.nv?keyword=%C3%B6&start=1"))
	got := partsEscapedOtherwise("https://a.fi/b.nv?keyword=%C3%B6&city=%C3%A4#c")
	require.Contains(t, got, "https://a.fi/b.nv?keyword=%F6&city=%C3%A4#c")
	require.Contains(t, got, "https://a.fi/b.nv?keyword=%C3%B6&city=%E4#c")
	require.NotContains(t, got, "https://a.fi/b.nv?keyword=%F6&city=%E4#c")
}

// Each of the three characters is added to the end of a query, or taken away where it is.
func TestStrayEnds(t *testing.T) {
	const query = "https://a.fi/b.nv?c=d"
	require.Empty(t, strayEnds("https://a.fi/b.nv"))
	require.Equal(t, []string{query + "&", query + "?", query + "="}, strayEnds(query))
	for i, end := range []string{"&", "?", "="} {
		require.Equal(t, query, strayEnds(query + end)[i], end)
	}
}

// Up to six parameters come in every order, more only as a program puts them.
func TestParameterOrders(t *testing.T) {
	for parameters, want := range map[string]int{"a": 0, "b&a": 2, "a&c&b": 6, "a&b&c&d&e&f": 720, "a&c&b&d&e&f&g": 7} {
		seen := map[string]bool{}
		parameterOrders("https://a.fi/b.nv?"+parameters, alone, eachText(func(url []byte) bool { seen[string(url)] = true; return true }))
		require.Len(t, seen, want, parameters)
	}
}

// The key of the HMAC may have been made of any value that a client has, the partner id among them.
func TestOtherHMACKeys(t *testing.T) {
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	for _, values := range [][]calc.Value{{{Field: "partnerId", Text: r.PartnerID}}, {c.Message.List[2], {Field: "partnerId", Text: r.PartnerID}}, {c.Message.List[1]}} {
		made := c
		made.Key = calc.New(c.Hash, c.Encoding, nil, values).Key
		sum, err := made.Sum()
		require.NoError(t, err)
		r.MAC = sum
		report := Diagnose(r, k, Options{})
		requireCause(t, "other values", report, "hmac-key-other-values")
		var names []mac.Field
		for _, v := range values {
			names = append(names, mac.Field(v.Field))
		}
		require.Equal(t, said.Joined(titles(names)), report.Causes[0][0].Detail)
	}
}

// Both times may be of another request, without its transaction id.
func TestTimesOfAnotherRequest(t *testing.T) {
	r, k := pairRequest()
	other := mac.Request{TransactionID: "11111111-2222-4333-8444-555555555555", Timestamp: "2026-05-01 09:00:00.001", TimestampUnix: "1777626000", URL: "https://isvapi.netvisor.fi/a.nv"}
	for _, take := range []func(*mac.Request){
		func(r *mac.Request) { r.TransactionID = other.TransactionID },
		func(r *mac.Request) { r.URL = other.URL },
		func(r *mac.Request) { r.Timestamp = other.Timestamp },
		func(r *mac.Request) { r.TimestampUnix = other.TimestampUnix },
		func(r *mac.Request) { r.Timestamp, r.TimestampUnix = other.Timestamp, other.TimestampUnix },
		func(r *mac.Request) {
			r.Timestamp, r.TimestampUnix, r.TransactionID = other.Timestamp, other.TimestampUnix, other.TransactionID
		},
		func(r *mac.Request) {
			r.URL, r.Timestamp, r.TimestampUnix, r.TransactionID = other.URL, other.Timestamp, other.TimestampUnix, other.TransactionID
		},
	} {
		made := r
		take(&made)
		sum, err := mac.Sum(made, k)
		require.NoError(t, err)
		r := r
		r.MAC = sum
		requireCause(t, "another request", Diagnose(r, k, Options{Others: []mac.Request{other}}), "value-of-another-request")
	}
}

// What was the cause before is made again as it is made with others; what has a stage of its own by itself alone.
func TestAgain(t *testing.T) {
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	s := newSearch(&c, new(sentMAC))
	for ids, want := range map[string]bool{
		"utf-8": true, "utf-8 timestamp-offset": true, "two-typos-partner-key": true, "clock-read-twice": true,
		"two-typos-partner-key utf-8": false, "clock-read-twice timestamp-iso": false, "no-such-mistake": false, "utf-8 no-such-mistake": false,
		"utf-8 timestamp-iso url-html url-port newline-sender": false,
	} {
		round, ok := s.again(strings.Fields(ids))
		require.Equal(t, want, ok, ids)
		if ok {
			require.Equal(t, len(strings.Fields(ids)), len(round.sweeps)+round.plain, ids)
			require.Equal(t, slices.ContainsFunc(round.sweeps, func(i int) bool { return mistakes[i].stage != "" }), round.width == alone, ids)
		}
	}
	_, ok := s.again(nil)
	require.False(t, ok)
}
