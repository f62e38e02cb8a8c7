package har

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// keys are those of the official example.
var keys = mac.Keys{Customer: "7cd680e89e880553358bc07cd28b0ee2", Partner: "7f94228d149a96b2f25e3edad55096e"}

// entryOf is an entry with these headers of Netvisor's.
func entryOf(t testing.TB, r mac.Request) string {
	headers := []map[string]string{}
	for _, info := range mac.Fields() {
		if value := *info.Of(&r, &mac.Keys{}); info.Header != "" && value != "" {
			headers = append(headers, map[string]string{"name": info.Header, "value": value})
		}
	}
	text, err := json.Marshal(map[string]any{"startedDateTime": "2026-07-14T06:00:00Z", "request": map[string]any{"url": r.URL, "headers": headers}})
	require.NoError(t, err)
	return string(text)
}

// signed is a request that carries its MAC.
func signed(t testing.TB, k mac.Keys, change func(*mac.Request)) mac.Request {
	r := mac.Request{URL: "https://isvapi.netvisor.fi/a.nv", Sender: "A", CustomerID: "C", PartnerID: "P", Timestamp: "2026-07-14 06:00:00.000", TimestampUnix: "1784008800", Language: "FI", OrganisationID: "1967543-8", TransactionID: "T", Algorithm: "HMACSHA256"}
	if change != nil {
		change(&r)
	}
	sum, err := mac.Sum(r, k)
	require.NoError(t, err)
	r.MAC = sum
	return r
}

// Each request is verified with the keys of its customer, and with those of all others where it has none.
func TestVerdicts(t *testing.T) {
	other := mac.Keys{Customer: "a", Partner: "b"}
	of := func(customer string) func(*mac.Request) { return func(r *mac.Request) { r.CustomerID = customer } }
	wrong, unsigned := signed(t, keys, nil), signed(t, keys, nil)
	wrong.Timestamp, unsigned.MAC = "2026-07-14 09:00:00.000", ""
	impossible := signed(t, keys, nil)
	impossible.Sender = "Ω"
	file := fileOf(entryOf(t, signed(t, keys, nil)), entryOf(t, wrong), entryOf(t, unsigned), entryOf(t, impossible), entryOf(t, signed(t, other, of("D"))))
	var table Table
	for _, row := range []struct {
		ring Ring
		want string
	}{
		{Ring{"": keys}, "+-?!-"},
		{Ring{"": keys, "D\nP": other}, "+-?!+"},
		{Ring{"D\nP": other}, "kk?k+"},
		{nil, "kk?kk"},
	} {
		require.True(t, table.Read(file, row.ring))
		require.Equal(t, row.want, string(table.Verdicts))
		require.Equal(t, map[string]int{"C\nP": 4, "D\nP": 1}, table.Rings)
	}
}

// A table judges by what stands in the file now, though it lies where the one before lay; what was read
// of that one stays.
func TestMemoryIsUsedAgain(t *testing.T) {
	first, second := signed(t, keys, nil), signed(t, keys, func(r *mac.Request) { r.Timestamp = "2026-07-14 07:11:22.333" })
	forged := second
	forged.MAC = first.MAC
	memory := make([]byte, len(fileOf(entryOf(t, first))))
	text := unsafe.String(unsafe.SliceData(memory), len(memory))
	var table Table
	for _, step := range []struct {
		request mac.Request
		want    string
	}{{first, "+"}, {second, "+"}, {forged, "-"}, {first, "+"}} {
		copy(memory, fileOf(entryOf(t, step.request)))
		require.True(t, table.Read(text, Ring{"": keys}))
		rows, rings := string(table.Rows), maps.Clone(table.Rings)
		clear(memory)
		require.Equal(t, step.want, string(table.Verdicts))
		require.Equal(t, rows, string(table.Rows))
		require.Equal(t, rings, table.Rings)
		require.Equal(t, 1, table.Rings["C\nP"])
	}
}

// The same for keys that stand in the file.
func TestKeysInMemoryThatIsUsedAgain(t *testing.T) {
	other := mac.Keys{Customer: strings.Repeat("0", len(keys.Customer)), Partner: strings.Repeat("1", len(keys.Partner))}
	var memory []byte
	var table Table
	for _, k := range []mac.Keys{keys, other, keys} {
		file := fileOf(withKeys(entryOf(t, signed(t, k, nil)), k))
		memory = append(memory[:0], file...)
		require.True(t, table.Read(unsafe.String(unsafe.SliceData(memory), len(memory)), nil))
		require.Equal(t, "+", string(table.Verdicts))
	}
}

// withKeys is an entry with the keys among its headers.
func withKeys(entry string, k mac.Keys) string {
	return strings.Replace(entry, `"headers":[`, fmt.Sprintf(`"headers":[{"name":"X-Netvisor-CustomerKey","value":%q},{"name":"X-Netvisor-PartnerKey","value":%q},`, k.Customer, k.Partner), 1)
}

// A row is JSON that holds the request as it was sent, to the last character.
func TestRows(t *testing.T) {
	r := signed(t, keys, func(r *mac.Request) { r.Sender = "O\"Brien\\ ö\tä" })
	bare := mac.Request{URL: "https://isvapi.netvisor.fi/b.nv"}
	var table Table
	require.True(t, table.Read(fileOf(entryOf(t, r), entryOf(t, bare)), nil))
	var started, ids []string
	require.NoError(t, json.Unmarshal(table.Started, &started))
	require.NoError(t, json.Unmarshal(table.IDs, &ids))
	require.Equal(t, []string{"2026-07-14T06:00:00Z", "2026-07-14T06:00:00Z"}, started)
	require.Equal(t, []string{"P\nT", ""}, ids)

	require.Equal(t, "{\"request\":{\"url\":\"https://isvapi.netvisor.fi/a.nv\",\"sender\":\"O\\u0022Brien\\u005c ö\\u0009ä\",\"customerId\":\"C\",\"partnerId\":\"P\","+
		"\"timestampUnix\":\"1784008800\",\"timestamp\":\"2026-07-14 06:00:00.000\",\"transactionId\":\"T\",\"language\":\"FI\",\"organisationId\":\"1967543-8\","+
		fmt.Sprintf("\"mac\":%q,\"algorithm\":\"HMACSHA256\"},\"answer\":\"\"}\n", r.MAC)+
		"{\"request\":{\"url\":\"https://isvapi.netvisor.fi/b.nv\"},\"answer\":\"\"}\n", string(table.Rows))
}

// A second file leaves nothing of the first.
func TestTableAgain(t *testing.T) {
	var table, fresh Table
	require.True(t, table.Read(fileOf(entryOf(t, signed(t, keys, nil))), Ring{"": keys}))
	require.False(t, table.Read(`{"log":`, nil))
	require.True(t, table.Read(fileOf(), nil))
	require.True(t, fresh.Read(fileOf(), nil))
	require.Equal(t, string(fresh.Rows)+"[][]", string(table.Rows)+string(table.Started)+string(table.IDs))
	require.Empty(t, table.Verdicts)
	require.Empty(t, table.Rings)
}

// Keys that stand in the file, where they should not, are those that count.
func TestKeysInTheFile(t *testing.T) {
	r := signed(t, keys, nil)
	text := withKeys(entryOf(t, r), keys)
	var table Table
	require.True(t, table.Read(fileOf(text), Ring{"": {Customer: "a", Partner: "b"}}))
	require.Equal(t, "+", string(table.Verdicts))
	require.Empty(t, table.Rings)
	require.Contains(t, string(table.Rows), fmt.Sprintf(`},"keys":{"customer":%q,"partner":%q},"answer":`, keys.Customer, keys.Partner))
}
