package diagnose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"netvisormac/mac"
	"netvisormac/mac/internal/examples"

	"github.com/stretchr/testify/require"
)

// fiveRequests differ in what mistakes need to show.
func fiveRequests() map[string]func(*mac.Request, *mac.Keys) {
	return map[string]func(*mac.Request, *mac.Keys){
		"ASCII":              func(r *mac.Request, _ *mac.Keys) { r.Sender = "ClientName" },
		"ö in the sender":    func(r *mac.Request, _ *mac.Keys) { r.Sender = "Työaika Oy" },
		"query with escapes": func(r *mac.Request, _ *mac.Keys) { r.URL += "?keyword=Ty%F6%20aika&start=a+b" },
		"31 digits":          func(_ *mac.Request, k *mac.Keys) { k.Partner = "7f94228d149a96b2f25e3edad55096e" },
		"SHA256":             func(r *mac.Request, _ *mac.Keys) { r.Algorithm = mac.SHA256 },
	}
}

// extras are requests for the mistakes that none of the five can show.
var extras = map[string]func(*mac.Request, *mac.Keys){
	"€ in the sender": func(r *mac.Request, _ *mac.Keys) { r.Sender = "Kulut €" },
	"UTF-8 misread":   func(r *mac.Request, _ *mac.Keys) { r.Sender = "TyÃ¶aika" },
	"capitals": func(r *mac.Request, k *mac.Keys) {
		r.Language = "fi"
		r.TransactionID, k.Customer, k.Partner = strings.ToUpper(r.TransactionID), strings.ToUpper(k.Customer), strings.ToUpper(k.Partner)
	},
	"UTF-8 escapes":        func(r *mac.Request, _ *mac.Keys) { r.URL += "?keyword=Ty%C3%B6" },
	"parameters":           func(r *mac.Request, _ *mac.Keys) { r.URL += "?keyword=Ty%C3%B6&city=J%C3%A4rvi&start=1&end=2&a=b&c=d" },
	"letters lost":         func(r *mac.Request, _ *mac.Keys) { r.Sender = "P\ufffdiv\ufffd Oy" },
	"letter lost in an id": func(r *mac.Request, _ *mac.Keys) { r.CustomerID = "Ty\ufffd\ufffd" },
	"another value wrong":  func(r *mac.Request, _ *mac.Keys) { r.CustomerID, r.OrganisationID = "TyÃ¶", "Ã¤-8" },
}

// apply is what a mistake makes of a request: its first way, or for a sweep one in the midst.
func applied(m *mistake, c *calculation, w width) (calculation, bool) {
	n, nth := 0, 0
	if m.size != nil && w == alone {
		nth = 12
	}
	from := newCandidate(c)
	to := from
	stopped := !m.apply(&from, &to, w, trying(func() bool { n++; return n <= nth }))
	if !stopped {
		return *c, false
	}
	return to.calculation(), true
}

// Every mistake, made alone, is named first.
func TestEachMistakeAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute with the race detector, which finds nothing in it to watch")
	}
	shown := map[string]bool{}
	requests := fiveRequests()
	for name, change := range extras {
		requests[name] = change
	}
	for name, change := range requests {
		r, k := examples.Orderly()
		change(&r, &k)
		c := rightOf(&r, &k, "")
		for i := range mistakes {
			m := &mistakes[i]
			wrong, ok := applied(m, &c, alone)
			if !ok {
				continue
			}
			sum, err := wrong.Sum()
			if err != nil {
				continue // the way that is left when one cannot be encoded is another mistake's
			}
			r.MAC = sum
			shown[m.ID] = true
			o := Options{}
			if m.stage != "" { // of depth 2 or 3, or one of many that make the same string
				o.First = []string{m.ID}
			}
			report := Diagnose(r, k, o)
			requireCause(t, name, report, m.ID)
			requireNoKey(t, report, k)
		}
	}
	for _, m := range Mistakes() {
		rare := oneOf(m.ID, "mojibake-", "lost-letter-") && !slices.Contains([]mac.Field{mac.FieldSender, mac.FieldCustomerID}, m.Fields[0])
		noCase := strings.Contains(m.ID, "-case-timestamp") || strings.HasSuffix(m.ID, "-case-organisation-id")
		require.True(t, shown[m.ID] || rare || noCase || m.ID == "value-of-another-request", "no request shows %s", m.ID)
	}
}

func oneOf(id string, families ...string) bool {
	return slices.ContainsFunc(families, func(family string) bool { return strings.HasPrefix(id, family) })
}

func requireCause(t *testing.T, name string, report Report, ids ...string) {
	require.False(t, report.OK, "%s: %v", name, ids)
	require.Len(t, report.Causes, 1, "%s: %v: no cause", name, ids)
	require.Equal(t, ids, idsOf(report.Causes[0]), name)
	require.Positive(t, report.Tried)
	require.NotNil(t, report.Signed)
}

// requireNoKey looks for the keys in all that a report says, in either case.
func requireNoKey(t *testing.T, report Report, k mac.Keys) {
	said := strings.ToLower(fmt.Sprintf("%+v %+v %+v %+v", report.Causes, report.Notices, report.Signed, report.Right))
	for _, key := range []string{k.Customer, k.Partner} {
		require.NotContains(t, said, strings.ToLower(key[2:len(key)-2]), "%v", idsOf(report.Causes[0]))
	}
}

func idsOf(list []Mistake) []string {
	var ids []string
	for _, m := range list {
		ids = append(ids, m.ID)
	}
	return ids
}

// What the search for many finds is what Diagnose finds.
func TestDiagnoseDeeper(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	for _, ids := range [][]string{
		{"timestamp-offset", "utf-8"},
		{"plain-sha256", "url-without-query"},
		{"url-query-utf-8", "output-upper-case"},
		{"timestamp-iso", "utf-8", "output-base64"},
	} {
		from := c
		for _, id := range ids {
			to, ok := applied(mistakeOf(id), &from, withTwo)
			require.True(t, ok, id)
			from = to
		}
		sum, err := from.Sum()
		require.NoError(t, err)
		r.MAC = sum
		requireCause(t, "Diagnose", Diagnose(r, k, Options{Depth: 3}), ids...)
		require.Empty(t, Diagnose(r, k, Options{Depth: 1}).Causes, "%v is no single mistake", ids)
	}
}

// The published page's own defect: its table says 00:00, its MAC is of 12:00.
func TestTheOfficialTable(t *testing.T) {
	r, k := examples.Official(t)
	r.Timestamp = "2023-05-04 00:00:00.000"
	report := Diagnose(r, k, Options{})
	requireCause(t, "the page's table", report, "timestamp-offset")
	require.Equal(t, "the MAC was made with 2023-05-04 12:00:00.000, 12 h after the header: local time at UTC+12 h", report.Causes[0][0].Detail)
	require.Equal(t, "15d58da63b30b189b8d7afcf7e8a21d9deb26c7255ce826c8bfe4ff30d07a298", report.Want)
}

// An absent algorithm header means MD5 to the server, which is retired.
func TestAbsentAlgorithm(t *testing.T) {
	r, k := examples.Orderly()
	right, err := mac.Sum(r, k)
	require.NoError(t, err)
	c := rightOf(&r, &k, "")
	old, ok := applied(mistakeOf("legacy-md5"), &c, alone)
	require.True(t, ok)
	sum, err := old.Sum()
	require.NoError(t, err)
	r.Algorithm = ""

	r.MAC = sum
	report := Diagnose(r, k, Options{})
	requireCause(t, "MD5", report, "legacy-md5")
	require.Empty(t, report.Want)
	require.ErrorIs(t, report.Err, mac.ErrAlgorithm)

	r.MAC = right
	report = Diagnose(r, k, Options{})
	require.False(t, report.OK)
	require.Equal(t, []string{"algorithm-missing"}, idsOf(report.Causes[0]))
	r.Algorithm = "hmacsha256"
	require.Equal(t, []string{"algorithm-unknown"}, idsOf(Diagnose(r, k, Options{}).Causes[0]))
}

// The right MAC with one digit changed is wrong.
func TestEveryDigitCounts(t *testing.T) {
	r, k := examples.Official(t)
	right := r.MAC
	for i := range right {
		r.MAC = right[:i] + string("0123456789abcdef0"[strings.IndexByte("0123456789abcdef", right[i])+1]) + right[i+1:]
		calls := 0
		require.False(t, Diagnose(r, k, Options{Progress: func(int, int, []Stage) bool { calls++; return false }}).OK, r.MAC)
	}
}

func TestDiagnoseWithoutAll(t *testing.T) {
	r, k := examples.Official(t)
	require.Zero(t, Diagnose(r, k, Options{Depth: 3}).Tried, "what is right needs no search")
	r.MAC = ""
	require.Zero(t, Diagnose(r, k, Options{Depth: 3}).Tried, "no MAC")
	r.MAC = strings.Repeat("0", 64)
	report := Diagnose(r, mac.Keys{}, Options{Depth: 3})
	require.Zero(t, report.Tried, "no keys")
	require.False(t, report.Exhausted)
	require.NotEmpty(t, report.Notices)
}

// Shards divide the work: together they compute what one computes, each MAC once.
func TestShards(t *testing.T) {
	r, k := examples.Official(t)
	r.MAC = strings.Repeat("0", 64)
	whole := Diagnose(r, k, Options{})
	require.True(t, whole.Exhausted)
	tried := 0
	for shard := range 3 {
		tried += Diagnose(r, k, Options{Shard: shard, Shards: 3}).Tried
	}
	require.Equal(t, whole.Tried, tried)
	r.Timestamp, r.MAC = "2023-05-04 01:23:45.000", "86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27"
	found := 0
	for shard := range 3 {
		found += len(Diagnose(r, k, Options{Shard: shard, Shards: 3}).Causes)
	}
	require.Equal(t, 1, found)
}

func TestTableOfMistakes(t *testing.T) {
	seen := map[string]bool{}
	for _, check := range Checks() {
		seen[check.ID] = true
	}
	for _, m := range mistakes {
		requireRow(t, m.Mistake)
		require.NotEmpty(t, m.Group, m.ID)
		require.NotEmpty(t, m.Where, m.ID)
		require.True(t, 1 <= m.likely && m.likely <= 9, m.ID)
		require.False(t, seen[m.ID], "%s stands twice", m.ID)
		seen[m.ID] = true
	}
}

// Whatever comes in, no key comes out, and the search keeps its bound.
func FuzzDiagnose(f *testing.F) {
	r, k := examples.Official(f)
	f.Add(r.URL, r.Sender, r.Timestamp, r.TimestampUnix, string(r.Algorithm), r.MAC, k.Customer, k.Partner)
	f.Add("?#%F6%", "Tyo\u0308\xff", "2023-13-40 25:61:00.000", "-1", "", "QUJD", "ключ key-1", "key-2\n")
	f.Add("", "", "", "", "SHA256", strings.Repeat("A", 64), "k", "")
	f.Fuzz(func(t *testing.T, url, sender, timestamp, unix, algorithm, sum, customer, partner string) {
		calls := 0
		report := Diagnose(mac.Request{URL: url, Sender: sender, Timestamp: timestamp, TimestampUnix: unix, Language: "FI",
			Algorithm: mac.Algorithm(algorithm), MAC: sum}, mac.Keys{Customer: customer, Partner: partner},
			Options{Depth: 2, ReceivedAt: time.Unix(0, 0), Progress: func(int, int, []Stage) bool { calls++; return calls < 2 }})
		require.LessOrEqual(t, report.Tried, 2*4096)
		text := fmt.Sprintf("%+v %+v", report.Causes, report.Notices) + fmt.Sprint(report.Signed, report.Right, report.Err)
		for _, secret := range []string{customer, partner} {
			if len(secret) > 12 && !strings.Contains(url+sender+timestamp+unix+algorithm+sum, secret) {
				require.NotContains(t, text, secret)
			}
		}
	})
}

func TestMistaken(t *testing.T) {
	r, k := examples.Official(t)
	wrong, signed, err := Mistaken("keys-swapped", r, k)
	require.NoError(t, err)
	require.Equal(t, mac.FieldPartnerKey, signed.Parts[8].Field)
	require.Empty(t, signed.Parts[8].Value)
	requireCause(t, "Mistaken", Diagnose(wrong, k, Options{}), "keys-swapped")
	_, _, err = Mistaken("utf-8", r, k)
	require.ErrorIs(t, err, ErrNoChange)
	_, _, err = Mistaken("no such", r, k)
	require.ErrorIs(t, err, ErrMistake)
}
