package diagnose

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"netvisormac/mac"

	"github.com/stretchr/testify/require"
)

// What was found has the form and the values that the request has.
func TestFound(t *testing.T) {
	r, k := pairRequest()
	at := func(timestamp string) mac.Request { r := r; r.Timestamp = timestamp; return r }
	unix := func(seconds string) mac.Request { r := r; r.TimestampUnix = seconds; return r }
	url := func(url string) mac.Request { r := r; r.URL = url; return r }
	customer := func(key string) mac.Keys { return mac.Keys{Customer: key, Partner: k.Partner} }
	for _, c := range []struct {
		sent, signed mac.Request
		here, there  mac.Keys
		want         Found
	}{
		{at("2026-07-14 12:00:00.000"), at("2026-07-14 15:00:00.000"), k, k,
			Found{"timestamp-offset.finnish", map[string]string{"field": "timestamp", "sent": "2026-07-14 12:00:00.000", "signed": "2026-07-14 15:00:00.000"}}},
		{at("2026-01-14 12:00:00.000"), at("2026-01-14 14:00:00.000"), k, k,
			Found{"timestamp-offset.finnish", map[string]string{"field": "timestamp", "sent": "2026-01-14 12:00:00.000", "signed": "2026-01-14 14:00:00.000"}}},
		// Finland's clock is two hours ahead here, and three where this text is taken for UTC.
		{at("2026-03-29 02:59:00.000"), at("2026-03-29 00:59:00.000"), k, k,
			Found{"timestamp-offset.utc", map[string]string{"field": "timestamp", "sent": "2026-03-29 02:59:00.000", "signed": "2026-03-29 00:59:00.000"}}},
		{at("2026-01-14 12:00:00.000"), at("2026-01-14 15:00:00.000"), k, k,
			Found{"timestamp-offset.later", map[string]string{"field": "timestamp", "sent": "2026-01-14 12:00:00.000", "signed": "2026-01-14 15:00:00.000", "distance": "10800000"}}},
		{unix("1784008800"), unix("1784019600"), k, k,
			Found{"timestamp-unix-offset.later", map[string]string{"field": "timestampUnix", "sent": "1784008800", "signed": "1784019600", "distance": "10800000"}}},
		{url("https://isvapi.netvisor.fi/a.nv?x=1&y=2"), url("https://isvapi.netvisor.fi/a.nv?x=1"), k, k,
			Found{"url-parameter-missing", map[string]string{"parameter": "y=2"}}},
		{url("https://isvapi.netvisor.fi/a.nv?x=%c3&y=%61"), url("https://isvapi.netvisor.fi/a.nv?x=%C3&y=%61"), k, k,
			Found{"url-lower-case-escapes", map[string]string{"field": "url", "sent": "%c3", "signed": "%C3"}}},
		{r, r, customer(k.Customer[1:]), k, Found{"typo.fewer", map[string]string{"field": "customerKey", "position": "1"}}},
		{r, r, customer(k.Customer + "0"), k, Found{"typo.more", map[string]string{"field": "customerKey", "position": "33"}}},
		{r, r, customer(k.Customer[:4] + k.Customer[5:6] + k.Customer[4:5] + k.Customer[6:]), k,
			Found{"typo.swapped", map[string]string{"field": "customerKey", "position": "5", "next": "6"}}},
		{r, r, customer(k.Customer[:7] + "x" + k.Customer[8:]), k, Found{"typo.other", map[string]string{"field": "customerKey", "position": "8"}}},
		{r, r, customer(k.Customer[:7] + k.Customer[8:9] + k.Customer[8:]), k, Found{"typo.other", map[string]string{"field": "customerKey", "position": "8"}}}, // a doubled character is no swap
		{url("https://isvapi.netvisor.fi/a.nv"), url("https://isvapi.netvisor.fi/a.nv/"), k, k,
			Found{"url-trailing-slash.signed", map[string]string{"field": "url", "sent": "https://isvapi.netvisor.fi/a.nv", "signed": "https://isvapi.netvisor.fi/a.nv/"}}},
		{r, r, customer(" " + k.Customer), k, Found{"leading-space.key-sent", map[string]string{"field": "customerKey"}}},
	} {
		sum, err := mac.Charset("").Sum(c.signed, c.there)
		require.NoError(t, err)
		c.sent.MAC = sum
		report := Diagnose(c.sent, c.here, Options{})
		require.NotEmpty(t, report.Causes, c.want.ID)
		require.Equal(t, &c.want, report.Causes[0][0].Found)
	}
}

// No value of what was found is a key, nor has one in it.
func TestFoundHasNoKey(t *testing.T) {
	r, k := pairRequest()
	seen := 0
	for _, m := range Mistakes() {
		made, _, err := Mistaken(m.ID, r, k, mac.Request{TransactionID: "another"})
		if err != nil {
			continue
		}
		for _, cause := range Diagnose(made, k, Options{First: []string{m.ID}, Progress: func(int, int, []Stage) bool { return false }}).Causes {
			for _, mistake := range cause {
				if mistake.Found == nil {
					continue
				}
				seen++
				told := strings.ToLower(strings.Join(slices.Collect(maps.Values(mistake.Found.Args)), "\n"))
				for _, key := range []string{k.Customer, k.Partner} {
					require.NotContains(t, told, strings.ToLower(key[3:len(key)-3]), m.ID)
				}
			}
		}
	}
	require.Greater(t, seen, 60)
}

// A finder is of a mistake that there is.
func TestFinders(t *testing.T) {
	for kind := range finders {
		require.True(t, slices.ContainsFunc(mistakes, func(m mistake) bool { return m.ID == kind || strings.HasPrefix(m.ID, kind+"-") }), kind)
	}
}

// Keys are not sent, and mended where they are kept; a letter that a log has lost is no fault of the request.
func TestWhereAMistakeIsMended(t *testing.T) {
	for id, want := range map[string]Where{"leading-space-sender": Program, "leading-space-customer-key": Settings, "upper-case-partner-key": Settings, "cut-partner-key": Settings,
		"typo-customer-key": Settings, "keys-mixed": Settings, "keys-swapped": Program, "missing-customer-key": Program, "lost-letter-sender": Log} {
		require.Equal(t, want, mistakeOf(id).Where, id)
	}
	require.Contains(t, mistakeOf("leading-space-sender").Fix, "header")
	require.NotContains(t, mistakeOf("leading-space-customer-key").Fix, "header")
}
