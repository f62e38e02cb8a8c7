package main

import (
	"bytes"
	"fmt"
	"html/template"
	"path"
	"path/filepath"
	"strings"

	"netvisormac/mac"
	"netvisormac/multivers"
)

// absentName is the page that hosts show for what is not there. Without it some show the first page, as if that were it.
const absentName = "404.html"

// page is the data of every template.
type page struct {
	Page      string // its file's name without .html
	Single    bool   // whether it is one file with all that it needs
	Version   string
	Revision  string // 12 digits of it, or why there is none
	GoVersion string
	Field     map[string]field // by name, as package mac has them
	Languages []language
	Record    []multivers.RecordSection
}

// field is what a template needs to know of a field.
type field struct {
	mac.FieldInfo
	Short   string // the header's name without what all of them begin with
	Repeats bool   // whether the English label says the same
}

func (s *site) page(name string, single bool) page {
	p := page{name, single, s.version, shortRevision(s.revision), strings.TrimPrefix(s.goVersion, "go"), map[string]field{}, s.languages, multivers.RecordSections}
	for _, info := range mac.Fields() {
		short := strings.TrimPrefix(strings.TrimPrefix(info.Header, "X-Netvisor-"), "Authentication-")
		p.Field[string(info.Field)] = field{info, short, s.repeats(short, info.Field)}
	}
	return p
}

// repeats reports whether a header's name says no more than the field's English label does.
func (s *site) repeats(header string, field mac.Field) bool {
	label, err := s.textIn("en", "field."+string(field))
	return err == nil && strings.EqualFold(strings.ReplaceAll(header, "-", ""), strings.ReplaceAll(label, " ", ""))
}

// shortRevision is what a footer has room for: the plus is for changes.
func shortRevision(revision string) string {
	hash, changes := strings.CutSuffix(revision, ", with changes")
	if len(hash) != 40 {
		return "–"
	}
	if changes {
		return hash[:12] + "+"
	}
	return hash[:12]
}

// renderPages makes a page of every web/*.html; they may use the templates in web/parts/*.html.
func (s *site) renderPages() error {
	pages, _ := filepath.Glob(s.web("*.html"))
	if len(pages) == 0 {
		return fmt.Errorf("no page in %s", s.web("*.html"))
	}
	for _, file := range pages {
		name := filepath.Base(file)
		in := inlined{site: s}
		html, err := s.renderPage(name, false, s.served(&in))
		if err != nil {
			return err
		}
		s.policies[name] = policyOf(in.scripts, in.styles)
		if name == absentName {
			s.policies[name] = barePolicy(in.styles)
		}
		s.files[name] = withPolicy(html, s.policies[name])
	}
	return nil
}

// served are the functions of a template whose page asks for its scripts by their addresses; what it is painted with stands in it.
func (s *site) served(in *inlined) template.FuncMap {
	return template.FuncMap{
		"asset": s.asset,
		"style": in.style,
		"script": func(source string) (template.HTML, error) {
			address, err := s.asset(source)
			return s.importMap(in, address) + template.HTML(fmt.Sprintf(`<script id="last" type="module" async src="%s" integrity="%s"></script>`,
				address, integrity(s.files[address]))), err
		},
		"first":  in.first,
		"policy": func() template.HTML { return policyMark },
		"file":   func(page string) string { return page + ".html" },
	}
}

// importMap holds the sums of what a script imports when it needs it: no other place does. Not every browser reads it.
func (s *site) importMap(in *inlined, script string) template.HTML {
	sums := map[string]string{}
	for _, e := range entries {
		if address := s.assets[e.source]; e.imported && bytes.Contains(s.files[script], []byte(path.Base(address))) {
			sums["./"+address] = integrity(s.files[address])
		}
	}
	if len(sums) == 0 {
		return ""
	}
	content := asJSON(map[string]any{"integrity": sums})
	in.scripts = append(in.scripts, hashSource(content))
	return template.HTML(`<script type="importmap">` + string(content) + "</script>\n")
}

// renderPage makes a page of a file of web/, whose files its template takes from the functions.
func (s *site) renderPage(name string, single bool, functions template.FuncMap) ([]byte, error) {
	parts, _ := filepath.Glob(s.web("parts", "*.html"))
	page := strings.TrimSuffix(name, ".html")
	words, err := s.wordsOf(page)
	if err != nil {
		return nil, err
	}
	t := template.New(name).Option("missingkey=error").Funcs(functions).Funcs(template.FuncMap{
		"t": words.text, "tIn": s.textIn, "word": words.element, "attr": words.attribute})
	t, err = t.ParseFiles(append(parts, s.web(name))...)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, s.page(page, single))
	return b.Bytes(), err
}

// asset returns the address of an entry, relative to the page.
func (s *site) asset(source string) (string, error) {
	path, ok := s.assets[source]
	if !ok {
		return "", fmt.Errorf("no entry makes %q: add it to entries", source)
	}
	return path, nil
}
