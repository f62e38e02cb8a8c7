package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// files is a site in memory: path below dist/, with slashes, to content.
type files map[string][]byte

func (f files) names() []string { return slices.Sorted(maps.Keys(f)) }

// write replaces dir by the files.
func (f files) write(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for name, content := range f {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// writeSums adds SHA256SUMS, which "sha256sum --check" reads.
func (s *site) writeSums() error {
	var b strings.Builder
	for _, name := range s.files.names() {
		fmt.Fprintf(&b, "%s  %s\n", sum(s.files[name]), name)
	}
	s.files["SHA256SUMS"] = []byte(b.String())
	return nil
}
