package multivers_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What the README shows is ExampleCheck, which is run.
func TestReadmeShowsTheExample(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	example, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	_, body, found := strings.Cut(string(example), "func ExampleCheck() {\n")
	require.True(t, found)
	body, _, _ = strings.Cut(body, "\n}\n")
	code, printed, found := strings.Cut(body, "\t// Output:\n")
	require.True(t, found)
	require.Contains(t, string(readme), "```go\n"+strings.ReplaceAll(strings.TrimPrefix(code, "\t"), "\n\t", "\n")+"```\n")
	for line := range strings.Lines(printed) {
		require.Contains(t, string(readme), strings.TrimPrefix(strings.TrimSpace(line), "// ")+"\n")
	}
}
