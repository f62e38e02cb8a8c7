package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"sync"

	"github.com/andybalholm/brotli"
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
}

// compress adds NAME.br and NAME.gz beside every file that compresses well.
func (s *site) compress() error {
	for _, name := range s.files.names() {
		if mediaTypes[path.Ext(name)] == "" {
			continue
		}
		if err := s.compressFile(name); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) compressFile(name string) (err error) {
	if s.files[name+".br"], err = brotlied(s.files[name]); err != nil {
		return err
	}
	s.files[name+".gz"], err = gzipped(s.files[name])
	return err
}

// known is what was compressed, by its kind and SHA-256: a module takes seconds, has two names, and is in
// many of the sites that the tests build.
var known sync.Map

// once compresses a content that is not known yet.
func once(kind string, content []byte, compress func() ([]byte, error)) ([]byte, error) {
	compressed, _ := known.LoadOrStore(kind+sum(content), sync.OnceValues(compress))
	return compressed.(func() ([]byte, error))()
}

func brotlied(content []byte) ([]byte, error) {
	return once("br", content, func() ([]byte, error) {
		var b bytes.Buffer
		return packed(&b, brotli.NewWriterLevel(&b, brotli.BestCompression), content)
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
