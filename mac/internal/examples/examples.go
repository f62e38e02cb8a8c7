// Package examples has requests for the tests of what is built on package mac.
package examples

import (
	"testing"

	"netvisormac/mac"
	"netvisormac/mac/internal/vectors"
)

// Of returns the request and the keys of a vector.
func Of(v vectors.Vector) (r mac.Request, k mac.Keys) {
	for _, info := range mac.Fields() {
		*info.Of(&r, &k) = v[string(info.Field)]
	}
	return r, k
}

// Official returns the example of the official page, with its MAC. The test lies in a folder of mac.
func Official(t testing.TB) (mac.Request, mac.Keys) {
	return Of(vectors.Read(t, "../testdata/vectors/official-example.txt"))
}

// Orderly returns a request that only one check holds for: that of its host. It has no MAC.
func Orderly() (mac.Request, mac.Keys) {
	return mac.Request{
			URL:            "https://integration.netvisor.fi/accounting.nv",
			Sender:         "Demo Käyttäjä",
			CustomerID:     "AB_1",
			PartnerID:      "PA_1",
			Timestamp:      "2026-07-14 17:05:09.318",
			TimestampUnix:  "1784048709",
			Language:       "FI",
			OrganisationID: "1967543-8",
			TransactionID:  "c2b1f0e0-5f0a-4f9e-9c55-0a1b2c3d4e5f",
			Algorithm:      mac.HMACSHA256,
		}, mac.Keys{
			Customer: "7cd680e89e880553358bc07cd28b0ee2",
			Partner:  "07f94228d149a96b2f25e3edad55096e",
		}
}
