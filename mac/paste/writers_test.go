package paste

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// What programs print, tools export, developers write and people send, each by another writer, is read to the letter: all
// requests, all fields, the keys and ids of settings, and nothing that leaves a doubt but what the file says. A request
// after the first says only what is another than there.
func TestWriters(t *testing.T) {
	for file, least := range map[string]int{"printed": 350, "programs": 140, "tools-and-logs": 240, "people-and-settings": 140, "nothing": 25} {
		var forms []struct {
			form
			Settings map[mac.Field]string
			Notes    []string
		}
		require.NoError(t, json.Unmarshal([]byte(read(t, "testdata/"+file+".json")), &forms))
		require.GreaterOrEqual(t, len(forms), least)
		names := map[string]bool{}
		for _, f := range forms {
			require.False(t, names[f.Name], f.Name)
			names[f.Name] = true
			f.repeat()
			t.Run(file+" "+f.Name, func(t *testing.T) {
				require.Empty(t, f.wrong(), f.Text)
				got := Parse(f.Text)
				require.Equal(t, f.Settings, settingsOf(got), f.Text)
				for _, n := range got.Notes {
					known := len(f.Requests) == 0 || !n.Doubt && n.ID != "near-name" && n.ID != "name-case"
					require.True(t, known || strings.Contains(fmt.Sprint(f.Notes), n.ID), "%v\n%s", n, f.Text)
				}
			})
		}
	}
}

// repeat puts into each request what it has of the first.
func (f form) repeat() {
	for _, r := range f.Requests {
		for field, value := range f.Requests[0] {
			if _, other := r[field]; !other {
				r[field] = value
			}
		}
	}
}

// settingsOf returns what stands in a text without a request; nil if nothing does.
func settingsOf(p Pasted) map[mac.Field]string {
	if p.Settings == nil {
		return nil
	}
	found := map[mac.Field]string{}
	for _, info := range mac.Fields() {
		if value := *info.Field.Of(&p.Settings.Request, &p.Settings.Keys); value != "" {
			found[info.Field] = value
		}
	}
	return found
}
