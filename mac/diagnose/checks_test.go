package diagnose

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"netvisormac/mac"
	"netvisormac/mac/internal/examples"
	"netvisormac/mac/internal/timestamp"

	"github.com/stretchr/testify/require"
)

// Each check is found by one change of a request that is otherwise in order.
var spoilt = []struct {
	id     string
	spoil  func(*mac.Request, *mac.Keys)
	fields string
	detail string
}{
	{"algorithm-missing", func(r *mac.Request, _ *mac.Keys) { r.Algorithm = "" }, "algorithm", ""},
	{"algorithm-unknown", func(r *mac.Request, _ *mac.Keys) { r.Algorithm = "hmac-sha256" }, "algorithm", ""},
	{"algorithm-legacy", func(r *mac.Request, _ *mac.Keys) { r.Algorithm = mac.SHA256 }, "algorithm", ""},
	{"mac-upper-case", func(r *mac.Request, _ *mac.Keys) { r.MAC = strings.Repeat("A1", 32) }, "mac", ""},
	{"mac-base64", func(r *mac.Request, _ *mac.Keys) { r.MAC = strings.Repeat("Ab-_", 10) + "123=" }, "mac", ""},
	{"mac-md5-length", func(r *mac.Request, _ *mac.Keys) { r.MAC = strings.Repeat("a1", 16) }, "mac", ""},
	{"mac-sha1-length", func(r *mac.Request, _ *mac.Keys) { r.MAC = strings.Repeat("a1", 20) }, "mac", ""},
	{"mac-sha512-length", func(r *mac.Request, _ *mac.Keys) { r.MAC = strings.Repeat("a1", 64) }, "mac", ""},
	{"mac-form", func(r *mac.Request, _ *mac.Keys) { r.MAC = "hello" }, "mac", "5 characters, not all of them hex digits"},
	{"mac-form", func(r *mac.Request, _ *mac.Keys) { r.MAC = strings.Repeat("a1", 31) }, "mac", "62 characters"},
	{"value-missing", func(r *mac.Request, _ *mac.Keys) { r.Sender, r.PartnerID = "", "" }, "sender partnerId", "Sender, Partner id"},
	{"edge-space", func(r *mac.Request, k *mac.Keys) { r.Sender, k.Partner = " a", k.Partner+"\n" }, "sender partnerKey", "Sender: at its beginning; Partner key: at its end"},
	{"edge-space", func(r *mac.Request, _ *mac.Keys) { r.Sender = " a " }, "sender", "Sender: at both ends"},
	{"invisible-character", func(r *mac.Request, _ *mac.Keys) { r.Sender = "a\u00a0b" }, "sender", "Sender: U+00A0 at character 2"},
	{"invisible-character", func(_ *mac.Request, k *mac.Keys) { k.Customer = k.Customer[:3] + "\u200b" + k.Customer[3:] }, "customerKey", "Customer key: U+200B at character 4"},
	{"typographic-quote", func(r *mac.Request, _ *mac.Keys) { r.Sender = "ä”" }, "sender", "Sender: U+201D at character 2"},
	{"full-width-ampersand", func(r *mac.Request, _ *mac.Keys) { r.Sender = "a＆b" }, "sender", "Sender: U+FF06 at character 2"},
	{"decomposed-letter", func(r *mac.Request, _ *mac.Keys) { r.Sender = "Tyo\u0308" }, "sender", "Sender: U+0308 at character 4"},
	{"lost-character", func(r *mac.Request, _ *mac.Keys) { r.Sender = "Ty�" }, "sender", "Sender: U+FFFD at character 3"},
	{"mojibake", func(r *mac.Request, _ *mac.Keys) { r.Sender = "TyÃ¶aika" }, "sender", `Sender: "Työaika"`},
	{"mojibake", func(_ *mac.Request, k *mac.Keys) { k.Partner = "avainÃ¶" }, "partnerKey", "Partner key: 7 characters"},
	{"outside-charset", func(r *mac.Request, _ *mac.Keys) { r.Sender = "€" }, "sender", "Sender: character 1, '€' (U+20AC), is not a character of the charset ISO-8859-1"},
	{"url-scheme", func(r *mac.Request, _ *mac.Keys) { r.URL = "http://integration.netvisor.fi/accounting.nv" }, "url", ""},
	{"host-test", func(r *mac.Request, _ *mac.Keys) { r.URL = "https://isvapi.netvisor.fi:443/accounting.nv" }, "url", ""},
	{"host-unknown", func(r *mac.Request, _ *mac.Keys) { r.URL = "https://koulutus.netvisor.fi/accounting.nv" }, "url", ""},
	{"url-raw", func(r *mac.Request, _ *mac.Keys) { r.URL += "?keyword=Työ" }, "url", "https://integration.netvisor.fi/accounting.nv?keyword=Ty%F6"},
	{"url-with-fragment", func(r *mac.Request, _ *mac.Keys) { r.URL += "#top" }, "url", ""},
	{"timestamp-form", func(r *mac.Request, _ *mac.Keys) { r.Timestamp = "2026-07-14T17:05:09Z" }, "timestamp", ""},
	{"timestamp-form", func(r *mac.Request, _ *mac.Keys) { r.Timestamp = "2026-07-14 17:05:09" }, "timestamp", ""},
	{"timestamp-unix-form", func(r *mac.Request, _ *mac.Keys) { r.TimestampUnix = "1784048709318" }, "timestampUnix", ""},
	{"timestamps-disagree", func(r *mac.Request, _ *mac.Keys) { r.Timestamp = "2026-07-14 20:05:09.318" }, "timestamp timestampUnix", "Timestamp is 3 h after TimestampUnix, which is 2026-07-14 17:05:09; as local time in Finland"},
	{"timestamps-disagree", func(r *mac.Request, _ *mac.Keys) { r.Timestamp = "2026-07-14 11:35:09.318" }, "timestamp timestampUnix", "Timestamp is 5 h 30 min before TimestampUnix, which is 2026-07-14 17:05:09"},
	{"timestamp-unix-form", func(r *mac.Request, _ *mac.Keys) { r.TimestampUnix = "100000000000" }, "timestampUnix", ""},
	{"timestamps-disagree", func(r *mac.Request, _ *mac.Keys) { r.Timestamp = "2026-07-15 07:05:09.318" }, "timestamp timestampUnix", "Timestamp is 14 h after TimestampUnix, which is 2026-07-14 17:05:09; as local time at UTC+14 h"},
	{"timestamps-disagree", func(r *mac.Request, _ *mac.Keys) { r.Timestamp = "2026-07-15 07:35:09.318" }, "timestamp timestampUnix", "Timestamp is 14 h 30 min after TimestampUnix, which is 2026-07-14 17:05:09"},
	{"timestamps-disagree", func(r *mac.Request, _ *mac.Keys) { r.Timestamp = "2026-07-14 05:05:09.318" }, "timestamp timestampUnix", "Timestamp is 12 h before TimestampUnix, which is 2026-07-14 17:05:09; as local time at UTC−12 h"},
	{"timestamps-disagree", func(r *mac.Request, _ *mac.Keys) { r.Timestamp = "2026-07-14 04:35:09.318" }, "timestamp timestampUnix", "Timestamp is 12 h 30 min before TimestampUnix, which is 2026-07-14 17:05:09"},
	{"timestamps-disagree", func(r *mac.Request, _ *mac.Keys) { r.TimestampUnix = "1784048708" }, "timestamp timestampUnix", "Timestamp is 1 s after TimestampUnix, which is 2026-07-14 17:05:08"},
	{"timestamp-clock", func(r *mac.Request, _ *mac.Keys) {
		r.Timestamp, r.TimestampUnix = "2026-07-14 17:08:09.318", "1784048889"
	}, "timestamp", "3 min after it"},
	{"timestamp-clock", func(r *mac.Request, _ *mac.Keys) {
		r.Timestamp, r.TimestampUnix = "2026-07-14 17:06:09.318", "1784048769"
	}, "timestamp", "1 min after it"},
	{"language-unknown", func(r *mac.Request, _ *mac.Keys) { r.Language = "SV" }, "language", ""},
	{"language-case", func(r *mac.Request, _ *mac.Keys) { r.Language = "fi" }, "language", ""},
	{"organisation-id-form", func(r *mac.Request, _ *mac.Keys) { r.OrganisationID = "FI19675438" }, "organisationId", ""},
	{"organisation-id-check-digit", func(r *mac.Request, _ *mac.Keys) { r.OrganisationID = "0123456-7" }, "organisationId", ""},
	{"transaction-id-form", func(r *mac.Request, _ *mac.Keys) { r.TransactionID = "123456" }, "transactionId", ""},
	{"transaction-id-form", func(r *mac.Request, _ *mac.Keys) { r.TransactionID = "{" + r.TransactionID + "}" }, "transactionId", ""},
	{"partner-id-is-customer-id", func(r *mac.Request, _ *mac.Keys) { r.PartnerID = r.CustomerID }, "customerId partnerId", ""},
	{"id-looks-like-key", func(r *mac.Request, k *mac.Keys) { r.CustomerID, k.Customer = k.Customer, "0112038-9" }, "customerId customerKey", "Customer id: the form of a key; Customer key: the form of an id"},
	{"id-looks-like-key", func(r *mac.Request, k *mac.Keys) { r.PartnerID = " " + strings.ToUpper(k.Partner) }, "partnerId", "Partner id: a key"},
	{"id-looks-like-key", func(r *mac.Request, k *mac.Keys) { r.URL += "?key=" + k.Partner[:24] }, "url", "Address: the form of a key"},
	{"id-looks-like-key", func(r *mac.Request, k *mac.Keys) { r.Sender = "a12345678b"; k.Customer = " A12345678 " }, "sender", "Sender: a key"},
	{"id-looks-like-key", func(r *mac.Request, k *mac.Keys) { r.TransactionID = k.Customer }, "transactionId", "Transaction id: a key"},
	{"id-looks-like-key", func(r *mac.Request, _ *mac.Keys) { r.TransactionID = strings.Repeat("0b", 16) }, "transactionId", "Transaction id: the form of a key"},
	{"id-looks-like-key", func(_ *mac.Request, k *mac.Keys) { k.Partner = "00000000-0000-0000-0000-000000000000_1" }, "partnerKey", "Partner key: the form of an id"},
	{"keys-equal", func(_ *mac.Request, k *mac.Keys) { k.Partner = k.Customer }, "customerKey partnerKey", ""},
	{"key-form", func(_ *mac.Request, k *mac.Keys) { k.Customer = "TestUserKey" }, "customerKey", "Customer key: 11 characters"},
	{"key-length", func(_ *mac.Request, k *mac.Keys) { k.Partner = k.Partner[1:] }, "partnerKey", "Partner key: 31 characters"},
	{"host-production", func(*mac.Request, *mac.Keys) {}, "url", ""},
}

var receipt = Options{ReceivedAt: time.Date(2026, 7, 14, 17, 5, 9, 500, time.UTC)}

func TestChecks(t *testing.T) {
	tested := map[string]bool{}
	for _, test := range spoilt {
		tested[test.id] = true
		r, k := examples.Orderly()
		test.spoil(&r, &k)
		got := byID(Diagnose(r, k, receipt).Notices)[test.id]
		require.Equal(t, test.id, got.ID, "not noticed")
		require.Equal(t, test.fields, names(got.Fields), test.id)
		require.Equal(t, test.detail, got.Detail, test.id)
	}
	for _, check := range Checks() {
		require.True(t, tested[check.ID], "no test spoils a request for %s", check.ID)
	}
}

func TestAnOrderlyRequest(t *testing.T) {
	r, k := examples.Orderly()
	report := Diagnose(r, k, receipt)
	require.Len(t, report.Notices, 1)
	require.Equal(t, "host-production", report.Notices[0].ID)
}

// What the official page prints is noticed, and passes.
func TestTheOfficialExamplePasses(t *testing.T) {
	r, k := examples.Official(t)
	r.PartnerID = "Partner identifier"
	report := Diagnose(r, k, Options{})
	require.True(t, report.OK)
	var ids []string
	for _, notice := range report.Notices {
		ids = append(ids, notice.ID)
	}
	require.Equal(t, []string{"host-test", "timestamps-disagree", "transaction-id-form", "key-length"}, ids)
}

// A clock is far from the time of receipt by a minute, not by less.
func TestClockWithinAMinute(t *testing.T) {
	for text, far := range map[string]bool{"2026-07-14 17:06:08.999": false, "2026-07-14 17:06:09.001": true, "2026-07-14 17:04:09.001": false, "2026-07-14 17:04:08.999": true} {
		r, k := examples.Orderly()
		r.Timestamp = text
		require.Equal(t, far, byID(Diagnose(r, k, receipt).Notices)["timestamp-clock"].ID != "", text)
	}
}

// A MAC of another hash is told by its length, and by nothing besides.
func TestOneNoticeOfTheMAC(t *testing.T) {
	for id, sum := range map[string]string{
		"mac-md5-length": strings.Repeat("a1", 16), "mac-sha1-length": strings.Repeat("a1", 20), "mac-sha512-length": strings.Repeat("a1", 64),
		"mac-base64": strings.Repeat("Ab-_", 10) + "123=", "mac-upper-case": strings.Repeat("A1", 32), "mac-form": strings.Repeat("a1", 63),
	} {
		r, k := examples.Orderly()
		r.MAC = sum
		var ids []string
		for _, notice := range Diagnose(r, k, receipt).Notices {
			if strings.HasPrefix(notice.ID, "mac-") {
				ids = append(ids, notice.ID)
			}
		}
		require.Equal(t, []string{id}, ids)
	}
}

// Every character that cannot be seen is told, and none that can.
func TestInvisibleCharacters(t *testing.T) {
	for r := rune(0); r < 0x10000; r++ {
		if r == utf8.RuneError || 0xd800 <= r && r < 0xe000 || unicode.Is(unicode.Variation_Selector, r) {
			continue
		}
		unseen := unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.IsSpace(r) && r != ' '
		if told := !invisible("a" + string(r)).IsEmpty(); told != unseen {
			require.Contains(t, rareInvisible, r, "%U: told %v, unseen %v", r, told, unseen)
		}
	}
}

// rareInvisible are signs of scripts that no Finnish form has, fillers that are letters to Unicode, and what it has not
// given a meaning yet.
var rareInvisible = []rune{0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x61c, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x1680, 0x180e, 0x205f, 0x3000, 0x2065}

// What other values may look like without being one of a key.
func TestNoKeyInAnotherField(t *testing.T) {
	for _, spoil := range []func(*mac.Request, *mac.Keys){
		func(r *mac.Request, _ *mac.Keys) { r.CustomerID = "00000000-0000-0000-0000-000000000000_1" },
		func(r *mac.Request, k *mac.Keys) { r.Sender = k.Partner[:23] },
		func(r *mac.Request, _ *mac.Keys) { r.TransactionID = strings.ReplaceAll(r.TransactionID, "-", "") },
		func(r *mac.Request, _ *mac.Keys) { r.MAC = strings.Repeat("a1", 32) },
		func(r *mac.Request, k *mac.Keys) { r.Sender, k.Customer = "secretary", "secret" },
		func(_ *mac.Request, k *mac.Keys) { k.Customer = "0112038-99" },
		func(_ *mac.Request, k *mac.Keys) { k.Customer = "00000000-0000-0000-0000-000000000000_x" },
	} {
		r, k := examples.Orderly()
		spoil(&r, &k)
		require.NotContains(t, byID(Diagnose(r, k, receipt).Notices), "id-looks-like-key")
	}
}

// What is not hashed needs no charset.
func TestCharsetOfTheMAC(t *testing.T) {
	r, k := examples.Orderly()
	r.MAC, r.Algorithm = "€", "€"
	require.NotContains(t, byID(Diagnose(r, k, receipt).Notices), "outside-charset")
}

func TestTableOfChecks(t *testing.T) {
	seen := map[string]bool{}
	for _, check := range Checks() {
		requireRow(t, check)
		require.False(t, seen[check.ID], "%s stands twice", check.ID)
		seen[check.ID] = true
	}
}

func requireRow(t *testing.T, m Mistake) {
	require.Regexp(t, regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), m.ID)
	require.NotEmpty(t, m.Title)
	require.False(t, strings.HasSuffix(m.Title, "."), "%s: the title ends with a period", m.ID)
	require.True(t, strings.HasSuffix(m.Fix, "."), "%s: the fix ends without a period", m.ID)
}

func byID(list []Mistake) map[string]Mistake {
	rows := map[string]Mistake{}
	for _, m := range list {
		rows[m.ID] = m
	}
	return rows
}

func names(list []mac.Field) string {
	var all []string
	for _, f := range list {
		all = append(all, string(f))
	}
	return strings.Join(all, " ")
}

func TestFinnishOffset(t *testing.T) {
	for at, want := range map[string]time.Duration{
		"2026-01-15 12:00:00.000": 2, "2026-07-14 12:00:00.000": 3,
		"2026-03-29 00:59:59.999": 2, "2026-03-29 01:00:00.000": 3,
		"2026-10-25 00:59:59.999": 3, "2026-10-25 01:00:00.000": 2,
		"2023-03-26 01:00:00.000": 3, "2023-10-29 01:00:00.000": 2,
	} {
		moment, ok := timestamp.Parse(at)
		require.True(t, ok)
		require.Equal(t, want*time.Hour, finnishOffset(moment), at)
	}
}
