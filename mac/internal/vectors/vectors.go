// Package vectors reads the files of testdata/vectors and testdata/clients for tests.
package vectors

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Vector is a file: lines of "name: text", one for each value and one for each stage of the calculation.
type Vector map[string]string

// Read reads a file.
func Read(t testing.TB, file string) Vector {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	v := Vector{}
	for line := range strings.Lines(string(data)) {
		name, text, found := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		require.True(t, found, "%s: %q has no colon", file, line)
		v[name] = strings.TrimPrefix(text, " ")
	}
	return v
}

// Files returns the paths that a pattern matches, one at least.
func Files(t testing.TB, pattern string) []string {
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, files, "no vectors")
	return files
}
