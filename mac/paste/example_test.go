package paste_test

import (
	"fmt"

	"netvisormac/mac/paste"
)

func ExampleParse() {
	found := paste.Parse(`curl 'https://isvapi.netvisor.fi/customerlist.nv' \
  -H 'X-Netvisor-Authentication-Sender: O'\''Brien & Co ' \
  -H 'X-Netvisor-Partner-Id: abc'`)
	request := found.Requests[0].Request
	fmt.Println(request.URL)
	fmt.Printf("%q from %s\n", request.Sender, found.Kind)
	for _, note := range found.Notes {
		fmt.Println(note.ID, note.Field, "on line", note.Line)
	}
	// Output:
	// https://isvapi.netvisor.fi/customerlist.nv
	// "O'Brien & Co" from curl
	// unescaped sender on line 2
	// edge-space sender on line 2
	// near-name partnerId on line 3
	// read-as  on line 0
	// missing  on line 0
}
