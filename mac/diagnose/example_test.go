package diagnose_test

import (
	"fmt"

	"netvisormac/mac"
	"netvisormac/mac/diagnose"
)

func Example() {
	request := mac.NewRequest("https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6")
	request.Sender = "Työaika Oy"
	request.CustomerID = "AB_1"
	request.PartnerID = "PA_1"
	request.OrganisationID = "1967543-8"
	keys := mac.Keys{Customer: "7cd680e89e880553358bc07cd28b0ee2", Partner: "07f94228d149a96b2f25e3edad55096e"}

	headers, err := mac.Headers(request, keys) // all eleven, the MAC among them
	fmt.Println(len(headers), err)

	request.MAC = "what somebody sent"
	report := diagnose.Diagnose(request, keys, diagnose.Options{Depth: 2})
	fmt.Println(report.OK, report.Causes)
	// Output:
	// 11 <nil>
	// false []
}
