package main

import (
	"bytes"
	"fmt"
	"html/template"
	"path/filepath"
	"strings"

	"netvisormac/mac"
	"netvisormac/multivers"
)

// page is the data of every template.
type page struct {
	Page       string // its file's name without .html
	Version    string
	WASMSHA256 string
	Field      map[string]field // by name, as package mac has them
	Languages  []language
	Record     []multivers.RecordSection
}

// field is what a template needs to know of a field.
type field struct {
	mac.FieldInfo
	Short string // the header's name without what all of them begin with
}

func (s *site) page(name string) page {
	p := page{name, s.version, s.wasmSHA256, map[string]field{}, s.languages, multivers.RecordSections}
	for _, info := range mac.Fields() {
		short := strings.TrimPrefix(strings.TrimPrefix(info.Header, "X-Netvisor-"), "Authentication-")
		p.Field[string(info.Field)] = field{info, short}
	}
	return p
}

// renderPages makes a page of every web/*.html; they may use the templates in web/parts/*.html.
func (s *site) renderPages() error {
	pages, _ := filepath.Glob(s.web("*.html"))
	if len(pages) == 0 {
		return fmt.Errorf("no page in %s", s.web("*.html"))
	}
	for _, path := range pages {
		if err := s.renderPage(path); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) renderPage(path string) error {
	parts, _ := filepath.Glob(s.web("parts", "*.html"))
	name := filepath.Base(path)
	words, err := s.wordsOf(strings.TrimSuffix(name, ".html"))
	if err != nil {
		return err
	}
	t := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{
		"t": words.text, "word": words.element, "attr": words.attribute, "asset": s.asset, "policy": func() template.HTML { return policyElement(name) }})
	t, err = t.ParseFiles(append(parts, path)...)
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
