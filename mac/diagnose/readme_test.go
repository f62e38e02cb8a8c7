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
	require.Equal(t, len(commonest), strings.Count(table, "| `"))
	require.Equal(t, mistakeTable(), table, "go test ./mac/diagnose -run Readme -update writes it")
}

// commonest are the mistakes that public clients made most often, and what people copy wrong; the reference has all others.
var commonest = []string{"url-without-query", "url-query-decoded", "timestamp-offset", "utf-8", "plain-sha256", "legacy-md5", "missing-timestamp-unix", "keys-swapped",
	"hmac-key-customer-only", "typo-customer-key", "partner-id-for-customer-id", "output-base64"}

// mistakeTable has a row for each of them.
func mistakeTable() string {
	var b strings.Builder
	b.WriteString("\n| id | what is wrong |\n|---|---|\n")
	for _, id := range commonest {
		for _, m := range Mistakes() {
			if m.ID == id {
				b.WriteString("| `" + id + "` | " + m.Title + " |\n")
			}
		}
	}
	b.WriteString("\n")
	return b.String()
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
