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

// program is a WebAssembly program of the module, and the file that it becomes.
type program struct{ name, pkg string }

var programs = []program{{"mac", "./wasm"}, {"multivers", "./wasm/multivers"}}

func (p program) file() string { return p.name + ".wasm" }

// buildPrograms adds each program under the name that others rely on, and for the page
// under one that may be cached for ever.
func (s *site) buildPrograms() error {
	for _, p := range programs {
		wasm, err := compileWASM(s.root, p.pkg, cold()...)
		if err != nil {
			return fmt.Errorf("%s: %w", p.file(), err)
		}
		s.files[p.file()] = wasm
		s.addresses[p.name+"URL"] = s.addAsset(p.file(), wasm)
	}
	var err error
	s.goroot, err = output(s.root, "go", "env", "GOROOT")
	return err
}

// sumOf is the SHA-256 of a program's file, in lower-case hex.
func (s *site) sumOf(p program) string { return sum(s.files[p.file()]) }

// coldPackages are compiled without inlining, which makes the module smaller. What is done a million times
// is left as it is: batches, verdicts, the reading of HAR files, crypto's SHA-256, the runtime. The search was
// measured to lose a twentieth of its speed, for what its tables and edits would weigh.
var coldPackages = []string{
	"netvisormac/mac/internal/timestamp", "netvisormac/mac/diagnose", "netvisormac/mac/answer", "netvisormac/mac/paste", "netvisormac/mac/snippet", "netvisormac/multivers",
	"netvisormac/wasm", "netvisormac/wasm/binding", "netvisormac/wasm/multivers",
	"time", "strings", "strconv", "internal/strconv", "syscall", "internal/poll", "os", "io", "internal/bisect", "internal/godebug",
	"crypto/md5", "crypto/sha1", "crypto/internal/fips140/sha512", "crypto/internal/fips140/sha3",
	"crypto/internal/fips140/aes", "crypto/internal/fips140/drbg", "crypto/internal/fips140/aes/gcm", "crypto/internal/fips140/check", "crypto/internal/fips140hash",
	"crypto/internal/fips140only", "crypto/internal/sysrand", "crypto/cipher", "crypto/rand", "math/big", "math/rand", "math/rand/v2",
	"reflect", "internal/reflectlite", "fmt", "internal/fmtsort", "encoding/json", "database/sql/driver", "context", "github.com/google/uuid",
	"io/fs", "path", "internal/filepathlite", "syscall/js",
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
