package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"golang.org/x/sync/errgroup"
)

// mediaTypes are the files that compress well, by the last part of their name.
var mediaTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",
	".ts":   "text/plain; charset=utf-8",
	".txt":  "text/plain; charset=utf-8",
	".wasm": "application/wasm",

	".webmanifest": "application/manifest+json",
	".xml":         "application/xml",
}

// compress adds NAME.br and NAME.gz beside every file that compresses well.
func (s *site) compress() error {
	var together errgroup.Group
	together.SetLimit(runtime.GOMAXPROCS(0))
	var adding sync.Mutex
	twins := files{}
	for name, content := range s.files {
		if mediaTypes[path.Ext(name)] == "" {
			continue
		}
		together.Go(func() error {
			br, err := brotlied(content, levelFor(name))
			if err != nil {
				return err
			}
			gz, err := gzipped(content)
			adding.Lock()
			defer adding.Unlock()
			twins[name+".br"], twins[name+".gz"] = br, gz
			return err
		})
	}
	err := together.Wait()
	maps.Copy(s.files, twins)
	return err
}

// levelFor is how hard brotli tries: the best takes long for hundreds of pages, and gains a tenth of some 4 KB.
func levelFor(name string) int {
	if strings.HasPrefix(name, referenceFolder+"/") {
		return 6
	}
	return brotli.BestCompression
}

// known is what was compressed, by its kind and SHA-256: a module takes seconds, has two names, and is in
// many of the sites that the tests build.
var known sync.Map

// once compresses a content that is not known yet.
func once(kind string, content []byte, compress func() ([]byte, error)) ([]byte, error) {
	key := kind + "-" + sum(content)
	compressed, _ := known.LoadOrStore(key, sync.OnceValues(func() ([]byte, error) { return kept(key, compress) }))
	return compressed.(func() ([]byte, error))()
}

// kept takes what was compressed before from the folder that the variable COMPRESSED names, if it names one: the tests build the
// site several times, and spend most of that on the same bytes. What is released is made anew.
func kept(key string, compress func() ([]byte, error)) ([]byte, error) {
	folder := os.Getenv("COMPRESSED")
	if folder == "" {
		return compress()
	}
	path := filepath.Join(folder, compressors()+"-"+key)
	if content, err := os.ReadFile(path); err == nil {
		return content, nil
	}
	content, err := compress()
	if err != nil {
		return nil, err
	}
	unfinished := fmt.Sprintf("%s.%d", path, os.Getpid())
	if err := errors.Join(os.MkdirAll(folder, 0o755), os.WriteFile(unfinished, content, 0o644), os.Rename(unfinished, path)); err != nil {
		return nil, err
	}
	return content, nil
}

// compressors are the versions of what compresses.
var compressors = sync.OnceValue(func() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == "github.com/andybalholm/brotli" {
			return runtime.Version() + "-" + module.Version
		}
	}
	return runtime.Version()
})

func brotlied(content []byte, level int) ([]byte, error) {
	return once(fmt.Sprint("br", level), content, func() ([]byte, error) {
		var b bytes.Buffer
		return packed(&b, brotli.NewWriterLevel(&b, level), content)
	})
}

// gzipped leaves name and time out of the gzip, which would differ from build to build.
func gzipped(content []byte) ([]byte, error) {
	return once("gz", content, func() ([]byte, error) {
		var b bytes.Buffer
		w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err != nil {
			return nil, err
		}
		return packed(&b, w, content)
	})
}

func packed(b *bytes.Buffer, w io.WriteCloser, content []byte) ([]byte, error) {
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}
