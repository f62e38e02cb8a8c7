package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"path"

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

// compress adds NAME.br and NAME.gz beside every file that compresses well. A
// file of two names is compressed once: the module takes seconds.
func (s *site) compress() error {
	done := map[string]string{} // the SHA-256 of a content to the first name of it
	for _, name := range s.files.names() {
		if mediaTypes[path.Ext(name)] == "" {
			continue
		}
		first, found := done[sum(s.files[name])]
		if found {
			s.files[name+".br"], s.files[name+".gz"] = s.files[first+".br"], s.files[first+".gz"]
			continue
		}
		done[sum(s.files[name])] = name
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

func brotlied(content []byte) ([]byte, error) {
	var b bytes.Buffer
	return packed(&b, brotli.NewWriterLevel(&b, brotli.BestCompression), content)
}

// gzipped leaves name and time out of the gzip, which would differ from build to build.
func gzipped(content []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	return packed(&b, w, content)
}

func packed(b *bytes.Buffer, w io.WriteCloser, content []byte) ([]byte, error) {
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}
