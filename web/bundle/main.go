// Command bundle makes the site: web/ and wasm/ become dist/, with Go alone.
//
//	bundle [-root DIR] [build]   writes dist/
//	bundle [-root DIR] serve     writes dist/ and serves it on http://localhost:8080 (PORT changes it)
//	bundle [-root DIR] verify ADDRESS  writes dist/, and compares what a host serves at ADDRESS with it
//	bundle [-root DIR] release   writes dist/, and release/ with all that is published of it
//	bundle [-root DIR] sizes     prints what a visitor downloads and what each part adds, against an empty Go program
//
// The same sources and the same Go version give the same bytes, wherever they are built.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	root := flag.String("root", "../..", "directory of the module netvisormac")
	flag.Parse()
	if err := run(*root, flag.Arg(0), flag.Arg(1)); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run(root, verb, address string) error {
	switch verb {
	case "", "build":
		return write(root)
	case "serve":
		if err := write(root); err != nil {
			return err
		}
		return serve(dist(root), os.Getenv("PORT"))
	case "verify":
		return verify(os.Stdout, root, address)
	case "release":
		return release(root)
	case "sizes":
		return printSizes(os.Stdout, root)
	}
	return fmt.Errorf("unknown verb %q: use build, serve, verify, release or sizes", verb)
}

// write builds the site of root and replaces its dist/.
func write(root string) error {
	s, err := build(root)
	if err != nil {
		return err
	}
	return s.files.write(dist(root))
}

func dist(root string) string { return filepath.Join(root, "dist") }
