package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/andybalholm/brotli"

	"netvisormac/web/bundle/kernel"
)

// size is what a visitor downloads, in bytes, against what it is judged by: an empty Go program where nothing else is said.
type size struct {
	name       string
	ours, peer int
	limit      float64 // of ours/peer
}

func (s size) ratio() float64 { return float64(s.ours) / float64(s.peer) }

func (s size) String() string {
	return fmt.Sprintf("%s ratio=%.2f ours=%d peer=%d unit=bytes", s.name, s.ratio(), s.ours, s.peer)
}

// pageBudget is what the page may weigh without its module. It was a tenth of the smallest Go program until the page
// took on a guard of all that travels, downloads that are compared with the build, the doubts of a verdict, and the keys
// and names for those who do not use a mouse or do not see.
const pageBudget = 46_000

// elementBudget is what a page of another site takes before anybody looks at the frame: one packet.
const elementBudget = 1_400

// kernelBudget is for the kernel in mac.js.
const kernelBudget = 2_000

// pageParts are what a page needs to come up, the module apart.
var pageParts = map[string][]string{"index.html": {"netvisor/main.ts", "worker/scripts/netvisor-worker.ts"}, "multivers.html": {"multivers/main.ts", "worker/scripts/multivers-worker.ts"}}

// measure weighs the site against empty Go programs of the same toolchain, all with brotli 11,
// as a CDN sends it; and last what a visit takes on a host that compresses nothing.
func (s *site) measure() ([]size, error) {
	empty, err := s.weighEmpty("./empty")
	if err != nil {
		return nil, err
	}
	packages, err := s.weighEmpty("./empty/packages")
	if err != nil {
		return nil, err
	}
	hexKernel, err := brotlied([]byte(hex.EncodeToString(kernel.Module())), brotli.BestCompression)
	if err != nil {
		return nil, err
	}
	parts, err := s.measureParts(empty)
	if err != nil {
		return nil, err
	}
	mac, multivers := s.packed([]string{"mac.wasm"}), s.packed([]string{"multivers.wasm"})
	page, other := s.pageWithout("index.html"), s.pageWithout("multivers.html")
	return append(parts, []size{
		{"packages", packages, empty, 1.6},
		{"wasm", mac, packages, 2.2}, // all that Netvisor's page computes, against the least program with its packages
		{"wasm-multivers", multivers, empty, 1.8},
		{"page", page, pageBudget, 1},
		{"kernel", len(hexKernel), kernelBudget, 1},
		{"element", len(s.files["element.js.br"]), elementBudget, 1},
		{"first-visit", page + mac, empty, 2.9},
		{"first-visit-multivers", other + multivers, empty, 2},
		{"first-visit-and-kept", s.keptVisit("index.html"), empty, 3},
		{"first-visit-and-kept-multivers", s.keptVisit("multivers.html"), empty, 2.2},
		{"first-visit-plain-host", s.plainVisit(), empty, 4.2},
	}...), nil
}

// weighEmpty is what a program that does nothing weighs.
func (s *site) weighEmpty(pkg string) (int, error) {
	wasm, err := compileWASM(s.web("bundle"), pkg)
	if err != nil {
		return 0, err
	}
	small, err := brotlied(wasm, brotli.BestCompression)
	return len(small), err
}

// pageWithout is what a page needs to come up beside its module.
func (s *site) pageWithout(page string) int {
	n := s.packed([]string{page})
	for _, part := range pageParts[page] {
		n += s.packed([]string{s.assets[part]})
	}
	return n
}

// part of the module that can be left out: a file of wasm/, what it may add, and the parts that are built on it.
type part struct {
	name  string
	limit float64
	under []string
}

var parts = []part{
	{"paste", 0.5, []string{"har"}}, // any text that people have becomes requests
	{"har", 0.04, nil},              // a hundred thousand of them in seconds
	{"snippet", 0.1, nil},           // fourteen templates
}

// measureParts weighs what the module is smaller by without each of its parts, all at the same time.
func (s *site) measureParts(empty int) ([]size, error) {
	sizes, errs := make([]size, len(parts)), make([]error, len(parts))
	var wait sync.WaitGroup
	for i, part := range parts {
		wait.Go(func() { sizes[i], errs[i] = s.measurePart(part, empty) })
	}
	wait.Wait()
	return sizes, errors.Join(errs...)
}

func (s *site) measurePart(part part, empty int) (size, error) {
	whole := len(s.files["mac.wasm.br"])
	if len(part.under) > 0 {
		var err error
		if whole, err = s.weighWithout(part.under...); err != nil {
			return size{}, err
		}
	}
	rest, err := s.weighWithout(append([]string{part.name}, part.under...)...)
	return size{part.name, whole - rest, empty, part.limit}, err
}

// weighWithout is what the module weighs without some of its parts.
func (s *site) weighWithout(parts ...string) (int, error) {
	wasm, err := s.compileWithout(parts)
	if err != nil {
		return 0, err
	}
	small, err := brotlied(wasm, brotli.BestCompression)
	return len(small), err
}

// compileWithout compiles the module with files of wasm/ that export nothing in place of those parts'.
func (s *site) compileWithout(parts []string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "bundle")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	nothings, overlay := map[string]string{}, filepath.Join(temp, "overlay.json")
	for _, part := range parts {
		nothing := filepath.Join(temp, part+".go")
		source := fmt.Sprintf("//go:build js\n\npackage main\n\nfunc %sExports() []any { return nil }\n", part)
		if err := os.WriteFile(nothing, []byte(source), 0o644); err != nil {
			return nil, err
		}
		nothings[filepath.Join(s.root, "wasm", part+".go")] = nothing
	}
	replace, err := json.Marshal(map[string]map[string]string{"Replace": nothings})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(overlay, replace, 0o644); err != nil {
		return nil, err
	}
	return compileWASM(s.root, "./wasm", append(cold(), "-overlay="+overlay)...)
}

// keptVisit is what the first visit of a page takes: what it needs, and what it keeps for the time
// without a network, in the language whose words weigh most.
func (s *site) keptVisit(page string) int {
	most := 0
	for _, words := range s.wordsFor(page) {
		most = max(most, s.packed(append(s.reached([]string{page}), words, offlineName)))
	}
	return most
}

// packed is what the files weigh with brotli.
func (s *site) packed(names []string) (n int) {
	for _, name := range names {
		n += len(s.files[name+".br"])
	}
	return n
}

// plainVisit is what a host sends that compresses nothing: the module's gzip, which the loader
// unpacks, and the rest of the page as it is.
func (s *site) plainVisit() int {
	n := len(s.files["index.html"]) + len(s.files["mac.wasm.gz"])
	for _, part := range pageParts["index.html"] {
		n += len(s.files[s.assets[part]])
	}
	return n
}

func printSizes(w io.Writer, root string) error {
	s, err := build(root)
	if err != nil {
		return err
	}
	sizes, err := s.measure()
	for _, size := range sizes {
		fmt.Fprintln(w, size)
	}
	for _, file := range singles {
		fmt.Fprintf(w, "%s ours=%d unit=bytes\n", file.name, len(s.files[file.name]))
	}
	return err
}
