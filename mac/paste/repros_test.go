package paste

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
	"netvisormac/mac/diagnose"
)

// What was once read wrong, by what it is about.
func TestOnceWrong(t *testing.T) {
	const a = "https://isvapi.netvisor.fi/customerlist.nv"
	const s = "X-Netvisor-Authentication-Sender"
	for name, row := range map[string]struct {
		text string
		want []mac.Request
	}{
		"a log of one integration": {"12:00:00 DEBUG GET https://isvapi.netvisor.fi/r1.nv\n12:00:00 DEBUG " + s + ": S\n12:00:00 DEBUG X-Netvisor-Authentication-MAC: 111\n12:00:00 DEBUG GET https://isvapi.netvisor.fi/r2.nv\n12:00:00 DEBUG " + s + ": S\n12:00:00 DEBUG X-Netvisor-Authentication-MAC: 222\n",
			[]mac.Request{{URL: "https://isvapi.netvisor.fi/r1.nv", Sender: "S", MAC: "111"}, {URL: "https://isvapi.netvisor.fi/r2.nv", Sender: "S", MAC: "222"}}},
		"curl_setopt_array":       {"<?php\ncurl_setopt_array($c, array(\n  CURLOPT_URL => \"" + a + "\",\n  CURLOPT_HTTPHEADER => array(\"" + s + ": S\"),\n));", []mac.Request{{URL: a, Sender: "S"}}},
		"http.client":             {"conn = http.client.HTTPSConnection(\"isvapi.netvisor.fi\")\nheaders = {'" + s + "': 'S'}\nconn.request(\"GET\", \"/customerlist.nv\", '', headers)", []mac.Request{{URL: a, Sender: "S"}}},
		"https.request":           {"https.request({hostname: 'isvapi.netvisor.fi', path: '/customerlist.nv', headers: {'" + s + "': 'S'}})", []mac.Request{{URL: a, Sender: "S"}}},
		"baseURL in a dump":       {"config: {\n  baseURL: 'https://isvapi.netvisor.fi',\n  url: '/customerlist.nv',\n  headers: { '" + s + "': 'S' } }", []mac.Request{{URL: a, Sender: "S"}}},
		"line ends of Python":     {`send: b'GET /customerlist.nv HTTP/1.1\r\nHost: isvapi.netvisor.fi\r\n` + s + `: S\r\nX-Netvisor-Authentication-CustomerId: C\r\n\r\n'`, []mac.Request{{URL: a, Sender: "S", CustomerID: "C"}}},
		"line ends of Ruby":       {`<- "GET /customerlist.nv HTTP/1.1\r\n` + s + `: S\r\nX-Netvisor-Authentication-CustomerId: C\r\nHost: isvapi.netvisor.fi\r\n\r\n"`, []mac.Request{{URL: a, Sender: "S", CustomerID: "C"}}},
		"wire log":                {`DEBUG org.apache.http.wire - http-outgoing-0 >> "` + s + `: S[\r][\n]"` + "\n" + `DEBUG org.apache.http.wire - http-outgoing-0 >> "X-Netvisor-Authentication-CustomerId: C[\r][\n]"`, []mac.Request{{Sender: "S", CustomerID: "C"}}},
		"print_r":                 {"Array\n(\n    [" + s + "] => S\n    [X-Netvisor-Authentication-CustomerId] => C\n)\n", []mac.Request{{Sender: "S", CustomerID: "C"}}},
		"a cassette":              {"    uri: " + a + "\n    headers:\n      " + s + ":\n      - S\n      X-Netvisor-Authentication-TimestampUnix:\n      - '1700000000'\n", []mac.Request{{URL: a, Sender: "S", TimestampUnix: "1700000000"}}},
		"a map of Go":             {"Header:map[" + s + ":[S] X-Netvisor-Authentication-TransactionId:[T]] Body:<nil>", []mac.Request{{Sender: "S", TransactionID: "T"}}},
		"a table with names":      {"url," + s + ",X-Netvisor-Authentication-CustomerId\n\"" + a + "\",\"S\",\"C\"\n", []mac.Request{{URL: a, Sender: "S", CustomerID: "C"}}},
		"XML that is cut off":     {"<?xml version=\"1.0\"?><r><" + s + ">S</" + s + "><X-Netvisor-Authentication-CustomerId>C</X-Netvi", []mac.Request{{Sender: "S", CustomerID: "C"}}},
		"CDATA that is cut off":   {"<?xml version=\"1.0\"?><r><" + s + "><![CDATA[S]]></X-Netvi", []mac.Request{{Sender: "S"}}},
		"an array made anew":      {"a=(-H '" + s + ": old')\na=(-H '" + s + ": S')\na+=('" + a + "')\ncurl \"${a[@]}\"", []mac.Request{{URL: a, Sender: "S"}}},
		"JMeter":                  {"<stringProp name=\"Header.name\">" + s + "</stringProp>\n<stringProp name=\"Header.value\">S</stringProp>\n", []mac.Request{{Sender: "S"}}},
		"variables of a file":     {"@host = https://isvapi.netvisor.fi\n@sender = S\n\n### x\nGET {{host}}/customerlist.nv\n" + s + ": {{sender}}\n", []mac.Request{{URL: a, Sender: "S"}}},
		"a query on its own line": {"GET " + a + "\n    ?keyword=abc\n" + s + ": S\n", []mac.Request{{URL: a + "?keyword=abc", Sender: "S"}}},
		"a header in a comment":   {"GET " + a + "\n# " + s + ": old\n" + s + ": new\n", []mac.Request{{URL: a, Sender: "new"}}},
		"a logcat":                {"12:00 com.app I " + s + ": S\n12:00 com.app I X-Netvisor-Organisation-ID: 1967543-8\n12:00 okhttp.OkHttpClient com.app I X-Netvisor-Authentication-Timestamp: 2023-11-15 03:28:05.287\n", []mac.Request{{Sender: "S", OrganisationID: "1967543-8", Timestamp: "2023-11-15 03:28:05.287"}}},
		"white space of HTTP":     {"curl '" + a + "' -H 'X-Netvisor-Authentication-CustomerId:  AB_1 '", []mac.Request{{URL: a, CustomerID: "AB_1"}}},
		"a batch file":            {"set S=Kassa Oy\ncurl \"" + a + "?keyword=Ty%%F6\" -H \"" + s + ": %S%\"\n", []mac.Request{{URL: a + "?keyword=Ty%F6", Sender: "Kassa Oy"}}},
		"a value that is signed":  {"const sender = \"S \";\nfetch(\"" + a + "\", {headers: {\"" + s + "\": sender}});", []mac.Request{{URL: a, Sender: "S "}}},
		"a command in a header":   {"X-Netvisor-Authentication-Timestamp: $(date -u)\n" + s + ": S\n", []mac.Request{{Sender: "S"}}},
		"a prompt of root":        {"# curl " + a + " -H '" + s + ": S'", []mac.Request{{URL: a, Sender: "S"}}},
		"a command in a comment":  {"# curl " + a + " -H '" + s + ": old'\ncurl " + a + " -H '" + s + ": S'", []mac.Request{{URL: a, Sender: "S"}}},
	} {
		t.Run(name, func(t *testing.T) {
			p := Parse(row.text)
			require.Len(t, p.Requests, len(row.want), row.text)
			for i := range row.want {
				require.Equal(t, row.want[i], p.Requests[i].Request, row.text)
			}
		})
	}
}

// A program whose values are all in variables is told apart from nothing, with what its lines look like.
func TestProgramsOfVariables(t *testing.T) {
	ids := func(text string) (list []string) {
		for _, n := range Parse(text).Notes {
			list = append(list, n.ID)
		}
		return list
	}
	const headers = "headers[\"X-Netvisor-Authentication-Sender\"] = self.sender\nheaders[\"X-Netvisor-Authentication-MAC\"] = mac\n"
	require.Contains(t, ids(headers), "program")
	require.NotContains(t, ids(headers), "nothing")
	for line, id := range map[string]string{
		"mac = hashlib.md5(text).hexdigest()":                     "looks-md5",
		"algorithm = \"HMACSHA256\"\nm = hashlib.sha256(text)":    "looks-sha256",
		"text = \"\".join([url, sender])":                         "looks-no-separator",
		"ts = datetime.now().strftime(f)":                         "looks-local-time",
		"message = urlparse(url).path + text":                     "looks-path",
		"message = uri.path + \"&\" + sender":                     "looks-path",
		"unix = Date.now()":                                       "looks-unix-milliseconds",
		"key = (customer_key).encode(\"utf-8\")":                  "looks-utf-8",
		"key = self.partner_key + \"&\" + self.customer_key":      "looks-keys-reversed",
		"headers[\"X-Netvisor-Authentication\"] = 'x'":            "unknown-header",
		"ts = datetime.now(timezone.utc).strftime(f)":             "",
		"key = self.customer_key + \"&\" + self.partner_key":      "",
		"unix = Math.floor(Date.now() / 1000)":                    "",
		"# text = \"\".join([url, sender])":                       "",
		"m = hmac.new(k, text, hashlib.sha256)\na=\"HMACSHA256\"": "",
	} {
		got := ids("import hashlib\n" + line + "\n" + headers)
		looks := 0
		for _, n := range got {
			if strings.HasPrefix(n, "looks-") || n == "unknown-header" {
				looks++
			}
		}
		if id == "" {
			require.Zero(t, looks, "%s: %v", line, got)
		} else {
			require.Contains(t, got, id, line)
		}
	}
	known := map[string]bool{}
	for _, m := range diagnose.Mistakes() {
		known[m.ID] = true
	}
	for _, l := range looks {
		require.Contains(t, NoteTexts, l.id)
		for _, id := range l.mistakes {
			require.True(t, known[id], id)
		}
	}
}

// A query handed over apart that the text does not say for certain is a doubt; one that it says, or that is none, is not.
func TestQueryInVariables(t *testing.T) {
	const header = `{"X-Netvisor-Authentication-Sender": "S"}`
	for text, doubt := range map[string]bool{
		`requests.get("https://isvapi.netvisor.fi/a.nv", params=query, headers=` + header + `)`:                                                       true,
		`requests.get("https://isvapi.netvisor.fi/a.nv", params={"a": "b", "q": value}, headers=` + header + `)`:                                      true,
		`requests.get("https://isvapi.netvisor.fi/a.nv", params=build(), headers=` + header + `)`:                                                     true,
		`requests.get("https://isvapi.netvisor.fi/a.nv", params=None, headers=` + header + `)`:                                                        false,
		`requests.get("https://isvapi.netvisor.fi/a.nv", params={}, headers=` + header + `)`:                                                          false,
		`requests.get("https://isvapi.netvisor.fi/a.nv", params={"q": "v"}, headers=` + header + `)`:                                                  false,
		"query = {\"q\": \"v\"}\nrequests.get(\"https://isvapi.netvisor.fi/a.nv\", params=query, headers=" + header + ")":                             false,
		`axios.get("https://isvapi.netvisor.fi/a.nv", {params, headers: ` + header + `})`:                                                             true,
		`axios.get("https://isvapi.netvisor.fi/a.nv", {params: {keyword}, headers: ` + header + `})`:                                                  true,
		`got("https://isvapi.netvisor.fi/a.nv", {searchParams: q, headers: ` + header + `})`:                                                          true,
		`$client->request("GET", "https://isvapi.netvisor.fi/a.nv", ["query" => $params, "headers" => ["X-Netvisor-Authentication-Sender" => "S"]]);`: true,
		`reqwest::Client::new().get("https://isvapi.netvisor.fi/a.nv").query(&q).header("X-Netvisor-Authentication-Sender","S").send()`:               true,
		`http GET https://isvapi.netvisor.fi/a.nv keyword==$k X-Netvisor-Authentication-Sender:S`:                                                     true,
		`curl -G https://isvapi.netvisor.fi/a.nv -d "q=$x" -H "X-Netvisor-Authentication-Sender: S"`:                                                  true,
		"x=1\ncurl -G https://isvapi.netvisor.fi/a.nv -d \"q=$x\" -H \"X-Netvisor-Authentication-Sender: S\"":                                         false,
	} {
		p := Parse(text)
		require.Len(t, p.Requests, 1, text)
		require.Contains(t, p.Requests[0].Request.URL, "https://isvapi.netvisor.fi/a.nv", text)
		doubts := 0
		for _, n := range p.Notes {
			if n.Doubt {
				doubts++
				require.Equal(t, "query-computed", n.ID, text)
			}
		}
		require.Equal(t, doubt, doubts > 0, text)
	}
}

// Each request line begins a request, even where one transaction id comes twice.
func TestTwoMessagesOfHTTP(t *testing.T) {
	message := func(sender string) string {
		return "GET /customerlist.nv HTTP/1.1\nHost: isvapi.netvisor.fi\nX-Netvisor-Authentication-Sender: " + sender + "\nX-Netvisor-Authentication-TransactionId: 1\n\n"
	}
	p := Parse(message("A") + message("B"))
	require.Len(t, p.Requests, 2)
	require.Equal(t, "AB", p.Requests[0].Request.Sender+p.Requests[1].Request.Sender)
}

// A base with a path of its own is joined with a path, and the address is not certain: libraries do it in two ways.
func TestBaseWithAPath(t *testing.T) {
	const header = `{"X-Netvisor-Authentication-Sender": "S"}`
	for _, text := range []string{
		`{"baseUrl": "https://isvapi.netvisor.fi/api", "path": "/customerlist.nv", "headers": ` + header + `}`,
		`axios.create({baseURL: "https://isvapi.netvisor.fi/api/"}).get("/customerlist.nv", {headers: ` + header + `})`,
		`new RestClient("https://isvapi.netvisor.fi/api"); new RestRequest("customerlist.nv").AddHeader("X-Netvisor-Authentication-Sender", "S")`,
	} {
		p := Parse(text)
		require.Len(t, p.Requests, 1, text)
		require.Equal(t, "https://isvapi.netvisor.fi/api/customerlist.nv", p.Requests[0].Request.URL, text)
		require.True(t, slices.ContainsFunc(p.Notes, func(n Note) bool { return n.ID == "base-path" && n.Doubt }), text)
	}
}
