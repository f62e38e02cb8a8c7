package diagnose

import "netvisormac/mac/internal/calc"

var algorithmMistakes = []mistake{
	{Mistake: Mistake{Group: "algorithm", ID: "plain-sha256",
		Title: "The MAC is a plain SHA-256, not an HMAC",
		Fix:   "Compute HMAC-SHA-256 with customerKey&partnerKey as its key: hash_hmac in PHP, hmac.new in Python, createHmac in Node."},
		likely: 2, changes: []change{{do: withUnix, hash: calc.SHA256}}},
	{Mistake: Mistake{Group: "algorithm", ID: "legacy-sha256",
		Title: "The MAC is the legacy SHA-256 of nine values",
		Fix:   "Move to HMACSHA256, or send the header MACHashCalculationAlgorithm with SHA256 as long as Netvisor accepts it."},
		likely: 2, changes: []change{{do: withoutUnix, hash: calc.SHA256}, {do: withoutUnix, hash: calc.SHA256, encoding: calc.Latin9}}},
	{Mistake: Mistake{Group: "algorithm", ID: "legacy-md5",
		Title: "The MAC is an MD5, which Netvisor has retired",
		Fix:   "Move to HMACSHA256, and send the header MACHashCalculationAlgorithm with that value."},
		likely: 2, changes: []change{{do: withoutUnix, hash: calc.MD5}}},
	{Mistake: Mistake{Group: "algorithm", ID: "hmac-in-legacy",
		Title: "The MAC is an HMAC-SHA-256, but the header says SHA256",
		Fix:   "Send the header MACHashCalculationAlgorithm with HMACSHA256."},
		likely: 1, changes: []change{{do: legacyHMACWithUnix}, {do: legacyHMAC}}},
	{Mistake: Mistake{Group: "algorithm", ID: "hmac-sha1",
		Title: "The MAC is an HMAC-SHA-1",
		Fix:   "Specify SHA-256 where the HMAC is computed: some libraries default to SHA-1."},
		likely: 5, changes: []change{{do: withUnix, hash: calc.HMACSHA1}}},
	{Mistake: Mistake{Group: "algorithm", ID: "hmac-sha512",
		Title: "The MAC is an HMAC-SHA-512",
		Fix:   "Specify SHA-256 where the HMAC is computed."},
		likely: 5, changes: []change{{do: withUnix, hash: calc.HMACSHA512}}},
}
