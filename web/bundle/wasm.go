package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// buildWASM adds mac.wasm under the name that others rely on, and for the page
// under one that may be cached for ever.
func (s *site) buildWASM() error {
	wasm, err := compileWASM(s.root, "./wasm", cold()...)
	if err != nil {
		return err
	}
	s.files["mac.wasm"] = wasm
	s.addresses["wasmURL"] = s.addAsset("mac.wasm", wasm)
	s.wasmSHA256 = sum(wasm)
	s.goroot, err = output(s.root, "go", "env", "GOROOT")
	return err
}

// coldPackages are compiled without inlining, which makes the module a thirtieth smaller. What computes
// MACs by the thousand, crypto's SHA-256 and the runtime, is left as it is; mac was measured not to
// become slower.
var coldPackages = []string{
	"netvisormac/internal/batch", "netvisormac/mac", "netvisormac/mac/paste", "netvisormac/mac/har", "netvisormac/mac/snippet", "netvisormac/multivers", "netvisormac/wasm",
	"time", "strings", "strconv", "internal/strconv", "syscall", "internal/poll", "os", "io", "internal/bisect", "internal/godebug",
	"crypto/md5", "crypto/sha1", "crypto/internal/fips140/sha512", "crypto/internal/fips140/sha3",
	"crypto/internal/fips140/aes", "crypto/internal/fips140/drbg",
}

func cold() (flags []string) {
	for _, name := range coldPackages {
		flags = append(flags, "-gcflags="+name+"=-l")
	}
	return flags
}

// compileWASM builds a package of the module in dir, without anything that depends on where and when.
func compileWASM(dir, pkg string, flags ...string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "bundle")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	out := filepath.Join(temp, "out.wasm")
	args := []string{"GOOS=js", "GOARCH=wasm", "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", out}
	if _, err := output(dir, "env", append(append(args, flags...), pkg)...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// output runs a command in dir and returns what it prints, without the last line end.
func output(dir, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return "", fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, bytes.TrimSpace(exit.Stderr))
	}
	return strings.TrimSuffix(string(out), "\n"), err
}
