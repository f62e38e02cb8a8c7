package paste

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// form is a text in which a tool or a program writes requests, and what it holds.
type form struct {
	Group, Name, Text string
	Requests          []map[mac.Field]string
	Keys              *struct{ Customer, Partner string }
}

// wrong says what of the form was not read as it is; empty if nothing was.
func (f form) wrong() string {
	p := Parse(f.Text)
	var out strings.Builder
	if len(p.Requests) != len(f.Requests) {
		fmt.Fprintf(&out, "%d requests for %d; ", len(p.Requests), len(f.Requests))
	}
	for i := range min(len(p.Requests), len(f.Requests)) {
		for _, info := range mac.Fields() {
			if got, want := *info.Field.Of(&p.Requests[i].Request, &p.Requests[i].Keys), f.Requests[i][info.Field]; got != want && !info.Secret {
				fmt.Fprintf(&out, "%d %s %q for %q; ", i, info.Field, got, want)
			}
		}
	}
	if f.Keys != nil && (p.Keys.Customer != f.Keys.Customer || p.Keys.Partner != f.Keys.Partner) {
		out.WriteString("other keys")
	}
	return out.String()
}

func readForms(t testing.TB) []form { return formsIn(t, "testdata/forms.json", 454) }

func formsIn(t testing.TB, file string, least int) []form {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var forms []form
	require.NoError(t, json.Unmarshal(data, &forms))
	require.GreaterOrEqual(t, len(forms), least)
	return forms
}

// How libraries, tools and logs write requests, of which the file names only what it is about.
func TestMoreForms(t *testing.T) {
	for _, f := range formsIn(t, "testdata/more-forms.json", 212) {
		t.Run(f.Group+" "+f.Name, func(t *testing.T) {
			p := Parse(f.Text)
			require.Len(t, p.Requests, len(f.Requests), f.Text)
			for i, want := range f.Requests {
				for field, value := range want {
					require.Equal(t, value, *field.Of(&p.Requests[i].Request, &p.Requests[i].Keys), "%d %s\n%s", i, field, f.Text)
				}
			}
		})
	}
}

// lost are the forms whose writer left something out, so that nobody can know it from the text.
var lost = map[string]string{
	"nginx access json": "an access log has the path alone, and no host",
}

// Every form is read to the letter, but for what its writer lost.
func TestForms(t *testing.T) {
	for _, f := range readForms(t) {
		t.Run(f.Group+" "+f.Name, func(t *testing.T) {
			if reason := lost[f.Name]; reason != "" {
				t.Log(reason)
				f.dropAddresses()
			}
			require.Empty(t, f.wrong(), f.Text)
		})
	}
}

func (f form) dropAddresses() {
	for _, r := range f.Requests {
		delete(r, mac.FieldURL)
	}
}
