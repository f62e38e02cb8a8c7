package mac_test

import (
	"fmt"
	"time"

	"netvisormac/mac"
)

// The example of the official page.
var request = mac.Request{
	URL:            "https://isvapi.netvisor.fi/accounting.nv",
	Sender:         "ClientName",
	CustomerID:     "Integration user identifier",
	PartnerID:      "Partner identifier",
	Timestamp:      "2023-05-04 12:00:00.000",
	TimestampUnix:  "1683147600",
	Language:       "FI",
	OrganisationID: "1967543-8",
	TransactionID:  "123456",
	Algorithm:      mac.HMACSHA256,
}

var keys = mac.Keys{
	Customer: "7cd680e89e880553358bc07cd28b0ee2",
	Partner:  "7f94228d149a96b2f25e3edad55096e",
}

func ExampleSum() {
	sum, err := mac.Sum(request, keys)
	fmt.Println(sum, err)
	// Output: 86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27 <nil>
}

func ExampleHeaders() {
	headers, err := mac.Headers(request, keys)
	if err != nil {
		fmt.Println(err)
	}
	for _, header := range headers {
		fmt.Printf("%s: %s\n", header.Name, header.Value)
	}
	// Output:
	// X-Netvisor-Authentication-Sender: ClientName
	// X-Netvisor-Authentication-CustomerId: Integration user identifier
	// X-Netvisor-Authentication-PartnerId: Partner identifier
	// X-Netvisor-Authentication-TimestampUnix: 1683147600
	// X-Netvisor-Authentication-Timestamp: 2023-05-04 12:00:00.000
	// X-Netvisor-Authentication-TransactionId: 123456
	// X-Netvisor-Interface-Language: FI
	// X-Netvisor-Organisation-ID: 1967543-8
	// X-Netvisor-Authentication-MAC: 86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27
	// X-Netvisor-Authentication-MACHashCalculationAlgorithm: HMACSHA256
	// X-Netvisor-Authentication-UseHTTPResponseStatusCodes: 1
}

func ExampleNewRequestAt() {
	url, err := mac.EncodeURL("https://isvapi.netvisor.fi/customerlist.nv?keyword=Työ")
	if err != nil {
		fmt.Println(err)
	}
	r := mac.NewRequestAt(url, time.Unix(1683147600, 0))
	fmt.Println(r.URL, r.Timestamp, len(r.TransactionID))
	// Output: https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6 2023-05-03 21:00:00.000 36
}

func ExampleVerify() {
	request := request
	request.MAC = "86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27"
	fmt.Println(mac.Verify(request, keys))
	request.Timestamp = "2023-05-04 00:00:00.000" // what the page's table says
	fmt.Println(mac.Verify(request, keys))
	// Output:
	// <nil>
	// the MAC is not the one that this request and these keys give
}

func ExampleCharset_Sum() {
	request := request
	request.Sender = "Kulut €"
	_, err := mac.Sum(request, keys)
	fmt.Println(err)
	sum, err := mac.UTF8.Sum(request, keys)
	fmt.Println(sum[:8], err)
	// Output:
	// sender: character 7, '€' (U+20AC), is not a character of the charset ISO-8859-1
	// 4a30bbd0 <nil>
}
