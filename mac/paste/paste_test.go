package paste

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

var update = flag.Bool("update", false, "write the expectations of testdata anew")

// pasteFiles are the files of testdata that have an expectation beside them.
func pasteFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/*.paste")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 60, "too few pastes")
	return files
}

func read(t testing.TB, file string) string {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(data)
}

// describe writes what was found, with where it stands.
func describe(p Pasted) string {
	var out strings.Builder
	fmt.Fprintf(&out, "kind: %s\n", p.Kind)
	list := p.Requests
	if p.Settings != nil {
		list = append(list, *p.Settings)
	}
	for i, f := range list {
		title := fmt.Sprintf("request %d", i)
		if i == len(p.Requests) {
			title = "settings"
		}
		fmt.Fprintf(&out, "\n%s\n", title)
		for _, info := range mac.Fields() {
			if text := *info.Field.Of(&f.Request, &f.Keys); text != "" {
				fmt.Fprintf(&out, "%s: %q line %d\n", info.Field, text, f.Sources[info.Field].Line)
			}
		}
		if f.Answer != nil {
			id := "none"
			if f.Answer.Explanation != nil {
				id = f.Answer.Explanation.ID
			}
			fmt.Fprintf(&out, "answer: %d %s %s %q inserted %q echo %d: %s\n", f.Answer.HTTPStatus, f.Answer.Status, f.Answer.Code, f.Answer.Message, f.Answer.Inserted, len(f.Answer.Echo), id)
		}
	}
	out.WriteString("\n")
	for _, note := range p.Notes {
		fmt.Fprintf(&out, "note %d %s %s line %d", note.Request, note.ID, note.Field, note.Line)
		if note.ID == "missing" || note.ID == "read-as" {
			out.WriteString(" " + note.Text)
		}
		out.WriteString("\n")
	}
	return out.String()
}

func TestPastes(t *testing.T) {
	for _, file := range pasteFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".paste"), func(t *testing.T) {
			got := describe(Parse(read(t, file)))
			want := strings.TrimSuffix(file, ".paste") + ".want"
			if *update {
				require.NoError(t, os.WriteFile(want, []byte(got), 0o644))
			}
			require.Equal(t, read(t, want), got)
		})
	}
}
