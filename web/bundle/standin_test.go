package main

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// builtStandIn is the small site of testdata, built once.
var builtStandIn = sync.OnceValues(func() (*site, error) { return build("testdata/site") })

func standIn(t *testing.T) *site {
	t.Helper()
	s, err := builtStandIn()
	require.NoError(t, err)
	return s
}

// copyStandIn copies the sources of the stand-in, with some of them changed; an empty one is removed.
func copyStandIn(t *testing.T, changed map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "copy")
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata/site")))
	for name, content := range changed {
		path := filepath.Join(dir, name)
		if content == "" {
			require.NoError(t, os.Remove(path))
			continue
		}
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	}
	return dir
}
