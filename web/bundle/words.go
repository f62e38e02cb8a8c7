package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// words are the texts of one language by dotted key.
type words map[string]string

// language is one of those that the site speaks.
type language struct{ ID, Name string }

// frameWords is the name of the catalogue of the Netvisor page and of every page's frame, which has
// none in its file's name: LANG.json beside NAME.LANG.json.
const frameWords = "page"

// apart are catalogues that only the scripts in a page's folder ask for, by the page: visitors of the
// others do without them, since they are half of all words.
var apart = map[string][]string{"multivers": {"multivers", "go-multivers"}}

// addLanguages makes the files of each language but English, which pages and scripts hold: one of its
// catalogues in an object by their names, and one of the frame's and those of each page apart. A language
// is there when it has a catalogue of the frame.
func (s *site) addLanguages() error {
	paths, err := filepath.Glob(s.web("locales", "??.json"))
	if err != nil {
		return err
	}
	for _, file := range paths {
		id := strings.TrimSuffix(filepath.Base(file), ".json")
		all, err := readCatalogues(file, id)
		if err != nil {
			return err
		}
		s.languages = append(s.languages, language{id, all[frameWords]["language.name"]})
		if id == "en" {
			continue
		}
		if err := s.addCatalogues(id, all); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) addCatalogues(id string, all map[string]words) error {
	files := map[string]map[string]words{id: all}
	for page, names := range apart {
		own := map[string]words{frameWords: all[frameWords]}
		for _, name := range names {
			if all[name] != nil {
				own[name] = all[name]
				delete(all, name)
			}
		}
		files[id+"."+page] = own
	}
	for name, catalogues := range files {
		content, err := json.Marshal(catalogues)
		if err != nil {
			return err
		}
		s.addAsset(name+".json", content)
	}
	return nil
}

// readCatalogues reads the catalogue of the frame at path, and the others of its language beside it.
func readCatalogues(path, id string) (map[string]words, error) {
	frame, err := readWords(path)
	all := map[string]words{frameWords: frame}
	others, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*."+id+".json"))
	for _, other := range others {
		name, _, _ := strings.Cut(filepath.Base(other), ".")
		if err == nil {
			all[name], err = readWords(other)
		}
	}
	return all, err
}

// catalogueAddresses are the paths below dist/ of the files that addLanguages made, by language, and of
// those of a page apart by language and page: "fi", "fi.multivers".
func (s *site) catalogueAddresses() map[string]string {
	addresses := map[string]string{}
	for _, l := range s.languages {
		if l.ID == "en" {
			continue
		}
		addresses[l.ID] = s.assets[l.ID+".json"]
		for page := range apart {
			addresses[l.ID+"."+page] = s.assets[l.ID+"."+page+".json"]
		}
	}
	return addresses
}

// cataloguesOf are the paths of the files that an entry asks for, by language.
func (s *site) cataloguesOf(e entry) map[string]string {
	found, page := map[string]string{}, ""
	if dir := path.Dir(e.source); apart[dir] != nil {
		page = "." + dir
	}
	addresses := s.catalogueAddresses()
	for _, l := range s.languages {
		if address, ok := addresses[l.ID+page]; ok {
			found[l.ID] = address
		}
	}
	return found
}

// wordsOf returns the English of a page: the frame's words, and those of the page's own catalogue if it has one.
// A key stands in one of them alone, since a page looks in both.
func (s *site) wordsOf(page string) (words, error) {
	all, err := readWords(s.web("locales", "en.json"))
	if err != nil {
		return nil, err
	}
	name := page + ".en.json"
	own, err := readWords(s.web("locales", name))
	if errors.Is(err, fs.ErrNotExist) {
		return all, nil
	}
	for key, text := range own {
		if _, twice := all[key]; twice {
			return nil, fmt.Errorf("%s: the key %q is in en.json, too", name, key)
		}
		all[key] = text
	}
	return all, err
}

// textIn is a text of the frame in one of the languages.
func (s *site) textIn(language, key string) (string, error) {
	words, err := readWords(s.web("locales", language+".json"))
	if err != nil {
		return "", err
	}
	return words.text(key)
}

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

// attribute returns the text as an attribute, with its key in another.
func (w words) attribute(name, key string) (template.HTMLAttr, error) {
	text, err := w.text(key)
	return template.HTMLAttr(fmt.Sprintf(`%s="%s" data-t-%s=%q`, name, template.HTMLEscapeString(text), name, key)), err
}
