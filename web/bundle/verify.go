package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
)

// verify writes dist/ and compares with it, file by file, what a host serves at address.
func verify(w io.Writer, root, address string) error {
	if !strings.HasPrefix(address, "http") {
		return fmt.Errorf("verify takes the address of a site, such as https://mac.example.com/, not %q", address)
	}
	s, err := build(root)
	if err != nil {
		return err
	}
	if err := s.files.write(dist(root)); err != nil {
		return err
	}
	return s.compare(w, address)
}

func (s *site) compare(w io.Writer, address string) error {
	wrong, all := 0, 0
	for _, name := range s.files.names() {
		if isForHost(name) {
			continue
		}
		all++
		if why := s.differs(name, strings.TrimSuffix(address, "/")+"/"+name); why != "" {
			wrong++
			fmt.Fprintf(w, "%s: %s\n", name, why)
		}
	}
	if wrong > 0 {
		return fmt.Errorf("%s is not what revision %s with %s gives: %d of %d files differ", address, s.revision, s.goVersion, wrong, all)
	}
	fmt.Fprintf(w, "%s is what revision %s with %s gives: all %d files are the same\n", address, s.revision, s.goVersion, all)
	return nil
}

// differs says in what an answer is not the file, or nothing.
func (s *site) differs(name, address string) string {
	response, err := http.Get(address)
	if err != nil {
		return err.Error()
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return response.Status
	}
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return err.Error()
	}
	if got, want := sum(content), sum(s.files[name]); got != want {
		return fmt.Sprintf("SHA-256 %s, not %s", got, want)
	}
	return ""
}
