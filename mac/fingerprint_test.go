package mac_test

import (
	"fmt"

	"netvisormac/mac"
)

func ExampleFingerprint() {
	fmt.Println(mac.Fingerprint(keys.Customer, "salt"))
	fmt.Println(mac.Fingerprint(keys.Customer, "another salt"))
	// Output:
	// f79cbad5b6a9a8c8
	// 335c53313320844b
}
