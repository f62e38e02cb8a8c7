package paste

import "strings"

// quote is one way of a language to write a string.
type quote struct {
	open, close string
	escape      byte   // before a character that is meant otherwise; 0 if there is none
	only        string // the characters that escape works before; empty for all
	again       string // what in it means the quote itself; empty if nothing does
	lines       bool   // the string may go over several lines
	refs        string // what begins a variable in it; empty if there are none
	bytes       bool   // escapes are bytes, of UTF-8 if they are any
	ticks       bool   // a command may stand in it between backticks
}

// dialect is a language as far as its strings and assignments go.
type dialect struct {
	id       string
	hints    []hint
	quotes   []quote  // longest opening first
	comments []string // what begins a line that is a comment
	concat   string   // the operators that join strings
	hyphens  bool     // a word may have hyphens
	adjacent bool     // strings that follow each other are one
}

// hint is a text that programs in the language have, and how much it says.
type hint struct {
	text   string
	weight int
}

var (
	doubleC    = quote{open: `"`, close: `"`, escape: '\\'}
	singleC    = quote{open: "'", close: "'", escape: '\\'}
	singleP    = quote{open: "'", close: "'", escape: '\\', only: `\'`, lines: true}
	rawTick    = quote{open: "`", close: "`", lines: true}
	template   = quote{open: "`", close: "`", escape: '\\', lines: true, refs: "${"}
	posixRaw   = quote{open: "'", close: "'", again: `'\''`, lines: true}
	posix      = quote{open: `"`, close: `"`, escape: '\\', only: "$`\"\\\n", lines: true, refs: "$", ticks: true}
	ansiC      = quote{open: "$'", close: "'", escape: '\\', lines: true, bytes: true}
	basic      = quote{open: `"`, close: `"`, again: `""`}
	windows    = quote{open: `"`, close: `"`, escape: '\\', only: `\"`, again: `""`, lines: true}
	psDouble   = quote{open: `"`, close: `"`, escape: '`', again: `""`, lines: true, refs: "$"}
	psHere     = quote{open: "@\"\n", close: "\n\"@", lines: true, refs: "$"}
	psHereRaw  = quote{open: "@'\n", close: "\n'@", lines: true}
	psSingle   = quote{open: "'", close: "'", again: "''", lines: true}
	psUnescape = quote{open: "[regex]::Unescape('", close: "')", escape: '\\', again: "''"}
)

// curly are what mail programs make of straight quotes, in every language.
var curly = []quote{{open: "“", close: "”"}, {open: "„", close: "”"}, {open: "”", close: "”"}, {open: "‘", close: "’"}, {open: "’", close: "’"}}

// anyLanguage reads what has no hint of a language.
var anyLanguage = &dialect{id: "text", quotes: []quote{{open: `b"`, close: `"`, escape: '\\', bytes: true}, {open: "b'", close: "'", escape: '\\', bytes: true}, doubleC, singleC}, adjacent: true}

// ofLines reads the values of lines: those of declare -p too.
var ofLines = &dialect{id: "text", quotes: append([]quote{ansiC}, anyLanguage.quotes...)}

// The command lines.
var (
	bash       = &dialect{id: "bash", quotes: []quote{ansiC, posix, posixRaw}, comments: []string{"#"}, hints: []hint{{"#!/bin/", 4}, {"#!/usr/bin/env bash", 4}, {"export NETVISOR", 2}}}
	cmd        = &dialect{id: "cmd", quotes: []quote{windows}}
	powershell = &dialect{id: "powershell", quotes: []quote{psHere, psHereRaw, psUnescape, psDouble, psSingle}, comments: []string{"#"}, concat: "+",
		hints: []hint{{"Invoke-WebRequest", 4}, {"Invoke-RestMethod", 4}, {"New-Object", 2}, {"$env:", 2}, {" @{", 2}, {"$headers.Add", 1}, {"$headers[", 1}}}
)

// dialects are told from each other by their hints.
var dialects = []*dialect{
	{id: "php", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "$"}, singleP}, comments: []string{"#", "//", "*", "/*"}, concat: ".",
		hints: []hint{{"<?php", 4}, {"curl_setopt", 3}, {"CURLOPT_", 2}, {"$this->", 2}, {"GuzzleHttp", 4}, {"->request(", 2}, {"array(", 1}, {"'=>'", 1}, {"' => ", 1}, {" = [", 1}, {"$mac->", 2}, {"Http::withHeaders", 4}}},
	{id: "python", quotes: []quote{{open: `f"`, close: `"`, escape: '\\', refs: "{"}, {open: "f'", close: "'", escape: '\\', refs: "{"}, {open: `r"`, close: `"`}, {open: "r'", close: "'"}, {open: `b"`, close: `"`, escape: '\\'}, doubleC, singleC}, comments: []string{"#"}, concat: "+", adjacent: true,
		hints: []hint{{"import requests", 4}, {"import hashlib", 4}, {"import hmac", 4}, {"requests.", 2}, {"requests.get(", 2}, {"hashlib.", 2}, {"hmac.new(", 2}, {"urllib.request", 4}, {"httpx.", 3}, {"def ", 1}, {"time.strftime(", 2}, {"headers = {", 1}, {"headers={", 1}, {"(f\"", 1}, {".hexdigest()", 2}}},
	{id: "javascript", quotes: []quote{doubleC, singleC, template}, comments: []string{"//", "*", "/*"}, concat: "+",
		hints: []hint{{"const ", 2}, {"let ", 2}, {"fetch(", 3}, {"await ", 1}, {"axios", 3}, {"require(", 2}, {"XMLHttpRequest", 3}, {"new Headers(", 3}, {"process.env", 3}, {"=> {", 1}, {"headers: {", 1}, {"got(", 2}, {"from 'k6", 4}, {"export default", 3}}},
	{id: "csharp", quotes: []quote{{open: `$@"`, close: `"`, again: `""`, refs: "{", lines: true}, {open: `@"`, close: `"`, again: `""`, lines: true}, {open: `$"`, close: `"`, escape: '\\', refs: "{"}, doubleC}, comments: []string{"//", "*", "/*"}, concat: "+",
		hints: []hint{{"new HttpRequestMessage", 4}, {".Headers.Add(", 3}, {"DefaultRequestHeaders", 4}, {"using System", 4}, {"WebRequest.Create", 2}, {"new HttpClient", 2}, {"TryAddWithoutValidation", 4}, {"new RestRequest", 4}, {"string ", 1}, {"AddHeader(", 2}}},
	{id: "java", quotes: []quote{doubleC}, comments: []string{"//", "*", "/*"}, concat: "+",
		hints: []hint{{"HttpRequest.newBuilder", 4}, {".setRequestProperty(", 4}, {"import java", 4}, {"HttpURLConnection", 4}, {".addHeader(", 2}, {"String ", 1}, {".header(", 1}, {"new HttpGet(", 3}, {"new HttpPost(", 3}, {"OkHttpClient", 4}}},
	{id: "go", quotes: []quote{doubleC, rawTick}, comments: []string{"//"}, concat: "+",
		hints: []hint{{"http.NewRequest", 4}, {".Header.Set(", 4}, {".Header.Add(", 4}, {" := ", 2}, {"package main", 3}, {"http.Header{", 4}}},
	{id: "ruby", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "#{"}, singleP}, comments: []string{"#"}, concat: "+",
		hints: []hint{{"Net::HTTP", 4}, {"require 'net", 4}, {"require \"net", 4}, {"HTTParty", 4}, {"Faraday", 4}, {"puts ", 1}, {"request['", 2}, {"req['", 2}, {"request[\"", 1}, {"req[\"", 1}, {"URI(", 2}, {"ENV[", 2}, {"ENV.fetch(", 3}}},
	{id: "vb", quotes: []quote{basic}, comments: []string{"'", "REM "}, concat: "&+",
		hints: []hint{{"Dim ", 4}, {"End Sub", 3}, {" As String", 3}, {"WinHttp", 4}, {"MSXML2", 4}, {".setRequestHeader \"", 3}, {"Imports System", 4}, {" As New ", 3}}},
	{id: "swift", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "\\("}}, comments: []string{"//", "*", "/*"}, concat: "+",
		hints: []hint{{"import Foundation", 4}, {"URLRequest(url", 4}, {"URL(string: ", 4}, {"NSMutableURLRequest(", 4}, {"URLSession.", 4}, {"URLQueryItem(", 4}, {"URLComponents(", 4}, {"forHTTPHeaderField", 4}, {"HTTPHeaders = [", 4}}},
	{id: "objectivec", quotes: []quote{{open: `@"`, close: `"`, escape: '\\'}, doubleC}, comments: []string{"//", "*", "/*"},
		hints: []hint{{"#import <", 4}, {"NSURL *", 4}, {"NSMutableURLRequest *", 4}, {"NSDictionary *", 4}, {"[NSURL ", 4}, {"forHTTPHeaderField:@", 5}, {"NSString *", 4}}},
	{id: "kotlin", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "$"}}, comments: []string{"//", "*", "/*"}, concat: "+",
		hints: []hint{{"val client", 4}, {"val request", 4}, {"HttpClient(CIO)", 4}, {"HttpClient {", 3}, {"okhttp3.", 2}, {"fun main", 3}, {"val ", 1}, {"const val ", 4}}},
	{id: "rust", quotes: []quote{{open: `r"`, close: `"`}, {open: `"`, close: `"`, escape: '\\', lines: true}}, comments: []string{"//"},
		hints: []hint{{"reqwest", 4}, {"HeaderMap", 4}, {".unwrap()", 2}, {"let mut ", 3}, {"ureq::", 4}, {"fn main", 3}}},
	{id: "dart", quotes: []quote{{open: `r'`, close: `'`}, {open: `"`, close: `"`, escape: '\\', refs: "$"}, {open: "'", close: "'", escape: '\\', refs: "$"}}, comments: []string{"//"}, concat: "+",
		hints: []hint{{"import 'package:", 4}, {"Uri.parse(", 3}, {"Uri.https(", 4}, {"Dio()", 4}, {"http.Request(", 3}, {"final ", 1}, {"BaseOptions(", 4}, {"Options(headers", 4}, {"dio.", 3}}},
	{id: "r", quotes: []quote{rawTick, doubleC, singleC}, comments: []string{"#"},
		hints: []hint{{"library(", 4}, {"httr::", 4}, {"httr2::", 4}, {"add_headers(", 4}, {" <- ", 2}, {"req_headers(", 4}, {" |>", 2}}},
	{id: "perl", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "$"}, singleP}, comments: []string{"#"}, concat: ".",
		hints: []hint{{"use LWP", 4}, {"LWP::UserAgent", 4}, {"HTTP::Request", 4}, {"use strict", 4}, {"my $", 3}}},
	{id: "elixir", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "#{"}}, comments: []string{"#"},
		hints: []hint{{"HTTPoison", 4}, {"Req.get", 4}, {"Tesla.", 4}, {"defmodule ", 4}, {"Finch.", 4}}},
	{id: "clojure", quotes: []quote{{open: `"`, close: `"`, escape: '\\', lines: true}}, comments: []string{";"}, hyphens: true,
		hints: []hint{{"clj-http", 4}, {"(client/", 4}, {"(http/", 4}, {":query-params", 4}, {"{:headers", 4}, {"(require '", 4}}},
	{id: "ocaml", quotes: []quote{doubleC}, concat: "^",
		hints: []hint{{"Cohttp", 4}, {"Uri.of_string", 4}, {"Header.add", 4}, {"open Lwt", 4}}},
	{id: "julia", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "$"}}, comments: []string{"#"}, concat: "*",
		hints: []hint{{"using HTTP", 4}, {"HTTP.get(", 4}, {"HTTP.post(", 4}, {"HTTP.request(", 4}, {"Dict(", 2}}},
	{id: "crystal", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "#{"}}, comments: []string{"#"}, concat: "+",
		hints: []hint{{"HTTP::Client", 4}, {"HTTP::Headers{", 4}}},
	{id: "c", quotes: []quote{doubleC}, comments: []string{"//", "*", "/*"},
		hints: []hint{{"curl_easy_setopt", 4}, {"curl_slist_append", 4}, {"#include ", 4}}},
	{id: "delphi", quotes: []quote{{open: "'", close: "'", again: "''"}}, comments: []string{"//", "{"}, concat: "+",
		hints: []hint{{"IdHTTP", 4}, {"TIdHTTP", 4}, {"CustomHeaders.", 4}, {"TNetHTTPClient", 4}, {"TRESTRequest", 4}, {"RESTRequest", 3}, {" := '", 4}, {" := ", 2}, {"CustomHeaders[", 4}, {"SetRequestUri(", 4}}},
	{id: "abap", quotes: []quote{{open: "'", close: "'", again: "''"}, {open: "`", close: "`", again: "``"}, {open: "|", close: "|", escape: '\\', refs: "{"}}, comments: []string{"*", `"`}, concat: "&",
		hints: []hint{{"cl_http_client", 4}, {"cl_http_dest", 4}, {"( i_name = ", 4}, {"set_header_field", 4}, {"if_http_client", 4}, {"EXPORTING", 3}, {"->request->", 3}}},
	{id: "matlab", quotes: []quote{{open: "'", close: "'", again: "''"}, basic}, comments: []string{"%"},
		hints: []hint{{"weboptions(", 4}, {"webread(", 4}, {"HeaderFields", 4}, {"matlab.net.http", 4}}},
	{id: "lua", quotes: []quote{doubleC, singleC}, comments: []string{"--"}, concat: "..",
		hints: []hint{{"require \"socket.http\"", 4}, {"ltn12.", 4}, {"resty.http", 4}, {"local ", 2}}},
	{id: "sql", quotes: []quote{{open: "N'", close: "'", again: "''"}, psSingle}, comments: []string{"--"}, concat: "||+",
		hints: []hint{{"utl_http.", 4}, {"apex_web_service.", 4}, {"sp_OAMethod", 4}}},
	{id: "cfml", quotes: []quote{basic, psSingle},
		hints: []hint{{"<cfhttp", 4}, {"cfhttpparam(", 4}}},
	{id: "hcl", quotes: []quote{{open: `"`, close: `"`, escape: '\\', refs: "${"}}, comments: []string{"#", "//"},
		hints: []hint{{"data \"http\"", 4}, {"locals {", 4}, {"${local.", 4}, {"${var.", 4}}},
	powershell, bash,
}

// reads says whether the dialect has the quote before the first name of a header in text.
func (d *dialect) reads(text string) bool {
	start, _, found := nameAt(text, 0)
	if !found || start == 0 || text[start-1] != '\'' {
		return true
	}
	for _, q := range d.quotes {
		if q.close[0] == '\'' {
			return true
		}
	}
	return false
}

// isComment says whether the line is nothing but a comment.
func (d *dialect) isComment(line string) bool {
	line = strings.TrimLeft(line, " \t")
	for _, mark := range d.comments {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}
