package main

import (
	"bytes"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
)

// hostingFolder is where the configurations for web servers lie, below web/ as templates and below dist/. They send
// what _headers says, of which the policies differ from build to build.
const hostingFolder = "hosting"

// hosting is what the templates of web/hosting/ are given.
type hosting struct {
	Everywhere []header
	Files      []resource // of stable names
	Folders    []resource // by their path with a slash at its end
	Types      []mediaType
	Absent     string
}

// resource is a file or a folder, and the headers of its own.
type resource struct {
	Name    string
	Headers []header
	Twins   []string // that may be sent in its place and have no row of their own
}

// location is an element of the web.config, for what IIS sends of one path.
type location struct {
	Path    string
	Headers []header
}

type header struct{ Name, Value string }

type mediaType struct{ Ext, Type string }

func headersFrom(lines []string) (headers []header) {
	for _, line := range lines {
		name, value, _ := strings.Cut(line, ": ")
		headers = append(headers, header{name, value})
	}
	return headers
}

// addHosting makes a configuration of every file in web/hosting/.
func (s *site) addHosting() error {
	sources, _ := filepath.Glob(s.web(hostingFolder, "*"))
	data := s.hosting()
	for _, source := range sources {
		name := filepath.Base(source)
		t, err := template.New(name).Option("missingkey=error").Funcs(quoting).ParseFiles(source)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		if err := t.Execute(&b, data); err != nil {
			return err
		}
		s.files[hostingFolder+"/"+name] = b.Bytes()
	}
	return nil
}

// quoting are the ways in which configurations write a text.
var quoting = template.FuncMap{
	"quoted": func(text string) string { return `"` + strings.ReplaceAll(text, `"`, `\"`) + `"` },
	"xml":    template.HTMLEscapeString,
	"regexp": func(text string) string { return strings.ReplaceAll(text, ".", `\.`) },
	"kind":   func(mediaType string) string { kind, _, _ := strings.Cut(mediaType, ";"); return kind },
	"at":     func(name string, headers []header) location { return location{name, headers} },
	"folder": func(name string) string { return strings.TrimSuffix(name, "/") },
}

func (s *site) hosting() hosting {
	data := hosting{Everywhere: headersFrom(everywhere), Absent: absentName}
	for _, folder := range s.folders() {
		data.Folders = append(data.Folders, resource{Name: folder.path, Headers: headersFrom(folder.headers)})
	}
	for _, name := range s.stable() {
		data.Files = append(data.Files, resource{name, headersFrom(s.headersOf(name)), s.twinsOf(name)})
	}
	for _, ext := range slices.Sorted(maps.Keys(mediaTypes)) {
		data.Types = append(data.Types, mediaType{ext, mediaTypes[ext]})
	}
	return data
}

// twinsOf are the names of a file's compressed forms. A module's gzip is asked for by its own name, too.
func (s *site) twinsOf(name string) (twins []string) {
	for _, twin := range []string{name + ".br", name + ".gz"} {
		if s.files[twin] != nil && isTwin(twin) {
			twins = append(twins, twin)
		}
	}
	return twins
}

// isForHost tells whether a file is for the host alone, which need not serve it.
func isForHost(name string) bool {
	return name == "_headers" || isTwin(name) || path.Dir(name) == hostingFolder
}
