package snippet_test

import (
	"fmt"

	"netvisormac/mac"
	"netvisormac/mac/snippet"
)

func ExampleMake() {
	request := mac.Request{
		Sender:        "Työaika Oy",
		Timestamp:     "2023-05-04 12:00:00.000",
		TimestampUnix: "1683194400",
		Language:      "FI",
		Algorithm:     mac.HMACSHA256,
		URL:           "https://isvapi.netvisor.fi/customerlist.nv?keyword=Työ",
	}
	text, err := snippet.Make("curl", request)
	fmt.Println(text, err)
	// Output:
	// # No MAC: sign the request with both keys first, and the header X-Netvisor-Authentication-MAC stands here.
	// curl --globoff --path-as-is \
	//   --header $'X-Netvisor-Authentication-Sender: Ty\xF6aika Oy' \
	//   --header 'X-Netvisor-Authentication-TimestampUnix: 1683194400' \
	//   --header 'X-Netvisor-Authentication-Timestamp: 2023-05-04 12:00:00.000' \
	//   --header 'X-Netvisor-Interface-Language: FI' \
	//   --header 'X-Netvisor-Authentication-MACHashCalculationAlgorithm: HMACSHA256' \
	//   --header 'X-Netvisor-Authentication-UseHTTPResponseStatusCodes: 1' \
	//   'https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6'
	//  <nil>
}

func ExampleLanguages() {
	for _, language := range snippet.Languages() {
		fmt.Printf("%s: %s, %s\n", language.ID, language.Title, language.File)
	}
	// Output:
	// php: PHP (curl), netvisor.php
	// csharp: C# (HttpClient), Netvisor.cs
	// javascript: JavaScript (Node's fetch), netvisor.mjs
	// python: Python (requests), netvisor.py
	// java: Java, Netvisor.java
	// bash: bash (curl, openssl), netvisor.sh
	// bruno: Bruno (pre-request script), netvisor-bruno.js
	// curl: curl command, netvisor-curl.sh
	// go: Go, netvisor.go
	// headers: Header text, netvisor-headers.txt
	// http: .http file, netvisor.http
	// postman: Postman (pre-request script), netvisor-postman.js
	// powershell: PowerShell, netvisor.ps1
	// ruby: Ruby, netvisor.rb
}
