package mac

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"netvisormac/mac/internal/vectors"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"
)

func official(t testing.TB) (Request, Keys) {
	v := vectors.Read(t, "testdata/vectors/official-example.txt")
	r, k := requestOf(v)
	r.MAC = v["mac"]
	return r, k
}

func TestNewRequestAt(t *testing.T) {
	at := time.Date(2026, 7, 14, 20, 5, 9, 318_999_999, time.FixedZone("", 3*60*60))
	r := NewRequestAt("https://isvapi.netvisor.fi/customerlist.nv", at)
	require.Equal(t, "2026-07-14 17:05:09.318", r.Timestamp)
	require.Equal(t, "1784048709", r.TimestampUnix)
	require.Equal(t, "FI", r.Language)
	require.Equal(t, HMACSHA256, r.Algorithm)
	require.NoError(t, uuid.Validate(r.TransactionID))
	require.NotEqual(t, r.TransactionID, NewRequestAt("", at).TransactionID)
}

func TestNewRequestIsOfOneMoment(t *testing.T) {
	before := time.Now().Truncate(time.Second)
	r := NewRequest("")
	at, err := time.Parse("2006-01-02 15:04:05.000", r.Timestamp)
	require.NoError(t, err)
	require.Equal(t, fmt.Sprint(at.Unix()), r.TimestampUnix)
	require.False(t, at.Before(before) || at.After(time.Now()), "%s is not now", at)
}

func TestVerify(t *testing.T) {
	r, k := official(t)
	require.NoError(t, Verify(r, k))
	spoilt := map[string]func(*Request, *Keys){
		"another value":     func(r *Request, _ *Keys) { r.Language = "EN" },
		"a space more":      func(r *Request, _ *Keys) { r.Sender += " " },
		"another key":       func(_ *Request, k *Keys) { k.Partner = k.Customer },
		"upper case":        func(r *Request, _ *Keys) { r.MAC = "86B8" + r.MAC[4:] },
		"a digit lost":      func(r *Request, _ *Keys) { r.MAC = r.MAC[1:] },
		"no MAC":            func(r *Request, _ *Keys) { r.MAC = "" },
		"legacy algorithm":  func(r *Request, _ *Keys) { r.Algorithm = SHA256 },
		"the table's 00:00": func(r *Request, _ *Keys) { r.Timestamp = "2023-05-04 00:00:00.000" },
	}
	for name, spoil := range spoilt {
		r, k := official(t)
		spoil(&r, &k)
		require.ErrorIs(t, Verify(r, k), ErrMAC, name)
	}
}

func TestWhatIsNotSigned(t *testing.T) {
	r, k := official(t)
	r.PartnerID = "another"
	require.NoError(t, Verify(r, k), "PartnerId is not in the string")
	r.Algorithm = SHA256
	before, err := Sum(r, k)
	require.NoError(t, err)
	r.TimestampUnix = "0"
	after, err := Sum(r, k)
	require.NoError(t, err)
	require.Equal(t, before, after, "TimestampUnix is not in the legacy string")
}

func TestAlgorithmErrors(t *testing.T) {
	r, k := official(t)
	for _, algorithm := range []Algorithm{"", "MD5", "hmacsha256", "HMACSHA256 "} {
		r.Algorithm = algorithm
		for _, err := range []error{second(Sum(r, k)), second(Sign(r, k)), second(Headers(r, k)), Verify(r, k)} {
			var wrong *FieldError
			require.ErrorAs(t, err, &wrong)
			require.ErrorIs(t, err, ErrAlgorithm)
			require.Equal(t, FieldAlgorithm, wrong.Field)
		}
	}
}

func TestCharsetErrors(t *testing.T) {
	r, k := official(t)
	for _, charset := range []Charset{"UTF8", "iso-8859-1", "KOI8-R"} {
		require.ErrorIs(t, second(charset.Sum(r, k)), ErrCharset)
		require.ErrorIs(t, second(charset.EncodeURL("ö")), ErrCharset)
	}
}

func second[T any](_ T, err error) error { return err }

func TestHeaders(t *testing.T) {
	r, k := official(t)
	r.PartnerID = "Partner"
	r.MAC = "not looked at"
	got, err := Headers(r, k)
	require.NoError(t, err)
	require.Equal(t, []Header{
		{"X-Netvisor-Authentication-Sender", "ClientName"},
		{"X-Netvisor-Authentication-CustomerId", "Integration user identifier"},
		{"X-Netvisor-Authentication-PartnerId", "Partner"},
		{"X-Netvisor-Authentication-TimestampUnix", "1683147600"},
		{"X-Netvisor-Authentication-Timestamp", "2023-05-04 12:00:00.000"},
		{"X-Netvisor-Authentication-TransactionId", "123456"},
		{"X-Netvisor-Interface-Language", "FI"},
		{"X-Netvisor-Organisation-ID", "1967543-8"},
		{"X-Netvisor-Authentication-MAC", "86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27"},
		{"X-Netvisor-Authentication-MACHashCalculationAlgorithm", "HMACSHA256"},
		{"X-Netvisor-Authentication-UseHTTPResponseStatusCodes", "1"},
	}, got)
}

// What a key cannot be encoded for is said without the key.
func TestFieldErrorHidesTheKey(t *testing.T) {
	r, k := official(t)
	k.Partner = "7f94228d149a96b2\u200bf25e3edad55096e"
	_, err := Sum(r, k)
	require.EqualError(t, err, `partnerKey: character 17, '\u200b' (U+200B), is not a character of the charset ISO-8859-1`)
}

func TestKeysHide(t *testing.T) {
	_, k := official(t)
	type holder struct{ Keys Keys }
	var shown bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		fmt.Fprintf(&shown, verb+verb+verb, k, &k, holder{k})
	}
	data, err := json.Marshal(holder{k})
	require.NoError(t, err)
	shown.Write(data)
	slog.New(slog.NewTextHandler(&shown, nil)).Info("request", "keys", k)
	slog.New(slog.NewJSONHandler(&shown, nil)).Info("request", "keys", k)
	func() {
		defer func() { fmt.Fprint(&shown, recover()) }()
		panic(k)
	}()
	for _, secret := range []string{k.Customer, k.Partner, fmt.Sprintf("%x", k.Customer)} {
		require.NotContains(t, shown.String(), secret)
	}
	require.Contains(t, shown.String(), hidden)
}

// No function keeps anything: the same values give the same MAC, in any order of calls.
func FuzzSum(f *testing.F) {
	for _, file := range vectorFiles(f) {
		v := vectors.Read(f, file)
		f.Add(v["url"], v["sender"], v["customerKey"], v["algorithm"], v["charset"])
	}
	f.Fuzz(func(t *testing.T, url, sender, key, algorithm, charset string) {
		r := Request{URL: url, Sender: sender, Algorithm: Algorithm(algorithm)}
		k := Keys{Customer: key, Partner: "partner"}
		signed, err := Charset(charset).Sign(r, k)
		if err != nil {
			var wrong *FieldError
			require.True(t, errors.As(err, &wrong) || errors.Is(err, ErrCharset), err)
			return
		}
		require.Len(t, signed.MAC, 64)
		require.NoError(t, Charset(charset).Verify(signed, k))
	})
}
