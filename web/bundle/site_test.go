package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"
)

func TestBuildIsReproducible(t *testing.T) {
	t.Parallel()
	want := standIn(t)
	got, err := build(copyStandIn(t, map[string]string{
		"web/bundle/main.go":     "package main",
		"web/tests/page.spec.js": "no part of the site",
	}))
	require.NoError(t, err)
	require.Equal(t, string(want.files["SHA256SUMS"]), string(got.files["SHA256SUMS"]))
	for name := range want.files {
		require.True(t, bytes.Equal(want.files[name], got.files[name]), "%s differs", name)
	}
}

func TestNamesFollowContent(t *testing.T) {
	t.Parallel()
	before := standIn(t)
	after, err := build(copyStandIn(t, map[string]string{"web/style.css": "p { color: red }"}))
	require.NoError(t, err)
	require.NotEqual(t, before.version, after.version)
	require.NotEqual(t, string(before.files["index.html"]), string(after.files["index.html"]), "the style is in it")
	require.NotEqual(t, before.assets["netvisor/main.ts"], after.assets["netvisor/main.ts"], "the version in it changed")
	require.Equal(t, before.assets["worker/scripts/netvisor-worker.ts"], after.assets["worker/scripts/netvisor-worker.ts"])
	require.Equal(t, before.assets["mac.wasm"], after.assets["mac.wasm"])
}

func TestStableNames(t *testing.T) {
	s := standIn(t)
	for _, name := range []string{"mac.js", "mac.wasm", "mac.wasm.gz", "mac.d.ts", "index.html", "_headers"} {
		require.NotEmpty(t, s.files[name], name)
	}
	source, err := os.ReadFile("testdata/site/web/api/types/mac.d.ts")
	require.NoError(t, err)
	require.Equal(t, string(source), string(s.files["mac.d.ts"]))
	require.Equal(t, s.files["mac.wasm"], s.files[s.assets["mac.wasm"]])
	for _, ext := range []string{".br", ".gz"} {
		require.Equal(t, s.files["mac.wasm"+ext], s.files[s.assets["mac.wasm"]+ext])
	}
}

// Whatever a page or a script names must be there, seen from where it is named.
func TestAddressesLeadToFiles(t *testing.T) {
	s := standIn(t)
	reference := regexp.MustCompile(`(?:\.\./)?assets/[\w.-]+`)
	found := map[bool]int{} // in the service worker, and elsewhere
	for _, name := range s.files.names() {
		if ext := path.Ext(name); ext != ".html" && ext != ".js" || isSingle(name) {
			continue
		}
		for _, address := range reference.FindAllString(string(s.files[name]), -1) {
			require.Contains(t, s.files, path.Join(path.Dir(name), address), name)
			found[name == offlineName]++
		}
	}
	require.Equal(t, 9, found[false], "icon, manifest and main in each of two pages; worker and module of each")
	require.Greater(t, found[true], 12, "the service worker names all of these, and more")
}

func TestPage(t *testing.T) {
	s := standIn(t)
	html := string(s.files["index.html"])
	require.Contains(t, html, "<title>Stand-in &lt;site&gt;</title>")
	require.Contains(t, html, `data-version="`+s.version+`"`)
}

func TestScriptKnowsTheBuild(t *testing.T) {
	s := standIn(t)
	script := string(s.files[s.assets["netvisor/main.ts"]])
	require.Contains(t, script, s.version)
	require.Contains(t, script, sum(s.files["mac.wasm"]))
	require.NotContains(t, script, ".wasm", "main asks for no address of the module, so it carries none")
}

// A visitor who reads English asks for no other language.
func TestEachLanguageIsAFileOfItsOwn(t *testing.T) {
	t.Parallel()
	s, err := build(copyStandIn(t, map[string]string{
		"web/locales/fi.json":           `{"language.name": "suomi", "title": "Sivu & muuta"}`,
		"web/locales/requests.fi.json":  `{"rows": "rivit"}`,
		"web/locales/multivers.fi.json": `{"guide": "ohje"}`,
		"web/netvisor/main.ts":          `import { catalogueURLs } from "build"; console.log(catalogueURLs.fi);`,
		"web/multivers/main.ts":         `import { catalogueURLs } from "build"; console.log(catalogueURLs.fi);`,
	}))
	require.NoError(t, err)
	require.JSONEq(t, `{"page": {"language.name": "suomi", "title": "Sivu & muuta"}, "requests": {"rows": "rivit"}}`, string(s.files[s.assets["fi.json"]]))
	require.JSONEq(t, `{"page": {"language.name": "suomi", "title": "Sivu & muuta"}, "multivers": {"guide": "ohje"}}`, string(s.files[s.assets["fi.multivers.json"]]))
	require.Equal(t, []language{{"en", ""}, {"fi", "suomi"}}, s.languages)
	require.Contains(t, string(s.files[s.assets["netvisor/main.ts"]]), s.assets["fi.json"])
	require.NotContains(t, string(s.files[s.assets["netvisor/main.ts"]]), s.assets["fi.multivers.json"])
	require.Contains(t, string(s.files[s.assets["multivers/main.ts"]]), s.assets["fi.multivers.json"])
	require.NotContains(t, string(s.files[s.assets["worker/scripts/netvisor-worker.ts"]]), s.assets["fi.json"], "who asks for no words carries no address")
}

func TestWordsOfAPage(t *testing.T) {
	html, err := words{"a.b": `"<&`}.element("a.b")
	require.NoError(t, err)
	require.Equal(t, `<span data-t="a.b">&#34;&lt;&amp;</span>`, string(html))
	attribute, err := words{"a.b": `"<&`}.attribute("title", "a.b")
	require.NoError(t, err)
	require.Equal(t, `title="&#34;&lt;&amp;" data-t-title="a.b"`, string(attribute))
	_, err = words{}.attribute("title", "a.b")
	require.ErrorContains(t, err, `"a.b"`)
}

// The self-test of the page gets the vectors as they stand in their files.
func TestVectorsBecomeAnAsset(t *testing.T) {
	t.Parallel()
	s := standIn(t)
	require.JSONEq(t, `[{"name": "stand-in", "comment": "stand-in", "sender": "a: b", "organisationId": ""}]`,
		string(s.files[s.assets["vectors.json"]]))
	other, err := build(copyStandIn(t, map[string]string{"mac/testdata/vectors/stand-in.txt": "sender: b\n"}))
	require.NoError(t, err)
	require.NotEqual(t, s.version, other.version)
}

func TestScriptsRunInNode(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, standIn(t).files.write(dir))
	node := exec.Command("node", "--input-type=module", "--eval", `
		import { readFileSync } from "node:fs";
		const { load } = await import("./mac.mjs");
		console.log((await load(readFileSync("mac.wasm"))).ping());
		process.exit();`)
	node.Dir = dir
	require.NoError(t, os.Rename(filepath.Join(dir, "mac.js"), filepath.Join(dir, "mac.mjs")))
	out, err := node.CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Equal(t, "pong\n", string(out))
}

// A page of another site takes a script that is no module from every host; but its names would be the page's.
func TestElementIsNoModule(t *testing.T) {
	script := string(standIn(t).files["element.js"])
	require.Regexp(t, `^\s*(?:"use strict";)?\(\(\)=>\{.*\}\)\(\);\s*$`, script)
}

func TestCompressedFilesUnpack(t *testing.T) {
	s := standIn(t)
	unpack := map[string]func(io.Reader) (io.Reader, error){
		".br": func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
		".gz": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	}
	for name, content := range s.files {
		if mediaTypes[path.Ext(name)] == "" || isSingle(name) { // nearly all of a single file is packed already
			continue
		}
		for ext, open := range unpack {
			packed := s.files[name+ext]
			require.NotEmpty(t, packed, name+ext)
			r, err := open(bytes.NewReader(packed))
			require.NoError(t, err, name+ext)
			got, err := io.ReadAll(r)
			require.NoError(t, err, name+ext)
			require.True(t, bytes.Equal(content, got), name+ext)
		}
	}
}

func TestSumsCoverEveryFile(t *testing.T) {
	s := standIn(t)
	lines := strings.Split(strings.TrimSpace(string(s.files["SHA256SUMS"])), "\n")
	require.Len(t, lines, len(s.files)-1)
	for _, line := range lines {
		want, name, _ := strings.Cut(line, "  ")
		require.Equal(t, sum(s.files[name]), want, name)
	}
}

func TestHeadersNameEveryStableFile(t *testing.T) {
	s := standIn(t)
	headers := string(s.files["_headers"])
	require.Contains(t, headers, "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
	for _, name := range []string{"", "index", "index.html", "multivers", "netvisor-mac", "mac.js", "mac.d.ts", "mac.wasm", "mac.wasm.gz"} {
		require.Contains(t, headers, "\n/"+name+"\n  Cache-Control: no-cache\n")
	}
	require.NotContains(t, headers, "\n/assets/m", "one rule serves all of assets")
}

func TestWriteReplaces(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, files{"old": []byte("1"), "assets/a": []byte("2")}.write(dir))
	require.NoError(t, files{"assets/b": []byte("3")}.write(dir))
	require.NoFileExists(t, filepath.Join(dir, "old"))
	require.NoFileExists(t, filepath.Join(dir, "assets/a"))
	require.FileExists(t, filepath.Join(dir, "assets/b"))
}

// Other sites may show embed.html and take what it loads; nobody may frame another page.
func TestIsolationHeaders(t *testing.T) {
	s := site{policies: map[string]string{"index.html": "index's", "embed.html": "embed's"}}
	require.Contains(t, s.headersOf("index.html"), "Cross-Origin-Opener-Policy: same-origin")
	require.Contains(t, s.headersOf("index.html"), "Content-Security-Policy: index's; frame-ancestors 'none'")
	require.Contains(t, s.headersOf("embed.html"), "Content-Security-Policy: embed's; frame-ancestors *")
	require.Contains(t, s.headersOf("embed.html"), "Cross-Origin-Resource-Policy: cross-origin")
	require.Subset(t, s.headersOf("mac.js"), shared)
	require.Equal(t, policy, policyOf(nil, nil))
	own := policyOf([]string{"'sha256-x'"}, []string{"'sha256-y'"})
	require.Contains(t, own, "; script-src 'self' 'sha256-x' 'wasm-unsafe-eval'; ")
	require.Contains(t, own, "; style-src 'self' 'sha256-y'; ")
}

// The first visit keeps what a workplace reaches, through scripts, too, and nothing of other pages.
func TestFirstVisitKeepsWhatAWorkplaceReaches(t *testing.T) {
	t.Parallel()
	s, err := build(copyStandIn(t, map[string]string{
		"web/selftest.html":    `{{policy}}<script type="module" src="{{asset "selftest/main.ts"}}"></script>`,
		"web/locales/fi.json":  `{"title": "Sivu"}`,
		"web/netvisor/main.ts": `import { catalogueURLs, selftestWorkerURL, workerURL } from "build"; console.log(catalogueURLs, selftestWorkerURL, workerURL);`,
		"web/multivers.html":   `{{policy}}<link rel="icon" href="{{asset "icon.svg"}}">`,
		"web/selftest/main.ts": `import { selftestWorkerURL } from "build"; console.log(selftestWorkerURL);`,
	}))
	require.NoError(t, err)
	found := s.reached(workplaces)
	for _, source := range []string{"netvisor/main.ts", "worker/scripts/netvisor-worker.ts", "mac.wasm", "icon.svg"} {
		require.Contains(t, found, s.assets[source])
	}
	require.Subset(t, found, workplaces)
	for _, source := range []string{"fi.json", "selftest/main.ts", "worker/scripts/selftest-worker.ts"} {
		require.NotContains(t, found, s.assets[source])
	}
	require.NotContains(t, found, "selftest.html")
	script := string(s.files[offlineName])
	for _, name := range append(found, s.assets["fi.json"], "selftest.html", integrity(s.files["selftest.html"])) {
		require.Contains(t, script, name, "all is kept in the end")
	}
}

func TestManifest(t *testing.T) {
	s := standIn(t)
	require.Contains(t, string(s.files[s.assets["manifest.webmanifest"]]), `"src": "`+path.Base(s.assets["icon.svg"])+`"`)
	_, err := build(copyStandIn(t, map[string]string{"web/manifest.webmanifest": "{"}))
	require.ErrorContains(t, err, "manifest.webmanifest is not JSON")
}

// What was compressed once is taken from the folder, and a folder that cannot be written to is told.
func TestCompressedIsKept(t *testing.T) {
	t.Setenv("COMPRESSED", "")
	folder := filepath.Join(t.TempDir(), "kept")
	made := 0
	compress := func() ([]byte, error) { made++; return []byte("packed"), nil }
	for range 2 {
		content, err := kept("key", compress)
		require.NoError(t, err)
		require.Equal(t, "packed", string(content))
	}
	require.Equal(t, 2, made, "without a folder")
	t.Setenv("COMPRESSED", folder)
	for range 2 {
		content, err := kept("key", compress)
		require.NoError(t, err)
		require.Equal(t, "packed", string(content))
	}
	require.Equal(t, 3, made)
	_, err := kept("other", func() ([]byte, error) { return nil, io.ErrUnexpectedEOF })
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	t.Setenv("COMPRESSED", file)
	_, err = kept("key", compress)
	require.Error(t, err)
}
