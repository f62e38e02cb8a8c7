package main

import (
	"cmp"
	"fmt"
	"net"
	"net/http"
	"path"
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

// handler serves dir; nothing is stored, so that a reload shows the last build.
func handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		// The system's own table may say otherwise, and then no module would run.
		if t := mediaTypes[path.Ext(r.URL.Path)]; t != "" {
			w.Header().Set("Content-Type", t)
		}
		files.ServeHTTP(w, r)
	})
}
