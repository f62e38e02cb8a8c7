package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
)

// serve serves dir to this machine alone.
func serve(dir, port string) error {
	listener, err := net.Listen("tcp", net.JoinHostPort("localhost", cmp.Or(port, "8080")))
	if err != nil {
		return err
	}
	fmt.Printf("http://localhost:%d\n", listener.Addr().(*net.TCPAddr).Port)
	return http.Serve(listener, handler(dir))
}

// handler serves dir as a CDN does, with brotli where the visitor takes it and the headers of _headers.
func handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	rules := readHeaders(dir)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, rule := range rules {
			rule.apply(w.Header(), r.URL.Path)
		}
		w.Header().Set("Vary", "Accept-Encoding")
		// The system's own table may say otherwise, and then no module would run.
		if t := mediaTypes[path.Ext(r.URL.Path)]; t != "" {
			w.Header().Set("Content-Type", t)
		}
		if packed := r.URL.Path + ".br"; strings.Contains(r.Header.Get("Accept-Encoding"), "br") && isFile(dir, packed) {
			w.Header().Set("Content-Encoding", "br")
			r.URL.Path = packed
		}
		files.ServeHTTP(w, r)
	})
}

func isFile(dir, name string) bool {
	info, err := fs.Stat(os.DirFS(dir), strings.TrimPrefix(path.Clean(name), "/"))
	return err == nil && info.Mode().IsRegular()
}
