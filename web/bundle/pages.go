package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"

	"netvisormac/mac"
)

// page is the data of every template.
type page struct {
	Page       string // its file's name without .html
	Version    string
	WASMSHA256 string
	Field      map[string]field // by name, as package mac has them
}

// field is what a template needs to know of a field.
type field struct {
	mac.FieldInfo
	Short string // the header's name without what all of them begin with
}

func (s *site) page(name string) page {
	p := page{name, s.version, s.wasmSHA256, map[string]field{}}
	for _, info := range mac.Fields() {
		short := strings.TrimPrefix(strings.TrimPrefix(info.Header, "X-Netvisor-"), "Authentication-")
		p.Field[string(info.Field)] = field{info, short}
	}
	return p
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
	t := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{"t": words.text, "word": words.element, "asset": s.asset})
	t, err := t.ParseFiles(append(parts, path)...)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, s.page(strings.TrimSuffix(name, ".html"))); err != nil {
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

// element returns the text in an element by whose key a script finds it for another language.
func (w words) element(key string) (template.HTML, error) {
	text, err := w.text(key)
	return template.HTML(fmt.Sprintf("<span data-t=%q>%s</span>", key, template.HTMLEscapeString(text))), err
}
