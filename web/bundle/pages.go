package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
)

// page is the data of every template.
type page struct {
	Version    string
	WASMSHA256 string
	Fields     any // the table of fields of package mac
}

func (s *site) page() page {
	return page{Version: s.version, WASMSHA256: s.wasmSHA256}
}

// renderPages makes a page of every web/*.html; they may use the templates in web/parts/*.html.
func (s *site) renderPages() error {
	words, err := readWords(s.web("locales", "en.json"))
	if err != nil {
		return err
	}
	pages, _ := filepath.Glob(s.web("*.html"))
	if len(pages) == 0 {
		return fmt.Errorf("no page in %s", s.web("*.html"))
	}
	for _, path := range pages {
		if err := s.renderPage(path, words); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) renderPage(path string, words words) error {
	parts, _ := filepath.Glob(s.web("parts", "*.html"))
	name := filepath.Base(path)
	t := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{"t": words.text, "asset": s.asset})
	t, err := t.ParseFiles(append(parts, path)...)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, s.page()); err != nil {
		return err
	}
	s.files[name] = b.Bytes()
	return nil
}

// asset returns the address of an entry, relative to the page.
func (s *site) asset(source string) (string, error) {
	path, ok := s.assets[source]
	if !ok {
		return "", fmt.Errorf("no entry makes %q: add it to entries", source)
	}
	return path, nil
}

// words are the texts of one language by dotted key.
type words map[string]string

func readWords(path string) (words, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var w words
	if err := json.Unmarshal(content, &w); err != nil {
		return nil, fmt.Errorf("%s: a flat object of texts by key is wanted: %w", path, err)
	}
	return w, nil
}

func (w words) text(key string) (string, error) {
	text, ok := w[key]
	if !ok {
		return "", fmt.Errorf("no text for the key %q", key)
	}
	return text, nil
}
