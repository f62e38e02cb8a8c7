package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// addVectors makes one asset of the test vectors of package mac, a list of objects of texts by name,
// so that the self-test can run them in whatever browser opens it.
func (s *site) addVectors() error {
	paths, _ := filepath.Glob(filepath.Join(s.root, "mac", "testdata", "vectors", "*.txt"))
	if len(paths) == 0 {
		return fmt.Errorf("none in mac/testdata/vectors")
	}
	var vectors []map[string]string
	for _, path := range paths {
		v, err := readVector(path)
		if err != nil {
			return err
		}
		vectors = append(vectors, v)
	}
	content, err := json.Marshal(vectors)
	s.addresses["vectorsURL"] = s.addAsset("vectors.json", content)
	return err
}

// readVector reads lines of "name: text"; the file's own name is the text of "name".
func readVector(path string) (map[string]string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	v := map[string]string{"name": strings.TrimSuffix(filepath.Base(path), ".txt")}
	for line := range strings.Lines(string(content)) {
		name, text, found := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		if !found {
			return nil, fmt.Errorf("%s: %q has no colon", filepath.Base(path), line)
		}
		v[name] = strings.TrimPrefix(text, " ")
	}
	return v, nil
}
