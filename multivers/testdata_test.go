package multivers

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// configNames returns the web.config files in testdata.
func configNames(t testing.TB) []string {
	names, err := filepath.Glob("testdata/configs/*.config")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(names), 50, "testdata is missing")
	return names
}

func configFiles(t testing.TB) [][]byte {
	var files [][]byte
	for _, name := range configNames(t) {
		files = append(files, read(t, name))
	}
	return files
}

func read(t testing.TB, name string) []byte {
	file, err := os.ReadFile(name)
	require.NoError(t, err)
	return file
}
