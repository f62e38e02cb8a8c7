package snippet

import (
	"go/format"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/internal/letters"
	"netvisormac/mac"
)

// example is a request whose values are ASCII, with a MAC that stands for any.
var example = mac.Request{
	URL:            "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6",
	Sender:         "ClientName",
	CustomerID:     "Integration user identifier",
	PartnerID:      "Partner identifier",
	Timestamp:      "2023-05-04 12:00:00.000",
	TimestampUnix:  "1683194400",
	Language:       "FI",
	OrganisationID: "1967543-8",
	TransactionID:  "3f1b8f2e-8a55-4d0c-9d6e-0c3c1f5a7b21",
	Algorithm:      mac.HMACSHA256,
	MAC:            strings.Repeat("0123456789abcdef", 4),
}

var texts = []string{"curl", "headers", "http"}

func TestLanguages(t *testing.T) {
	seen := map[string]bool{}
	var ids []string
	for _, language := range Languages() {
		ids = append(ids, language.ID)
		require.Regexp(t, `^[a-z]+$`, language.ID)
		require.NotEmpty(t, filepath.Ext(language.File), language.ID)
		for _, name := range []string{language.Title, language.File} {
			require.False(t, seen[name] || name == "", "%s: %q stands twice", language.ID, name)
			seen[name] = true
		}
	}
	require.Equal(t, []string{"php", "csharp", "javascript", "python", "java",
		"bash", "bruno", "curl", "go", "headers", "http", "postman", "powershell", "ruby"}, ids)
	for _, l := range languages {
		_, run := interpreters[l.ID]
		require.Equal(t, l.computes(), run || l.ID == "powershell", "%s has no interpreter, or needs none", l.ID)
	}
}

// A template has each of a program's parts, and no mark that means nothing.
func TestTemplates(t *testing.T) {
	marks := regexp.MustCompile(`\{\{(only|avoids) ([^}]*)\}\}`)
	for _, l := range languages {
		marked := map[string]bool{}
		for _, mark := range marks.FindAllStringSubmatch(l.template, -1) {
			_, isPoint := points[mark[2]]
			isField := mac.Field(mark[2]).Of(&mac.Request{}, &mac.Keys{}) != nil
			isAlgorithm := mark[2] == string(mac.HMACSHA256) || mark[2] == string(mac.SHA256)
			isForm := slices.Contains([]string{"GET", "POST", "unsigned"}, mark[2])
			require.True(t, mark[1] == "avoids" && isPoint || mark[1] == "only" && (isField || isAlgorithm || isForm), mark[0])
			marked[mark[1]+" "+mark[2]] = true
		}
		for name := range points {
			require.Equal(t, l.computes(), marked["avoids "+name], "%s: the point %s", l.ID, name)
		}
		made, err := Make(l.ID, example)
		require.NoError(t, err)
		require.NotContains(t, made, "}}")
		require.NotRegexp(t, `[ \t]\n|\r`, made, l.ID)
		require.Equal(t, l.ID == "python", strings.Contains(made, "\n\n\n"), "%s: empty lines", l.ID)
		require.Equal(t, 11, len(headerNames(made)), "%s: headers", l.ID)
		if l.ID == "java" || l.ID == "csharp" || l.ID == "powershell" {
			require.True(t, letters.IsASCII(l.template), "%s may be read in any charset", l.ID)
		}
	}
}

// headerNames returns the documented headers that a snippet names.
func headerNames(made string) []string {
	names := []string{"X-Netvisor-Authentication-UseHTTPResponseStatusCodes"}
	for _, info := range mac.Fields() {
		if info.Header != "" && regexp.MustCompile(info.Header+`["':]`).MatchString(made) {
			names = append(names, info.Header)
		}
	}
	return names
}

func TestMakeIsDeterministic(t *testing.T) {
	for _, language := range Languages() {
		first, err := Make(language.ID, example, mistakes...)
		require.NoError(t, err)
		for range 20 {
			again, err := Make(language.ID, example, mistakes...)
			require.NoError(t, err)
			require.Equal(t, first, again)
		}
	}
}

// No program holds what it is to make of the moment; no snippet can hold a key.
func TestNoMACInPrograms(t *testing.T) {
	for _, l := range languages {
		made, err := Make(l.ID, example)
		require.NoError(t, err)
		for _, value := range []string{example.MAC, example.Timestamp, example.TimestampUnix, example.TransactionID} {
			require.Equal(t, !l.computes(), strings.Contains(made, value), "%s: %s", l.ID, value)
		}
		for _, name := range []string{"NETVISOR_CUSTOMER_KEY", "NETVISOR_PARTNER_KEY"} {
			require.Equal(t, l.computes(), strings.Contains(made, name), "%s: %s", l.ID, name)
		}
	}
}

func TestGoIsFormatted(t *testing.T) {
	for i, algorithm := range []mac.Algorithm{mac.HMACSHA256, mac.SHA256, mac.HMACSHA256, mac.SHA256} {
		r := example
		r.Algorithm = algorithm
		if i > 1 {
			r.URL += "&method=add"
		}
		made, err := Make("go", r, mistakes...)
		require.NoError(t, err)
		want, err := format.Source([]byte(made))
		require.NoError(t, err)
		require.Equal(t, string(want), made)
	}
}

// A value that paste can find again stands on a line of its own, by its field's name.
func TestAssignments(t *testing.T) {
	for _, l := range languages {
		if !l.computes() {
			continue
		}
		made, err := Make(l.ID, example)
		require.NoError(t, err)
		for _, field := range []mac.Field{mac.FieldURL, mac.FieldSender, mac.FieldCustomerID, mac.FieldPartnerID,
			mac.FieldLanguage, mac.FieldOrganisationID, mac.FieldAlgorithm} {
			name := strings.ReplaceAll(field.Info().ID, "-", "_?")
			value := regexp.QuoteMeta(*field.Of(&example, nil))
			require.Regexp(t, `(?mi)^[\t $a-z]*\b`+name+`\s*:?=\s*["']`+value+`["'];?$`, made, l.ID)
		}
	}
}

func TestErrors(t *testing.T) {
	set := func(field mac.Field, value string) mac.Request {
		r := example
		*field.Of(&r, nil) = value
		return r
	}
	const dots = "url: the path has a part . or .., which many clients resolve before they send it: write it without"
	tests := []struct {
		r         mac.Request
		languages string // "programs", "all" or an id
		want      string
	}{
		{set(mac.FieldSender, "a\nb"), "all", `sender: character 2, '\n' (U+000A), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldPartnerID, "\r"), "all", `partnerId: character 1, '\r' (U+000D), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldLanguage, "F\u0085"), "all", `language: character 2, '\u0085' (U+0085), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldURL, "https://a/\t"), "programs", `url: character 11, '\t' (U+0009), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldMAC, "a\x00"), "headers", `mac: character 2, '\x00' (U+0000), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldSender, "Kulut €"), "programs", `sender: character 7, '€' (U+20AC), is not a character of the charset ISO-8859-1`},
		{set(mac.FieldPartnerID, "€"), "programs", `partnerId: character 1, '€' (U+20AC), is not a character of the charset ISO-8859-1`},
		{set(mac.FieldSender, "Kulut €"), "curl", `sender: character 1, '€' (U+20AC), is not a character of the charset ISO-8859-1`},
		{set(mac.FieldURL, "https://a/?€"), "programs", `url: character 12, '€' (U+20AC), is not a character of the charset ISO-8859-1`},
		{set(mac.FieldCustomerID, "id "), "programs", `customerId: "id " begins or ends with white space, which does not reach the server: leave it out`},
		{set(mac.FieldURL, "customerlist.nv"), "programs", `url: the address must begin with https:// or http://, not "customerlist.nv"`},
		{set(mac.FieldURL, "file:///etc/passwd"), "programs", `url: the address must begin with https:// or http://, not "file:///etc/passwd"`},
		{set(mac.FieldURL, "file:///etc/passwd"), "curl", `url: the address must begin with https:// or http://, not "file:///etc/passwd"`},
		{set(mac.FieldURL, "-K/etc/passwd"), "curl", `url: the address must begin with https:// or http://, not "-K/etc/passwd"`},
		{set(mac.FieldURL, ""), "curl", `url: the address must begin with https:// or http://, not ""`},
		{set(mac.FieldSender, "a\u202eb"), "all", `sender: character 2, '\u202e' (U+202E), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldSender, "\u2028"), "all", `sender: character 1, '\u2028' (U+2028), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldSender, "\u2066"), "all", `sender: character 1, '\u2066' (U+2066), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldSender, "\u200f"), "all", `sender: character 1, '\u200f' (U+200F), is a control character, which no header or address can contain: leave it out`},
		{set(mac.FieldURL, "https://a/#b"), "programs", `url: what follows # is never sent: leave it out, or write %23 if you mean a #`},
		{set(mac.FieldURL, "https://a/b/../c"), "programs", dots},
		{set(mac.FieldURL, "https://a/%2E"), "programs", dots},
		{set(mac.FieldURL, "https://a/b/%2e%2e/c"), "programs", dots},
		{set(mac.FieldAlgorithm, "MD5"), "programs", `algorithm: the algorithm must be HMACSHA256 or SHA256 to make a program, not "MD5"`},
		{set(mac.FieldAlgorithm, ""), "programs", `algorithm: the algorithm must be HMACSHA256 or SHA256 to make a program, not ""`},
		{set(mac.FieldSender, "{{a}}"), "postman", `sender: {{ begins a variable in this language, and cannot be written otherwise`},
		{set(mac.FieldSender, "{{a}}"), "bruno", `sender: {{ begins a variable in this language, and cannot be written otherwise`},
		{set(mac.FieldSender, "{{a}}"), "http", `sender: {{ begins a variable in this language, and cannot be written otherwise`},
	}
	for _, test := range tests {
		tried := 0
		for _, l := range languages {
			if test.languages == l.ID || test.languages == "all" || test.languages == "programs" && l.computes() {
				tried++
				made, err := Make(l.ID, test.r)
				require.EqualError(t, err, test.want, l.ID)
				require.Empty(t, made)
				var wrong *mac.FieldError
				require.ErrorAs(t, err, &wrong)
				require.Equal(t, string(wrong.Field), test.want[:strings.Index(test.want, ":")])
			}
		}
		require.NotZero(t, tried)
	}
	_, err := Make("cobol", example)
	require.EqualError(t, err, `no snippet in the language "cobol"`)
}

// What one language must refuse, the others take.
func TestValuesThatOthersTake(t *testing.T) {
	r := example
	r.Sender, r.Algorithm = "Kulut €", mac.SHA256
	for _, language := range Languages() {
		_, err := Make(language.ID, r)
		require.NoError(t, err, language.ID)
	}
	r = example
	r.URL = "HTTPS://isvapi.netvisor.fi/customerlist.nv"
	for _, language := range Languages() {
		_, err := Make(language.ID, r)
		require.NoError(t, err, language.ID)
	}
	r = example
	r.URL += "&up=/../&a=."
	_, err := Make("bash", r)
	require.NoError(t, err, "dots in the query")
	r.Sender, r.MAC = "{{sender}} {{mac}}", ""
	made, err := Make("python", r)
	require.NoError(t, err)
	require.Contains(t, made, `sender = "{{sender}} {{mac}}"`)
}

// A template that is not in the list is no language.
func TestEveryTemplateIsListed(t *testing.T) {
	files, err := filepath.Glob("templates/*")
	require.NoError(t, err)
	var listed []string
	for _, l := range languages {
		listed = append(listed, "templates/"+l.ID+".txt")
	}
	slices.Sort(listed)
	require.Equal(t, files, listed)
}

// Netvisor takes by POST what adds and changes, and what it gives by GET.
func TestMethod(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.fi/customerlist.nv":                  "GET",
		"https://a.fi/customer.nv?method=add":           "POST",
		"https://a.fi/salesinvoice.nv?id=1&METHOD=Edit": "POST",
		"https://a.fi/product.nv?method=delete&id=1":    "POST",
		"https://a.fi/customer.nv?keyword=method=add":   "GET",
		"https://a.fi/customer.nv?method=address":       "GET",
		"https://a.fi/Accounting.nv":                    "POST",
		"https://a.fi/accountingledger.nv":              "GET",
		"https://a.fi/payment list.nv":                  "GET",
		"https://a.fi/accounting":                       "GET",
		"https://a.fi/.nv":                              "GET",
		"accounting.nv":                                 "POST",
		"":                                              "GET",
	} {
		require.Equal(t, want, method(url), url)
	}
}
