package paste

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// What a program computes is no value: least of all with the keys that it computes it of.
func TestComputedIsNoValue(t *testing.T) {
	const keys = "7cd680e89e880553358bc07cd28b0ee2&07f94228d149a96b2f25e3edad55096e"
	for _, text := range []string{
		"mac=$(printf '%s' \"$m\" | openssl dgst -sha256 -hmac '" + keys + "')\ncurl https://isvapi.netvisor.fi/a.nv -H \"X-Netvisor-Authentication-MAC: $mac\" -H \"X-Netvisor-Authentication-Sender: S\"",
		"#!/bin/bash\nmac=$(f ')' \"$(g)\" '" + keys + "')\ncurl https://isvapi.netvisor.fi/a.nv -H \"X-Netvisor-Authentication-MAC: $mac\" -H \"X-Netvisor-Authentication-Sender: S\"",
		"mac=`openssl dgst -hmac '" + keys + "'`\ncurl https://isvapi.netvisor.fi/a.nv -H \"X-Netvisor-Authentication-MAC: ${mac}\" -H \"X-Netvisor-Authentication-Sender: S\"",
		"curl https://isvapi.netvisor.fi/a.nv -H \"X-Netvisor-Authentication-MAC: `f '" + keys + "'`\" -H 'X-Netvisor-Authentication-Sender: S'",
		"curl https://isvapi.netvisor.fi/a.nv -H X-Netvisor-Authentication-MAC:$(f \"" + keys + "\") -H 'X-Netvisor-Authentication-Sender: S'",
		"curl https://isvapi.netvisor.fi/a.nv -H X-Netvisor-Authentication-MAC:`f " + keys + "` -H 'X-Netvisor-Authentication-Sender: S'",
		"X-Netvisor-Authentication-MAC: hmac('" + keys + "')\nX-Netvisor-Authentication-Sender: S\nURL: https://isvapi.netvisor.fi/a.nv\n",
	} {
		p := Parse(text)
		require.Len(t, p.Requests, 1, text)
		require.Equal(t, mac.Request{URL: "https://isvapi.netvisor.fi/a.nv", Sender: "S"}, p.Requests[0].Request, text)
		require.Contains(t, fmt.Sprint(p.Notes), "computed", text)
	}
}
