package main

import (
	"fmt"
	"io"
)

// size is what a visitor downloads, in bytes, against what it is judged by.
type size struct {
	name       string
	ours, peer int
	limit      float64 // of ours/peer
}

func (s size) ratio() float64 { return float64(s.ours) / float64(s.peer) }

func (s size) String() string {
	return fmt.Sprintf("%s ratio=%.2f ours=%d peer=%d unit=bytes", s.name, s.ratio(), s.ours, s.peer)
}

// pageBudget is what the page may weigh without its module: a tenth of the smallest Go program.
const pageBudget = 40_000

// pageParts are what index.html needs to come up, the module apart.
var pageParts = []string{"style.css", "main.js", "worker.js"}

// measure weighs the site against an empty Go program of the same toolchain, both with brotli 11,
// as a CDN sends it; and last what a visit takes on a host that compresses nothing.
func (s *site) measure() ([]size, error) {
	wasm, err := compileWASM(s.web("bundle"), "./empty")
	if err != nil {
		return nil, err
	}
	small, err := brotlied(wasm)
	if err != nil {
		return nil, err
	}
	empty, page := len(small), len(s.files["index.html.br"])
	for _, part := range pageParts {
		page += len(s.files[s.assets[part]+".br"])
	}
	return []size{
		// The MAC and its diagnosis; reading what is pasted; room for Multivers.
		{"wasm", len(s.files["mac.wasm.br"]), empty, 1.7 + 0.2 + 0.25},
		{"page", page, pageBudget, 1},
		{"first-visit", page + len(s.files["mac.wasm.br"]), empty, 2.4},
		{"first-visit-plain-host", s.plainVisit(), empty, 3.4},
	}, nil
}

// plainVisit is what a host sends that compresses nothing: the module's gzip, which the loader
// unpacks, and the rest of the page as it is.
func (s *site) plainVisit() int {
	n := len(s.files["index.html"]) + len(s.files["mac.wasm.gz"])
	for _, part := range pageParts {
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
	return err
}
