package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
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
	s.files["SHA256SUMS"] = sums(s.files)
	return nil
}

func sums(list files) []byte {
	var b bytes.Buffer
	for _, name := range list.names() {
		fmt.Fprintf(&b, "%s  %s\n", sum(list[name]), name)
	}
	return b.Bytes()
}
