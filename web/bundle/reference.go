package main

import (
	"bytes"
	"fmt"
	"html/template"
	"maps"
	"os"
	"slices"
	"strings"
)

// referenceFolder is where the reference lies, below web/ as templates and words, and below dist/ as pages: REFERENCE/LANGUAGE/SLUG.html.
// It comes after the service worker, which keeps none of it.
const referenceFolder = "reference"

// article is one page of the reference, in every language.
type article struct {
	slug  string
	kind  string // of its template: KIND.html
	group string // of the list that names it; "" for the list itself
	data  any
	title func(w speech) (string, error)
	about func(w speech) (string, error) // a sentence for whoever searches
}

// leaf is the data of a page's template.
type leaf struct {
	Slug, Kind, Title, About string
	Words                    speech
	Data                     any
	Languages                []language
	Site                     string // address of the site, or "" if it is not known
	Groups                   []shelf
	Near                     *shelf // what is about the same; nil of a page that belongs to none
	Release                  string
}

// shelf is a list of pages.
type shelf struct {
	ID      string
	Entries []entryOfShelf
}

type entryOfShelf struct{ Slug, Title string }

// addReference makes the pages, if there are templates.
func (s *site) addReference() error {
	if _, err := os.Stat(s.web(referenceFolder)); os.IsNotExist(err) {
		return nil
	}
	articles, err := s.articles()
	if err != nil {
		return err
	}
	const source = referenceFolder + "/reference.css"
	if s.inline[source], err = s.bundle(entry{source: source, inline: true}); err != nil {
		return err
	}
	style := inlined{site: s}
	css, err := style.style(source)
	if err != nil {
		return err
	}
	s.policies[referenceFolder] = barePolicy(style.styles) + "; img-src 'self'"
	t, err := template.New("page.html").Option("missingkey=error").Funcs(template.FuncMap{
		"asset":  func(source string) (string, error) { address, err := s.asset(source); return "../../" + address, err },
		"style":  func() template.HTML { return css },
		"policy": func() template.HTML { return policyElement(s.policies[referenceFolder]) },
	}).ParseGlob(s.web(referenceFolder, "*.html"))
	if err != nil {
		return err
	}
	for _, l := range s.languages {
		if err := s.addReferenceIn(l, articles, t); err != nil {
			return fmt.Errorf("%s: %w", l.ID, err)
		}
	}
	return s.addSitemap(articles)
}

func (s *site) addReferenceIn(l language, articles []article, t *template.Template) error {
	w, err := s.speechOf(l.ID)
	if err != nil {
		return err
	}
	shelves, err := shelvesOf(articles, w)
	if err != nil {
		return err
	}
	for _, a := range articles {
		page := leaf{Slug: a.slug, Kind: a.kind, Words: w, Data: a.data, Languages: s.languages, Site: s.base, Groups: shelves, Release: s.release}
		if i := slices.IndexFunc(shelves, func(shelf shelf) bool { return shelf.ID == a.group }); i >= 0 {
			page.Near = &shelves[i]
		}
		if page.Title, err = a.title(w); err == nil {
			page.About, err = a.about(w)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", a.slug, err)
		}
		var body, b bytes.Buffer
		if err := t.ExecuteTemplate(&body, a.kind+".html", page); err != nil {
			return fmt.Errorf("%s: %w", a.slug, err)
		}
		if err := t.ExecuteTemplate(&b, "page.html", struct {
			leaf
			Body template.HTML
		}{page, template.HTML(body.String())}); err != nil {
			return fmt.Errorf("%s: %w", a.slug, err)
		}
		s.files[referencePath(l.ID, a.slug)] = b.Bytes()
	}
	return nil
}

func referencePath(language, slug string) string {
	return referenceFolder + "/" + language + "/" + slug + ".html"
}

// shelvesOf are the lists of all pages that belong to one, in the order in which their groups are first met.
func shelvesOf(articles []article, w speech) (shelves []shelf, err error) {
	for _, a := range articles {
		if a.group == "" {
			continue
		}
		i := slices.IndexFunc(shelves, func(s shelf) bool { return s.ID == a.group })
		if i < 0 {
			i, shelves = len(shelves), append(shelves, shelf{ID: a.group})
		}
		title, err := a.title(w)
		if err != nil {
			return nil, err
		}
		shelves[i].Entries = append(shelves[i].Entries, entryOfShelf{a.slug, title})
	}
	return shelves, nil
}

// addSitemap names all pages for those who search, where the site's address is known: they take no relative one.
func (s *site) addSitemap(articles []article) error {
	if s.base == "" {
		return nil
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, page := range []string{"", "multivers.html"} {
		fmt.Fprintf(&b, "<url><loc>%s</loc></url>\n", template.HTMLEscapeString(s.base+page))
	}
	for _, a := range articles {
		for _, l := range s.languages {
			fmt.Fprintf(&b, "<url><loc>%s</loc>", template.HTMLEscapeString(s.base+referencePath(l.ID, a.slug)))
			for _, other := range s.languages {
				fmt.Fprintf(&b, `<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, other.ID, template.HTMLEscapeString(s.base+referencePath(other.ID, a.slug)))
			}
			b.WriteString("</url>\n")
		}
	}
	b.WriteString("</urlset>\n")
	s.files["sitemap.xml"] = []byte(b.String())
	s.files["robots.txt"] = []byte("User-agent: *\nAllow: /\nSitemap: " + s.base + "sitemap.xml\n")
	return nil
}

// setBase takes the address that the site will have from the variable SITE. Without it no page says where it lies.
func (s *site) setBase() error {
	s.base = os.Getenv("SITE")
	if s.base == "" {
		return nil
	}
	if !strings.HasPrefix(s.base, "https://") || !strings.HasSuffix(s.base, "/") {
		return fmt.Errorf("SITE is %q, not an address such as https://mac.example.com/", s.base)
	}
	return nil
}

// speechOf reads the reference's own words in a language, and Go's.
func (s *site) speechOf(id string) (speech, error) {
	own, err := readWords(s.web(referenceFolder, "words", id+".json"))
	w := speech{ID: id, words: own, go_: words{}}
	if err != nil || id == "en" {
		return w, err
	}
	if w.frame, err = readWords(s.web("locales", id+".json")); err != nil {
		return w, err
	}
	for _, name := range []string{"go", "go-multivers"} {
		more, err := readWords(s.web("locales", name+"."+id+".json"))
		if err != nil {
			return w, err
		}
		maps.Copy(w.go_, more)
	}
	return w, nil
}
