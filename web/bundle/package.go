package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// releaseName is the file that holds the version of what is released: three numbers.
const releaseName = "VERSION"

var semver = regexp.MustCompile(`^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$`)

func (s *site) setRelease() error {
	content, err := os.ReadFile(filepath.Join(s.root, releaseName))
	if err != nil {
		return err
	}
	s.release = strings.TrimSpace(string(content))
	if !semver.MatchString(s.release) {
		return fmt.Errorf("%s holds %q, not a version such as 1.2.3", releaseName, s.release)
	}
	return nil
}

// addPackage makes dist/ a package of npm, too: its package.json names what of dist/ belongs to it.
func (s *site) addPackage() error {
	for name, source := range map[string]string{
		"package.json": s.web("command", "package.json"),
		"README.md":    s.web("command", "README.md"),
		"LICENSE":      filepath.Join(s.root, "LICENSE"),
	} {
		content, err := os.ReadFile(source)
		if err != nil {
			return err
		}
		s.files[name] = content
	}
	quoted := []byte(fmt.Sprintf("%q", releaseName))
	if !bytes.Contains(s.files["package.json"], quoted) {
		return fmt.Errorf("package.json has no %s to replace", quoted)
	}
	s.files["package.json"] = bytes.Replace(s.files["package.json"], quoted, fmt.Appendf(nil, "%q", s.release), 1)
	return nil
}
