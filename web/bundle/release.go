package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

// releaseFolder is where "release" writes what is published, below the root.
const releaseFolder = "release"

// released is the moment that all files in archives carry: that of npm's own packages, since a real one would
// differ from build to build.
var released = time.Date(1985, time.October, 26, 8, 15, 0, 0, time.UTC)

// release writes dist/ and all that is published of it: the site as a zip, the single files, the npm package, and the sums of these.
func release(root string) error {
	s, err := build(root)
	if err != nil {
		return err
	}
	if err := s.isTold(); err != nil {
		return err
	}
	published, err := s.published()
	if err != nil {
		return err
	}
	if err := s.files.write(dist(root)); err != nil {
		return err
	}
	if err := published.write(filepath.Join(root, releaseFolder)); err != nil {
		return err
	}
	fmt.Printf("%s of revision %s with %s\n", s.release, s.revision, s.goVersion)
	return nil
}

// isTold tells whether the changelog has a section of what is released.
func (s *site) isTold() error {
	changes, err := os.ReadFile(filepath.Join(s.root, "CHANGELOG.md"))
	if err == nil && !regexp.MustCompile(`(?m)^## `+regexp.QuoteMeta(s.release)+`\b`).Match(changes) {
		return fmt.Errorf("CHANGELOG.md has no section %q", "## "+s.release)
	}
	return err
}

func (s *site) published() (files, error) {
	stem := "netvisor-mac-" + s.release
	list := files{}
	for _, file := range singles {
		list[file.name] = s.files[file.name]
	}
	var err error
	if list[stem+".zip"], err = zipped(s.files); err != nil {
		return nil, err
	}
	own, err := s.packaged()
	if err != nil {
		return nil, err
	}
	if list[stem+".tgz"], err = tarred(own); err != nil {
		return nil, err
	}
	list["SHA256SUMS"] = sums(list)
	return list, nil
}

// packaged are the files that package.json names, and those that npm takes in any case.
func (s *site) packaged() (files, error) {
	var manifest struct {
		Files []string `json:"files"`
	}
	if err := json.Unmarshal(s.files["package.json"], &manifest); err != nil {
		return nil, err
	}
	own := files{}
	for _, name := range append(manifest.Files, "package.json", "README.md", "LICENSE") {
		if s.files[name] == nil {
			return nil, fmt.Errorf("package.json names %q, which is not there", name)
		}
		own[name] = s.files[name]
	}
	return own, nil
}

// zipped is an archive of files. What is compressed already is stored as it is.
func zipped(list files) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range list.names() {
		header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: released}
		if slices.Contains([]string{".br", ".gz"}, path.Ext(name)) {
			header.Method = zip.Store
		}
		header.SetMode(0o644)
		file, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(list[name]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

// tarred is a package of npm.
func tarred(list files) ([]byte, error) {
	var b bytes.Buffer
	packed, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	w := tar.NewWriter(packed)
	for _, name := range list.names() {
		mode := int64(0o644)
		if bytes.HasPrefix(list[name], []byte("#!")) {
			mode = 0o755
		}
		header := &tar.Header{Name: "package/" + name, Mode: mode, Size: int64(len(list[name])), ModTime: released, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(header); err != nil {
			return nil, err
		}
		if _, err := w.Write(list[name]); err != nil {
			return nil, err
		}
	}
	for _, closer := range []io.Closer{w, packed} {
		if err := closer.Close(); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
