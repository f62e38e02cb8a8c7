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

// A loop and a function give values that the text does not say: they are named as computed, and none is read.
func TestBoundIsComputed(t *testing.T) {
	const address, sender, id = "https://isvapi.netvisor.fi/customerlist.nv", "X-Netvisor-Authentication-Sender", "X-Netvisor-Authentication-TransactionId"
	for _, text := range []string{
		"for r in a b c; do\n  curl \"https://isvapi.netvisor.fi/$r.nv\" -H '" + sender + ": S' -H \"X-Netvisor-Authentication-MAC: $mac\"\ndone",
		"for i in $(seq 1 3); do curl " + address + " -H '" + sender + ": S' -H \"" + id + ": $i\"; done",
		"while read -r id; do\n curl " + address + " -H '" + sender + ": S' -H \"" + id + ": $id\"\ndone < ids.txt",
		"call() {\n  curl \"https://isvapi.netvisor.fi/$1\" -H '" + sender + ": S' -H \"" + id + ": $2\"\n}\ncall customerlist.nv 77",
		"call() {\n  local path=$1 tid=$2\n  curl \"https://isvapi.netvisor.fi/$path\" -H '" + sender + ": S' -H \"" + id + ": $tid\"\n}\ncall customerlist.nv 77",
		"function call {\n  curl \"" + address + "\" -H '" + sender + ": S' -H \"" + id + ": ${1}\"\n}\ncall 77",
		"curl " + address + " -H '" + sender + ": S' -H \"X-Netvisor-Authentication-TimestampUnix: $(( $(date +%s) - 5 ))\"",
		"TID=$(uuidgen)\nTS=`date -u +%s`\ncurl " + address + " -H '" + sender + ": S' -H \"" + id + ": $TID\" -H \"X-Netvisor-Authentication-TimestampUnix: $TS\"",
		"import requests\nfor i in range(3):\n    requests.get('" + address + "', headers={'" + sender + "': 'S', '" + id + "': str(i)})",
		"import requests\ndef call(tid):\n    return requests.get('" + address + "', headers={'" + sender + "': 'S', '" + id + "': tid})\ncall('77')",
		"const ids = ['1','2'];\nids.forEach(id => fetch('" + address + "', {headers: {'" + sender + "': 'S', '" + id + "': id}}));",
		"async function call(tid) {\n  return fetch('" + address + "', {headers: {'" + sender + "': 'S', '" + id + "': tid}});\n}",
		"<?php\nforeach ($ids as $id) {\n  $c->get('" + address + "', ['headers' => ['" + sender + "' => 'S', '" + id + "' => $id]]);\n}",
		"id=1\nfor id in 2 3; do\n curl " + address + " -H '" + sender + ": S' -H \"" + id + ": $id\"\ndone",
		"foreach ($id in 1..3) { Invoke-RestMethod -Uri '" + address + "' -Headers @{'" + sender + "'='S'; '" + id + "'=$id} }",
		"@echo off\nfor %%i in (1 2 3) do curl \"" + address + "\" -H \"" + sender + ": S\" -H \"" + id + ": %%i\"",
	} {
		p := Parse(text)
		require.Len(t, p.Requests, 1, text)
		got := p.Requests[0].Request
		require.Contains(t, []string{"", address}, got.URL, text)
		got.URL = ""
		require.Equal(t, mac.Request{Sender: "S"}, got, text)
		require.Contains(t, fmt.Sprint(p.Notes), "computed", text)
	}
}
