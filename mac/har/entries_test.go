package har

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/mac/paste"
)

// fileOf is a HAR file with these entries.
func fileOf(entries ...string) string {
	return `{"log":{"version":"1.2","pages":[{"entries":[{}]}],"entries":[` + strings.Join(entries, ",\n") + `],"comment":"]}"}}` + "\n"
}

// entriesOf are what Entries gives of a file, and its answer.
func entriesOf(file string) (found []entry, whole bool) {
	whole = read(file, func(e entry) { found = append(found, e) })
	return found, whole
}

// pasteOf is one of package paste's files.
func pasteOf(t testing.TB, name string) string {
	text, err := os.ReadFile("../paste/testdata/" + name + ".paste")
	require.NoError(t, err)
	return string(text)
}

// An entry is read with its escapes; what is none of Netvisor's is left out.
func TestEntries(t *testing.T) {
	const sender = `"request":{"method":"GET","url":"https://a.fi/x.nv","headers":[{"name":"accept","value":"*/*"},{"value":"O\"B\u00f6 \\","name":"x-netvisor-authentication-SENDER","comment":{}}]}`
	sent := mac.Request{URL: "https://a.fi/x.nv", Sender: `O"Bö \`}
	status := func(text string) string {
		return sender + `,"response":{"status":200,"content":{"size":1,"text":"` + text + `"}}`
	}
	for name, row := range map[string]struct {
		entry string
		want  []entry
	}{
		"a header":            {sender, []entry{{Request: sent}}},
		"when":                {`"startedDateTime":"2026-07-14T06:00:00.5+03:00",` + sender, []entry{{Request: sent, Started: "2026-07-14T06:00:00.5+03:00"}}},
		"members of others":   {`"_initiator":{"request":["}",{"url":"\\"}]},"time":-1.5e3,"x":null,` + sender, []entry{{Request: sent}}},
		"a status":            {sender + `,"response":{"status":404,"content":{}}`, []entry{{Request: sent, Answer: "HTTP 404"}}},
		"no answer":           {sender + `,"response":{"status":0,"content":{}}`, []entry{{Request: sent}}},
		"OK":                  {status(`<Root>\n<Status>OK</Status></Root>`), []entry{{Request: sent, Answer: "OK"}}},
		"a code":              {status(`<Status>FAILED<\/Status><Status>REQUEST_NOT_UNIQUE :: x</Status>`), []entry{{Request: sent, Answer: "REQUEST_NOT_UNIQUE"}}},
		"an escaped answer":   {status(`\u003cStatus\u003eOK\u003c/Status\u003e`), []entry{{Request: sent, Answer: "OK"}}},
		"the address alone":   {`"request":{"url":"https://isvapi.Netvisor.fi/a.nv","headers":[]}`, []entry{{Request: mac.Request{URL: "https://isvapi.Netvisor.fi/a.nv"}}}},
		"another's request":   {`"request":{"url":"https://example.com/netvisor","headers":[{"name":"Accept","value":"netvisor"}]}`, nil},
		"a number with E":     {`"time":1.5E+3,"x":-2E9,` + sender, []entry{{Request: sent}}},
		"a sender's name":     {`"request":{"url":"https://isvapi.netvisor.fi/a.nv","headers":[{"name":"Sender","value":"A"}]}`, []entry{{Request: mac.Request{URL: "https://isvapi.netvisor.fi/a.nv", Sender: "A"}}}},
		"a customer's id":     {`"request":{"url":"https://isvapi.netvisor.fi/a.nv","headers":[{"name":"CustomerId","value":"A"}]}`, []entry{{Request: mac.Request{URL: "https://isvapi.netvisor.fi/a.nv", CustomerID: "A"}}}},
		"no request":          {`"request":null,"response":[]`, nil},
		"another's headers":   {`"request":{"url":"https://isvapi.netvisor.fi/a.nv","headers":[{"name":"X-Customer","value":"A"}]}`, []entry{{Request: mac.Request{URL: "https://isvapi.netvisor.fi/a.nv"}}}},
		"a misspelt header":   {`"startedDateTime":"x","request":{"url":"https://isvapi.netvisor.fi/a.nv","headers":[{"name":"X-Netvisor-Sender","value":"A"}]}`, []entry{{Request: mac.Request{URL: "https://isvapi.netvisor.fi/a.nv", Sender: "A"}, Started: "x"}}},
		"the header of codes": {`"request":{"url":"https://isvapi.netvisor.fi/a.nv","headers":[{"name":"X-Netvisor-Authentication-UseHTTPResponseStatusCodes","value":"1"}]}`, []entry{{Request: mac.Request{URL: "https://isvapi.netvisor.fi/a.nv"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			require.True(t, json.Valid([]byte(fileOf("{"+row.entry+"}"))))
			found, whole := entriesOf(fileOf("null", "{"+row.entry+"}"))
			require.True(t, whole)
			require.Equal(t, row.want, found)
		})
	}
}

// Of a browser's file it finds what package paste finds.
func TestAsPaste(t *testing.T) {
	for _, name := range []string{"har", "har-escaped"} {
		t.Run(name, func(t *testing.T) {
			text := pasteOf(t, name)
			found, whole := entriesOf(text)
			require.True(t, whole)
			want := paste.Parse(text).Requests
			require.Len(t, found, len(want))
			for i, e := range found {
				require.Equal(t, want[i].Request, e.Request)
				require.Equal(t, shortly(want[i].Answer.Code, want[i].Answer.Status, ""), e.Answer)
			}
		})
	}
}

// A byte order mark is no part of the file.
func TestByteOrderMark(t *testing.T) {
	found, whole := entriesOf("\ufeff" + fileOf(`{"request":{"url":"https://a.netvisor.fi/"}}`))
	require.True(t, whole)
	require.Len(t, found, 1)
}

// What is no HAR file, or a part of one, is told.
func TestOthers(t *testing.T) {
	whole := fileOf(`{"request":{"url":"https://a.netvisor.fi/"}}`)
	for i := range strings.LastIndex(whole, "}") {
		_, ok := entriesOf(whole[:i])
		require.False(t, ok, whole[:i])
	}
	for _, file := range []string{"[]", `{"log":[]}`, `{"log":{"entries":{}}}`, whole + "{}", `{"log":{"entries":[{"a":1}},{"b":[{"c":2}]}]}}`, `{"log":{"entries":[1 2]}}`, `{"log":{"entries":[{"a"}]}}`} {
		_, ok := entriesOf(file)
		require.False(t, ok, file)
	}
}

// Whatever comes, it ends, and takes what encoding/json takes.
func FuzzRead(f *testing.F) {
	f.Add(pasteOf(f, "har"))
	f.Add(fileOf(`{"a":[{}, [1, -2e3], "\\\""]}`, "true", `"]"`))
	f.Fuzz(func(t *testing.T, file string) {
		_, whole := entriesOf(file)
		var valid map[string]json.RawMessage
		var log map[string]json.RawMessage
		var entries []json.RawMessage
		if json.Unmarshal([]byte(file), &valid) == nil && json.Unmarshal(valid["log"], &log) == nil && json.Unmarshal(log["entries"], &entries) == nil && entries != nil {
			require.True(t, whole)
		}
	})
}

// BenchmarkRead reads entries as a browser writes them.
func BenchmarkRead(b *testing.B) {
	var file struct {
		Log struct{ Entries []json.RawMessage }
	}
	require.NoError(b, json.Unmarshal([]byte(pasteOf(b, "har")), &file))
	text := fileOf(slices.Repeat([]string{string(file.Log.Entries[1])}, 100)...)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(text, func(entry) {})
	}
}
