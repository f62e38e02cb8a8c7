package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"text/template"
)

// offlineName is the service worker's, which never changes: by it a browser finds the next version.
// It lies at the top, where it may answer for the whole site.
const offlineName = "sw.js"

// addManifest makes what a browser reads to install the site.
func (s *site) addManifest() error {
	const name = "manifest.webmanifest"
	words, err := readWords(s.web("locales", "en.json"))
	if err != nil {
		return err
	}
	icon := func() string { return path.Base(s.assets["icon.svg"]) }
	t, err := template.New(name).Funcs(template.FuncMap{"t": words.text, "icon": icon}).ParseFiles(s.web(name))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, nil); err != nil {
		return err
	}
	if !json.Valid(b.Bytes()) {
		return fmt.Errorf("%s is not JSON", name)
	}
	s.addAsset(name, b.Bytes())
	return nil
}

// addOffline makes the service worker, last of the scripts, because it names all files that it keeps.
func (s *site) addOffline() error {
	module, err := s.siteModule()
	if err != nil {
		return err
	}
	content, err := s.bundle(entry{source: "shell/service-worker.ts", worker: true}, virtualModule("site", module))
	s.files[offlineName] = content
	return err
}

// workplaces are the pages that people work in. The first visit keeps the one that is open, and the other once the page
// is idle. The rest is kept when it is first opened.
var workplaces = []string{"index.html", "multivers.html"}

// siteModule tells the service worker what to keep, with the sums of it: pages, which keep their names
// when they change, and assets, which do not. Its version changes with either.
func (s *site) siteModule() (string, error) {
	pages, assets := map[string]string{}, map[string]string{}
	for _, name := range s.files.names() {
		switch {
		case isSingle(name), name == absentName: // whoever wants one saves it; the other is for what is not there
		case path.Ext(name) == ".html":
			pages[name] = integrity(s.files[name])
		case strings.HasPrefix(name, "assets/"):
			assets[name] = integrity(s.files[name])
		}
	}
	for _, p := range programs {
		wasm := s.assets[p.file()]
		packed, err := gzipped(s.files[wasm])
		if err != nil {
			return "", err
		}
		assets[wasm] += " " + integrity(packed) // a host that compresses nothing is asked for the gzip
	}
	first, catalogues := map[string][]string{}, map[string]map[string]string{}
	for _, page := range workplaces {
		first[page], catalogues[page] = s.reached([]string{page}), s.wordsFor(page)
	}
	list := fmt.Sprintf("export const pages = %s;\nexport const assets = %s;\nexport const first = %s;\nexport const catalogues = %s;\n",
		asJSON(pages), asJSON(assets), asJSON(first), asJSON(catalogues))
	return fmt.Sprintf("%sexport const version = %q;\n", list, sum([]byte(list))[:12]), nil
}

// wordsFor are the paths of a page's words by language.
func (s *site) wordsFor(page string) map[string]string {
	return s.cataloguesOf(entry{source: strings.TrimSuffix(page, ".html") + "/main.ts"})
}

// reached are those of the pages that there are, and the assets that they name, and those that these
// name.
func (s *site) reached(pages []string) (found []string) {
	for _, name := range pages {
		if s.files[name] != nil {
			found = append(found, name)
		}
	}
	assets := s.shareable(pages)
	for i := 0; i < len(found); i++ {
		for _, name := range assets {
			if !slices.Contains(found, name) && bytes.Contains(s.files[found[i]], []byte(path.Base(name))) {
				found = append(found, name)
			}
		}
	}
	return found
}

// shareable are the assets but for the words of other languages, of which a visitor needs one, and what
// only another page asks for, which every policy names.
func (s *site) shareable(pages []string) (names []string) {
	left := slices.Collect(maps.Values(s.catalogueAddresses()))
	for _, e := range entries {
		if e.page != "" && !slices.Contains(pages, e.page+".html") {
			left = append(left, s.assets[e.source])
		}
	}
	for _, name := range s.assets {
		if strings.HasPrefix(name, "assets/") && !slices.Contains(left, name) {
			names = append(names, name)
		}
	}
	return slices.Sorted(slices.Values(names))
}

func asJSON(value any) []byte {
	content, err := json.Marshal(value)
	if err != nil {
		panic(err) // it holds texts alone
	}
	return content
}

// integrity is the sum of content as fetch() takes it.
func integrity(content []byte) string {
	h := sha256.Sum256(content)
	return "sha256-" + base64.StdEncoding.EncodeToString(h[:])
}
