package main

import (
	"bufio"
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What SECURITY.md tells people to do is done as it stands there, in a fresh clone, with a site that was built elsewhere: where
// git changes line ends, an editor left files, and Go is set up oddly.
func TestVerifyingAsWritten(t *testing.T) {
	t.Parallel()
	origin := commitSources(t)
	odd := cloneOf(t, origin, "-c", "core.autocrlf=true")
	for _, name := range []string{"web/.main.js.swp", "web/main.js~", "web/main.js.orig", "web/.DS_Store", "web/.hidden.js", "wasm/#main.go#", "web/locales/.en.json.swp"} {
		require.NoError(t, os.WriteFile(filepath.Join(odd, name), []byte("left behind"), 0o644))
	}
	built := runIn(t, odd, "./build.sh release", "COMPRESSED=", "GOFLAGS=-tags=purego -gcflags=all=-l", "GOWASM=satconv", "GOEXPERIMENT=nogreenteagc", "GOFIPS140=latest",
		"GOOS=windows", "GOARCH=386", "GO111MODULE=off", "GOWORK="+filepath.Join(odd, "go.work"), "TZ=Asia/Tokyo", "LC_ALL=tr_TR.UTF-8")
	require.Contains(t, built, "1.")
	served := httptest.NewServer(handler(filepath.Join(odd, "dist")))
	defer served.Close()

	clone := cloneOf(t, origin)
	said := runIn(t, clone, commandsOf(t, served.URL, filepath.Join(odd, releaseFolder)), "COMPRESSED="+filepath.Join(clone, ".compressed"))
	require.Regexp(t, `all \d+ files are the same`, said)
	require.NotContains(t, said, "FAILED")
	require.Contains(t, said, ".tgz: OK\n")
	for _, folder := range []string{"dist", releaseFolder} {
		require.Equal(t, contentsOf(t, filepath.Join(odd, folder)), contentsOf(t, filepath.Join(clone, folder)))
	}
	record, err := os.ReadFile(filepath.Join(clone, "dist", buildName))
	require.NoError(t, err)
	require.Regexp(t, `"revision": "[0-9a-f]{40}"`, string(record), "nothing is changed")
	servedByCommand(t, clone)
}

// servedByCommand is the other command of the README.
func servedByCommand(t *testing.T, clone string) {
	t.Helper()
	cmd := exec.Command("./build.sh", "serve")
	cmd.Dir = clone
	cmd.Env = append(os.Environ(), "PORT=0", "COMPRESSED="+filepath.Join(clone, ".compressed"))
	printed, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	defer cmd.Wait()
	defer cmd.Process.Kill()
	address, err := bufio.NewReader(printed).ReadString('\n')
	require.NoError(t, err)
	response, err := http.Get(strings.TrimSpace(address))
	require.NoError(t, err)
	defer response.Body.Close()
	page, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.Contains(t, string(page), "<title")
}

// contentsOf are the sums of all files in a folder, by their paths.
func contentsOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	require.NoError(t, fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, path))
		found[path] = sum(content)
		return err
	}))
	require.NotEmpty(t, found)
	return found
}

// commandsOf are the steps of SECURITY.md, for a site at an address and a release in a folder.
func commandsOf(t *testing.T, address, downloaded string) string {
	text, err := os.ReadFile(filepath.Join(root, "SECURITY.md"))
	require.NoError(t, err)
	_, section, found := strings.Cut(string(text), "## How to verify a release\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	var commands string
	for _, block := range regexp.MustCompile("(?s)```\n(.*?)```").FindAllStringSubmatch(section, -1) {
		commands += block[1]
	}
	for _, part := range []string{"https://mac.example.com", "REVISION", "~/Downloads/netvisor-mac"} {
		require.Contains(t, commands, part)
	}
	revision := `$(curl -s ` + address + `/build.json | sed -n 's/.*"revision": "\(.*\)".*/\1/p')`
	return strings.NewReplacer("https://mac.example.com", address, "REVISION", revision, "~/Downloads/netvisor-mac", downloaded).Replace(commands)
}

// commitSources makes a repository of the sources as they are now, committed or not.
func commitSources(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "origin")
	listed, err := output(root, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	require.NoError(t, err)
	for _, name := range strings.Split(strings.TrimSuffix(listed, "\x00"), "\x00") {
		content, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // deleted, and not committed yet
		}
		require.NoError(t, err)
		info, err := os.Stat(filepath.Join(root, name))
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), content, info.Mode()))
	}
	runIn(t, dir, "git init -q && git add -A && git -c user.name=T -c user.email=t@example.com commit -q -m sources && git tag v$(cat VERSION)")
	return dir
}

func cloneOf(t *testing.T, origin string, options ...string) string {
	dir := filepath.Join(t.TempDir(), "clone")
	_, err := output(origin, "git", append(append([]string{"clone", "-q"}, options...), origin, dir)...)
	require.NoError(t, err)
	return dir
}

// runIn runs commands of a shell, all of which must succeed, and returns what they print.
func runIn(t *testing.T, dir, commands string, env ...string) string {
	t.Helper()
	cmd := exec.Command("bash", "-euo", "pipefail", "-c", commands)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var printed, complained bytes.Buffer
	cmd.Stdout, cmd.Stderr = &printed, &complained
	require.NoError(t, cmd.Run(), "%s\n%s%s", commands, &printed, &complained)
	return printed.String()
}

// A site that differs in one byte, or lacks a file, is told by name.
func TestVerifyTellsWhatDiffers(t *testing.T) {
	dir, s := t.TempDir(), standIn(t)
	require.NoError(t, s.files.write(dir))
	served := httptest.NewServer(handler(dir))
	defer served.Close()
	var said bytes.Buffer
	require.NoError(t, s.compare(&said, served.URL+"/"))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "mac.js"), append(bytes.Clone(s.files["mac.js"]), '\n'), 0o644))
	require.NoError(t, os.Remove(filepath.Join(dir, "mac.js.br")))
	require.NoError(t, os.Remove(filepath.Join(dir, "element.js")))
	require.ErrorContains(t, verify(&said, root, "mac.example.com"), "address of a site")
	said.Reset()
	require.ErrorContains(t, s.compare(&said, served.URL), "2 of ")
	require.Contains(t, said.String(), "mac.js: SHA-256 ")
	require.Contains(t, said.String(), "element.js: 404 Not Found\n")
}

// What is no source changes nothing; what could be one is told.
func TestChangedSourcesAreMarked(t *testing.T) {
	dir := copyStandIn(t, nil)
	runIn(t, dir, "git init -q && git add -A && git -c user.name=T -c user.email=t@example.com commit -q -m sources")
	s := &site{root: dir}
	require.NoError(t, s.setRevision())
	require.Regexp(t, `^[0-9a-f]{40}$`, s.revision)
	require.Regexp(t, `^go1\.`, s.goVersion)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "web/main.js~"), nil, 0o644))
	require.NoError(t, s.setRevision())
	require.NotContains(t, s.revision, "changes")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "wasm/more.go"), nil, 0o644))
	require.NoError(t, s.setRevision())
	require.Contains(t, s.revision, ", with changes")
	require.NoError(t, os.Remove(filepath.Join(dir, "wasm/more.go")))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "web/netvisor/main.ts"), nil, 0o644))
	require.NoError(t, s.setRevision())
	require.Contains(t, s.revision, ", with changes")
	require.NoError(t, os.RemoveAll(filepath.Join(dir, ".git")))
	require.NoError(t, s.setRevision())
	require.Contains(t, s.revision, "outside of git")
}
