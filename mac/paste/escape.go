package paste

import "sort"

// escaping is how a library writes a query that it was handed apart from the
// address. Letters, digits and -._ stay as they are everywhere, and what is
// not ASCII becomes escapes of its UTF-8. The rows in testdata/escapes.json
// were written by the libraries themselves.
type escaping struct {
	id     string
	title  string
	signs  []string // what a program that uses it has; the first row that has one counts
	forms  []string // the forms that are always written so
	plus   bool     // a space becomes +, not %20
	keep   string   // what stays besides
	sorted bool     // the pairs are sent in the order of their names
	unsure bool     // it is not the same in all versions
}

const kept = "!'()*~" // what JavaScript's encodeURIComponent keeps

var escapings = []escaping{
	{id: "curl", title: "curl", forms: []string{"curl", "curl-cmd", "curl-powershell"}, keep: "~"},
	{id: "httpie", title: "HTTPie", forms: []string{"command"}, plus: true, keep: "~"},
	{id: "undici", title: "undici", signs: []string{"undici"}, keep: kept},
	{id: "aiohttp", title: "aiohttp", signs: []string{"aiohttp"}, plus: true, keep: "!$'()*,/:;?@~", unsure: true},
	{id: "httpx", title: "httpx", signs: []string{"httpx"}, plus: true, keep: "~", unsure: true},
	{id: "requests", title: "requests", signs: []string{"requests.", "import requests", "urllib3", "urllib.parse", "urlencode("}, plus: true, keep: "~"},
	{id: "axios", title: "axios", signs: []string{"axios"}, plus: true, keep: kept + ":$,"},
	{id: "superagent", title: "superagent", signs: []string{"superagent"}, keep: "~"},
	{id: "jquery", title: "jQuery", signs: []string{"$.ajax", "$.get", "jQuery"}, plus: true, keep: kept},
	{id: "urlsearchparams", title: "URLSearchParams", signs: []string{"URLSearchParams", "searchParams", "from 'ky'", "from 'got'", "require('got')", `from "got"`, `from "ky"`, `require("got")`, "got(", "got.get(", "ky.get("}, plus: true, keep: "*"},
	{id: "http_build_query", title: "http_build_query", signs: []string{"http_build_query"}, plus: true},
	{id: "guzzle", title: "Guzzle", signs: []string{"Guzzle", "Http::with", "Http::get"}, keep: "~"},
	{id: "go", title: "Go", signs: []string{"url.Values", ".Query()", "RawQuery", "net/url"}, plus: true, keep: "~", sorted: true},
	{id: "faraday", title: "Faraday", signs: []string{"Faraday"}, plus: true, keep: "~", sorted: true},
	{id: "httparty", title: "HTTParty", signs: []string{"HTTParty"}, keep: "~"},
	{id: "encode_www_form", title: "URI.encode_www_form", signs: []string{"encode_www_form"}, plus: true, keep: "*"},
	{id: "restsharp", title: "RestSharp", signs: []string{"RestRequest", "RestClient"}, keep: "~"},
	{id: "flurl", title: "Flurl", signs: []string{"SetQueryParam", "Flurl"}, keep: "~"},
	{id: "okhttp", title: "OkHttp", signs: []string{"HttpUrl", "OkHttp", "okhttp3"}, keep: "*"},
	{id: "reqwest", title: "reqwest", signs: []string{"reqwest"}, plus: true, keep: "*"},
	{id: "swift", title: "URLComponents", signs: []string{"URLQueryItem", "URLComponents"}, keep: "!$'()*,/:;?@+~"},
	{id: "dart", title: "Dart", signs: []string{"queryParameters", "Uri.https(", "package:http"}, plus: true, keep: "~", unsure: true},
	{id: "unknown", title: "curl", unsure: true, keep: "~"},
}

// escapingOf returns how the query of a request of that form is written.
func (n *noter) escapingOf(form string) *escaping {
	for i := range escapings {
		if oneOf(form, escapings[i].forms...) {
			return &escapings[i]
		}
	}
	if n.escaping == nil { // the same for all requests of the text
		n.escaping = escapingIn(n.input[:min(len(n.input), 1<<16)])
	}
	return n.escaping
}

func escapingIn(text string) *escaping {
	for i := range escapings {
		if containsAny(text, escapings[i].signs) {
			return &escapings[i]
		}
	}
	return &escapings[len(escapings)-1]
}

// pair is a name and a value of a query.
type pair struct{ name, value string }

// query returns the pairs as the library writes them.
func (e escaping) query(pairs []pair) string {
	if e.sorted {
		pairs = append([]pair(nil), pairs...)
		sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].name < pairs[j].name })
	}
	var out []byte
	for i, p := range pairs {
		if i > 0 {
			out = append(out, '&')
		}
		out = e.append(out, p.name)
		out = append(out, '=')
		out = e.append(out, p.value)
	}
	return string(out)
}

func (e escaping) append(out []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isWordByte(c) || has("-._", c) || has(e.keep, c):
			out = append(out, c)
		case c == ' ' && e.plus:
			out = append(out, '+')
		default:
			out = append(out, '%', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		}
	}
	return out
}

// isPlain says whether every library writes s as it is.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isWordByte(s[i]) && !has("-._", s[i]) {
			return false
		}
	}
	return true
}

// others are the ways that the pairs may be written in where it is not known
// how: with %20 or +, and with what some escape and some do not.
func others(pairs []pair) []string {
	var list []string
	for _, e := range []escaping{{keep: "~"}, {plus: true, keep: "~"}, {keep: kept + ":$,@/;?"}, {plus: true, keep: kept + ":$,@/;?"}} {
		list = append(list, e.query(pairs))
	}
	return list
}
