package diagnose

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the table of mistakes into the README")

const (
	readme     = "../../README.md"
	tableBegin = "<!-- mistakes -->\n"
	tableEnd   = "<!-- /mistakes -->\n"
)

// The README's table of mistakes is what the code knows; -update writes it anew.
func TestReadmeTellsTheMistakes(t *testing.T) {
	data, err := os.ReadFile(readme)
	require.NoError(t, err)
	before, rest, found := strings.Cut(string(data), tableBegin)
	require.True(t, found)
	table, after, found := strings.Cut(rest, tableEnd)
	require.True(t, found)
	if *update {
		require.NoError(t, os.WriteFile(readme, []byte(before+tableBegin+mistakeTable()+tableEnd+after), 0o644))
		return
	}
	require.Equal(t, mistakeTable(), table, "go test ./mac/diagnose -run Readme -update writes it")
}

// mistakeTable has a row for each mistake; a family that differs by field has one.
func mistakeTable() string {
	var b strings.Builder
	b.WriteString("\n| id | what is wrong |\n|---|---|\n")
	seen := map[string]bool{}
	for _, m := range Mistakes() {
		id, title := family(m)
		if !seen[id] {
			b.WriteString("| `" + id + "` | " + strings.NewReplacer("|", "\\|", "&amp;", "`&amp;`").Replace(title) + " |\n")
		}
		seen[id] = true
	}
	b.WriteString("\n")
	return b.String()
}

// family writes F for the field in the id of a mistake that every field has.
func family(m Mistake) (id, title string) {
	if m.Group == "value" || strings.HasPrefix(m.ID, "missing-") {
		info := m.Fields[0].Info()
		return strings.TrimSuffix(m.ID, info.ID) + "F", strings.Replace(m.Title, info.Title, "A value", 1)
	}
	if strings.HasPrefix(m.ID, "swapped-") {
		return "swapped-F-F", "Two neighbours stand in each other's place"
	}
	return m.ID, m.Title
}

// The README's Go is the package's Example, which is compiled and run.
func TestReadmeShowsTheExample(t *testing.T) {
	data, err := os.ReadFile(readme)
	require.NoError(t, err)
	example, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	_, body, _ := strings.Cut(string(example), "func Example() {\n")
	body, _, _ = strings.Cut(body, "\t// Output:")
	for line := range strings.Lines(body) {
		require.Contains(t, string(data), strings.TrimSpace(line))
	}
}
