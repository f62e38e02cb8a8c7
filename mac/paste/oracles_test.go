// WebAssembly starts no other programs.
//go:build !js

package paste

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// written is a request as a generator of code has written it.
type written struct {
	Form, Text string
	Request    map[mac.Field]string
}

// incomplete are the forms whose generator leaves something out or writes what
// its language does not mean, with the reason.
var incomplete = map[string]string{
	"curlconverter toMATLAB":          "it writes two programs, and the query in both",
	"httpsnippet ruby faraday":        "Faraday sends the pairs of a query in the order of their names",
	"postman postman-cli Postman CLI": "a quote in a value is not escaped",
}

// run returns the output of a program, or skips the test where it is missing; in CI that fails.
func run(t *testing.T, folder, name string, arguments ...string) []byte {
	if _, err := os.Stat("testdata/oracles/node_modules"); err != nil && name == "node" {
		if os.Getenv("CI") != "" {
			t.Fatal("run npm ci in testdata/oracles")
		}
		t.Skip("run npm ci in testdata/oracles")
	}
	command := exec.Command(name, arguments...)
	command.Dir = folder
	var problems bytes.Buffer
	command.Stderr = &problems
	out, err := command.Output()
	require.NoError(t, err, problems.String())
	return out
}

// What the generators of curlconverter, httpsnippet and Postman write is read back.
func TestGenerators(t *testing.T) {
	out := run(t, "testdata/oracles", "node", "generate.mjs", "7", "6")
	total, wrong := map[string]int{}, map[string]string{}
	failed := map[string]int{}
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var w written
		require.NoError(t, json.Unmarshal(lines.Bytes(), &w))
		total[w.Form]++
		if text := w.wrong(); text != "" {
			failed[w.Form]++
			wrong[w.Form] = text + "\n" + w.Text
		}
	}
	require.GreaterOrEqual(t, len(total), 90, "too few forms")
	var names []string
	for form := range failed {
		if incomplete[form] == "" {
			names = append(names, form)
		}
	}
	sort.Strings(names)
	for _, form := range names {
		t.Errorf("%s: %d of %d: %s", form, failed[form], total[form], wrong[form])
	}
	for form := range incomplete {
		require.NotZero(t, failed[form], "%s is read well, and needs no exception", form)
	}
}

func (w written) wrong() string {
	p := Parse(w.Text)
	if len(p.Requests) != 1 {
		return strings.Repeat("request ", len(p.Requests)) + "for one"
	}
	var list []string
	for field, want := range w.Request {
		if got := *field.Of(&p.Requests[0].Request, &p.Requests[0].Keys); got != want {
			list = append(list, string(field)+" "+got+" for "+want)
		}
	}
	sort.Strings(list)
	return strings.Join(list, "; ")
}

// A real bash says what the arguments of a command are: what it hands to a program in curl's place is read.
func TestBash(t *testing.T) {
	values := []string{"Kassa & Co", "O'Brien", `say "x"`, "a\\b", "50 % $HOME `x`", "Työ!", "tab\there", "x;y|z", "{a,b}", "*", "~", "#1", "ö\\n", "a  b"}
	quotes := []func(string) string{
		func(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" },
		func(s string) string {
			return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(s) + `"`
		},
		func(s string) string {
			return "$'" + strings.NewReplacer(`\`, `\\`, "'", `\'`, "!", `\041`, "ö", `\303\266`, "\t", `\t`).Replace(s) + "'"
		},
		func(s string) string {
			return "$'" + strings.NewReplacer(`\`, `\\`, "'", `\x27`, "!", `\u0021`, "ö", `\xc3\xb6`).Replace(s) + "'"
		},
	}
	forms := []string{
		"curl %[1]s -H %[2]s", "curl -sS --url %[1]s --header %[2]s", "H=(-H %[2]s)\ncurl \"${H[@]}\" %[1]s", "curl \\\n  -H %[2]s \\\n  %[1]s",
		"S=%[2]s\ncurl %[1]s -H \"$S\"", "curl -H%[2]s %[1]s", "U=%[1]s\ncurl \"${U}\" -H %[2]s",
	}
	const stand = "curl() { for a; do printf '%s\\0' \"$a\"; done; }\n"
	for _, form := range forms {
		for _, quote := range quotes {
			for _, value := range values {
				text := fmt.Sprintf(form, quote("https://isvapi.netvisor.fi/a.nv?x=1&y=2"), quote("X-Netvisor-Authentication-Sender: "+value))
				arguments := strings.Split(string(run(t, ".", "bash", "-c", stand+text)), "\x00")
				want := ""
				for _, a := range arguments {
					if at := strings.Index(a, "Sender: "); at >= 0 {
						want = a[at+len("Sender: "):]
					}
				}
				p := Parse(text)
				require.Len(t, p.Requests, 1, text)
				require.Equal(t, mac.Request{URL: "https://isvapi.netvisor.fi/a.nv?x=1&y=2", Sender: want}, p.Requests[0].Request, text)
			}
		}
	}
}
