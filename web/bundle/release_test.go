package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The zip is the site, and the package what package.json names, byte for byte.
func TestReleaseHoldsTheSite(t *testing.T) {
	t.Parallel()
	s := standIn(t)
	s = &site{release: s.release, files: files{"a.js": []byte("a"), "a.js.br": []byte("packed"), "netvisor-mac.html": []byte("1"), "multivers-on-premise.html": []byte("2"),
		"b.js": []byte("#!/usr/bin/env node\n"), "package.json": []byte(`{"files": ["a.js", "b.js"]}`), "README.md": []byte("r"), "LICENSE": []byte("l")}}
	list, err := s.published()
	require.NoError(t, err)
	require.Equal(t, []string{"SHA256SUMS", "multivers-on-premise.html", "netvisor-mac-0.0.1.tgz", "netvisor-mac-0.0.1.zip", "netvisor-mac.html"}, list.names())
	require.Equal(t, 4, strings.Count(string(list["SHA256SUMS"]), "\n"))

	archive, err := zip.NewReader(bytes.NewReader(list["netvisor-mac-0.0.1.zip"]), int64(len(list["netvisor-mac-0.0.1.zip"])))
	require.NoError(t, err)
	unzipped := files{}
	for _, file := range archive.File {
		reader, err := file.Open()
		require.NoError(t, err)
		unzipped[file.Name], err = io.ReadAll(reader)
		require.NoError(t, err)
	}
	require.Equal(t, s.files, unzipped)

	packed, err := gzip.NewReader(bytes.NewReader(list["netvisor-mac-0.0.1.tgz"]))
	require.NoError(t, err)
	modes := map[string]int64{}
	for reader := tar.NewReader(packed); ; {
		header, err := reader.Next()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		content, err := io.ReadAll(reader)
		require.NoError(t, err)
		name, found := strings.CutPrefix(header.Name, "package/")
		require.True(t, found)
		require.Equal(t, s.files[name], content)
		modes[name] = header.Mode
	}
	require.Equal(t, map[string]int64{"LICENSE": 0o644, "README.md": 0o644, "a.js": 0o644, "b.js": 0o755, "package.json": 0o644}, modes)

	s.files["package.json"] = []byte(`{"files": ["absent.js"]}`)
	_, err = s.published()
	require.ErrorContains(t, err, `"absent.js"`)
}

// What is released is told in the changelog, and its version is one.
func TestReleaseIsTold(t *testing.T) {
	t.Parallel()
	real := &site{root: root}
	require.NoError(t, real.setRelease())
	require.NoError(t, real.isTold())
	dir := t.TempDir()
	s := &site{root: dir}
	for content, want := range map[string]string{"1.2\n": `"1.2"`, "v1.2.3\n": `"v1.2.3"`, "": `""`} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, releaseName), []byte(content), 0o644))
		require.ErrorContains(t, s.setRelease(), want)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, releaseName), []byte("1.2.3\n"), 0o644))
	require.NoError(t, s.setRelease())
	require.ErrorIs(t, s.isTold(), os.ErrNotExist)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "CHANGELOG.md"), []byte("# Changes\n\n## 1.2.30\n\n## 11.2.3\n"), 0o644))
	require.ErrorContains(t, s.isTold(), "## 1.2.3")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "CHANGELOG.md"), []byte("# Changes\n\n## 1.2.3\n"), 0o644))
	require.NoError(t, s.isTold())
}

// Each action is held to a commit, with its version beside it, and a workflow begins without rights.
func TestWorkflowsArePinned(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(filepath.Join(root, ".github/workflows/*.yml"))
	require.NoError(t, err)
	paths = append(paths, filepath.Join(root, "web/hosting/github-pages.yml"))
	require.Len(t, paths, 3)
	pinned := map[string]string{}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Regexp(t, `(?m)^permissions:( \{\}|\n  contents: read)$`, string(content), path)
		for _, used := range regexp.MustCompile(`uses: (\S+)(.*)`).FindAllStringSubmatch(string(content), -1) {
			if strings.HasPrefix(used[1], "./") {
				continue
			}
			require.Regexp(t, `^[\w-]+/[\w-]+@[0-9a-f]{40}$`, used[1], path)
			require.Regexp(t, `^ # v\d+\.\d+\.\d+$`, used[2], path)
			name, commit, _ := strings.Cut(used[1], "@")
			if known, ok := pinned[name]; ok {
				require.Equal(t, known, commit, "%s is held to one commit everywhere", name)
			}
			pinned[name] = commit
		}
	}
	require.Len(t, pinned, 8)
}
