package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// site is the site in the making: what one step leaves for the next.
type site struct {
	root      string
	goroot    string
	files     files
	assets    map[string]string // source below web/ to its path below dist/: "netvisor/main.ts" to "assets/main-0a1b2c3d.js"
	inline    map[string][]byte // by sources below web/, what stands in pages
	addresses map[string]string // name that module "build" exports to a path below dist/: "workerURL"
	policies  map[string]string // of pages, by their names
	base      string            // address of the site with a slash at its end, or "" if it is not known
	languages []language        // in the order of their ids
	version   string            // 12 hex digits that change whenever a source does
	release   string            // of three numbers, as people speak of it
	revision  string            // what git says that the sources are
	goVersion string            // as go1.26.8
}

// steps make the site, each from what stands before it.
var steps = []struct {
	name string
	run  func(*site) error
}{
	{"wasm", (*site).buildPrograms},
	{"vectors", (*site).addVectors},
	{"version", (*site).setVersion},
	{"release", (*site).setRelease},
	{"revision", (*site).setRevision},
	{"languages", (*site).addLanguages},
	{"scripts and styles", (*site).bundleEntries},
	{"manifest", (*site).addManifest},
	{"pages", (*site).renderPages},
	{"service worker", (*site).addOffline},
	{"base", (*site).setBase},
	{"reference", (*site).addReference},
	{"package", (*site).addPackage},
	{"build", (*site).addBuild},
	{"compression", (*site).compress},
	{"single files", (*site).renderSingles},
	{"headers", (*site).writeHeaders},
	{"hosting", (*site).addHosting},
	{"sums", (*site).writeSums},
}

// build makes the site of the module in root, in memory.
func build(root string) (*site, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	s := &site{root: root, files: files{}, assets: map[string]string{}, inline: map[string][]byte{}, addresses: map[string]string{"offlineURL": offlineName}, policies: map[string]string{}}
	for _, step := range steps {
		if err := step.run(s); err != nil {
			return nil, fmt.Errorf("%s: %w", step.name, err)
		}
	}
	return s, nil
}

func (s *site) web(elem ...string) string {
	return filepath.Join(append([]string{s.root, "web"}, elem...)...)
}

// addAsset adds content under a name that changes with it, so that it may be cached for ever:
// "mac.wasm" becomes "assets/mac-0a1b2c3d.wasm".
func (s *site) addAsset(name string, content []byte) string {
	stem, ext, _ := strings.Cut(builtName(name), ".")
	address := fmt.Sprintf("assets/%s-%.8s.%s", stem, sum(content), ext)
	s.files[address] = content
	s.assets[name] = address
	return address
}

// builtName is the name of what is made of a source: "main.js" of "netvisor/main.ts".
func builtName(source string) string {
	name := path.Base(source)
	if stem, is := strings.CutSuffix(name, ".ts"); is && !strings.HasSuffix(stem, ".d") {
		return stem + ".js"
	}
	return name
}

// setVersion takes the sources, not the results, since the scripts contain it.
func (s *site) setVersion() error {
	h := sha256.New()
	for _, p := range programs {
		fmt.Fprintln(h, s.sumOf(p))
	}
	fmt.Fprintln(h, s.assets["vectors.json"])
	err := fs.WalkDir(os.DirFS(s.web()), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path == "bundle" || path == "tests" || path == referenceFolder || path == hostingFolder { // which no script holds
			return fs.SkipDir
		}
		if entry.IsDir() || !isSource(path) {
			return nil
		}
		content, err := os.ReadFile(s.web(path))
		fmt.Fprintln(h, path, sum(content))
		return err
	})
	s.version = fmt.Sprintf("%x", h.Sum(nil))[:12]
	return err
}

// sum returns the SHA-256 of content in lower-case hex.
func sum(content []byte) string { return fmt.Sprintf("%x", sha256.Sum256(content)) }
