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

// measure weighs the site against an empty Go program of the same toolchain, both with brotli 11.
// The module is fetched as gzip, so that is what a first visit counts.
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
	visit := page + len(s.files[s.assets["mac.wasm.gz"]])
	return []size{
		{"wasm", len(s.files["mac.wasm.br"]), empty, 1.7},
		{"page", page, pageBudget, 1},
		{"first-visit", visit, empty, 2.4},
	}, nil
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
