package main

import (
	"encoding/json"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// buildName is the file that says what a site was made from.
const buildName = "build.json"

// setRevision takes what git says of the sources. Where the sources differ from the revision that is checked
// out, nobody can build the same from it, and that is said.
func (s *site) setRevision() error {
	s.goVersion = runtime.Version()
	if version, err := output(s.root, "go", "env", "GOVERSION"); err == nil {
		s.goVersion = version
	}
	s.revision = "unknown, built outside of git"
	top, err := output(s.root, "git", "rev-parse", "--show-toplevel")
	if root, _ := filepath.EvalSymlinks(s.root); err != nil || filepath.Clean(top) != root {
		return nil
	}
	if s.revision, err = output(s.root, "git", "rev-parse", "HEAD"); err != nil {
		return err
	}
	changed, err := s.isChanged()
	if changed {
		s.revision += ", with changes"
	}
	return err
}

// isChanged tells whether a file that git tracks is changed, or one that it does not know could be a source.
// What editors leave behind is none.
func (s *site) isChanged() (bool, error) {
	changed, err := output(s.root, "git", "status", "--porcelain", "--untracked-files=no")
	if err != nil || changed != "" {
		return changed != "", err
	}
	unknown, err := output(s.root, "git", "ls-files", "-z", "--others", "--exclude-standard", "--", "mac", "multivers", "wasm", "web")
	return slices.ContainsFunc(strings.Split(unknown, "\x00"), isSource), err
}

// sourceKinds are the kinds of files that the site is made of.
var sourceKinds = []string{".css", ".go", ".html", ".js", ".json", ".svg", ".ts", ".txt", ".webmanifest"}

// isSource tells whether a file below the root may be one that the site is made of.
func isSource(path string) bool {
	name := filepath.Base(path)
	return slices.Contains(sourceKinds, filepath.Ext(name)) && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "#") &&
		!strings.HasPrefix(path, "web/bundle/") && !strings.HasPrefix(path, "web/tests/")
}

// addBuild says what the site was made from: no time and no place, so that it is the same wherever it is made.
func (s *site) addBuild() error {
	built := map[string]string{"release": s.release, "revision": s.revision, "go": s.goVersion, "version": s.version}
	if s.base != "" {
		built["site"] = s.base
	}
	for _, p := range programs {
		built[p.file()] = s.sumOf(p)
	}
	content, err := json.MarshalIndent(built, "", "  ")
	s.files[buildName] = append(content, '\n')
	return err
}
