package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// single is a page as one file with all that it needs: it opens from a disk and asks for nothing.
type single struct {
	name    string   // of the file
	page    string   // without .html
	module  string   // that its workers run
	workers []string // by the names of their addresses
}

var singles = []single{
	{"netvisor-mac.html", "index", "mac.wasm", []string{"workerURL", "requestsWorkerURL"}},
	{"multivers-on-premise.html", "multivers", "multivers.wasm", []string{"multiversWorkerURL"}},
}

// isSingle tells whether a file of dist/ is one of them.
func isSingle(name string) bool {
	return slices.ContainsFunc(singles, func(s single) bool { return s.name == name })
}

// templateOf is the name of the template that a page was made of.
func templateOf(name string) string {
	if i := slices.IndexFunc(singles, func(s single) bool { return s.name == name }); i >= 0 {
		return singles[i].page
	}
	return strings.TrimSuffix(name, ".html")
}

// renderSingles makes the single files, after all else: they hold other files of the site.
func (s *site) renderSingles() error {
	for _, file := range singles {
		content, err := s.renderSingle(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file.name, err)
		}
		s.files[file.name] = content
	}
	return nil
}

// policyMark is where the policy goes, once the hashes of all that is inlined are known.
const policyMark = "<!-- policy -->"

func (s *site) renderSingle(file single) ([]byte, error) {
	in := inlined{site: s}
	html, err := s.renderPage(file.page+".html", true, template.FuncMap{
		"asset": in.asset,
		"style": in.style,
		"script": func(source string) (template.HTML, error) {
			script, err := in.script(source)
			if err != nil {
				return "", err
			}
			files, err := s.filesElement(file) // last, so that a page is shown before they are read
			return script + "\n" + files, err
		},
		"first":  in.first,
		"policy": func() template.HTML { return policyMark },
		"file":   singleNamed,
	})
	return withPolicy(html, in.policy()), err
}

func withPolicy(html []byte, policy string) []byte {
	return bytes.Replace(html, []byte(policyMark), []byte(policyElement(policy)), 1)
}

// singleNamed is the name of the single file of a page.
func singleNamed(page string) (string, error) {
	i := slices.IndexFunc(singles, func(s single) bool { return s.page == page })
	if i < 0 {
		return "", fmt.Errorf("no single file is made of the page %q", page)
	}
	return singles[i].name, nil
}

// inlined puts files into a page, and keeps what the policy says of them.
type inlined struct {
	site            *site
	scripts, styles []string // the sources of the policy that let them run and count
}

// asset returns an entry as a data: URL.
func (in *inlined) asset(source string) (template.URL, error) {
	content, err := in.site.content(source)
	return template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(content)), err
}

func (in *inlined) style(source string) (template.HTML, error) {
	content, err := in.site.content(source)
	in.styles = append(in.styles, hashSource(content))
	return enclose("<style>", content, "</style>", err)
}

// script bundles an entry anew, with what stands in for modules that ask for files. It is no async script: the files are below it.
func (in *inlined) script(source string) (template.HTML, error) {
	content, err := in.site.bundle(entry{source: source}, in.site.replacements()...)
	in.scripts = append(in.scripts, hashSource(content))
	return enclose(`<script id="last" type="module">`, content, "</script>", err)
}

// first bundles an entry that runs before the rest of the page is read.
func (in *inlined) first(source string) (template.HTML, error) {
	content, err := in.site.bundle(entry{source: source, inline: true})
	in.scripts = append(in.scripts, hashSource(content))
	return enclose("<script>", content, "</script>", err)
}

// policy is that of the single file: what is in it may run, and nothing is connected to.
func (in *inlined) policy() string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + strings.Join(in.scripts, " ") + " 'wasm-unsafe-eval'",
		"worker-src blob:",
		"connect-src 'none'",
		"style-src " + strings.Join(in.styles, " "),
		"img-src data:",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types netvisor-mac",
	}, "; ")
}

// hashSource is how a policy names the content of an element.
func hashSource(content []byte) string {
	hash := sha256.Sum256(content)
	return "'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
}

// enclose puts content between tags. What would end the element early, or begin a comment in it, is an error.
func enclose(begin string, content []byte, end string, err error) (template.HTML, error) {
	lower := bytes.ToLower(content)
	for _, wrong := range []string{"<!--", "</script", "</style"} {
		if err == nil && bytes.Contains(lower, []byte(wrong)) {
			err = fmt.Errorf("%s cannot hold %q", begin, wrong)
		}
	}
	return template.HTML(begin + string(content) + end), err
}

// content is what an entry became.
func (s *site) content(source string) ([]byte, error) {
	if content, ok := s.inline[source]; ok {
		return content, nil
	}
	path, err := s.asset(source)
	return s.files[path], err
}

// filesElement holds what site/single.ts hands out. Its type makes it no script, so that nothing parses or runs it
// before it is asked for.
func (s *site) filesElement(file single) (template.HTML, error) {
	held := struct {
		Module     []byte                     `json:"module"` // gzip
		Workers    map[string]string          `json:"workers"`
		Catalogues map[string]json.RawMessage `json:"catalogues"`
	}{s.files[file.module+".gz"], map[string]string{}, map[string]json.RawMessage{}}
	for _, name := range file.workers {
		held.Workers[name] = string(s.files[s.addresses[name]])
	}
	for id, path := range s.catalogueAddresses() {
		held.Catalogues[id] = s.files[path]
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false) // which would escape more than must be
	err := encoder.Encode(held)
	content := bytes.ReplaceAll(bytes.TrimSpace(b.Bytes()), []byte("<"), []byte(`\u003c`))
	return enclose(`<script type="application/json" id="files">`, content, "</script>", err)
}

// inSingle are the modules that ask for files of the site, and what stands in for each where the file is in the page.
var inSingle = map[string]string{
	"site/served.ts":                "site/single.ts",
	"requests/fetched.ts":           "requests/included.ts",
	"netvisor/on-demand/fetched.ts": "netvisor/on-demand/included.ts",
	"requests/files.ts":             "requests/in-page.ts",
}

func (s *site) replacements() (plugins []api.Plugin) {
	for _, old := range slices.Sorted(maps.Keys(inSingle)) {
		plugins = append(plugins, s.replaceModule(old, inSingle[old]))
	}
	return plugins
}

// replaceModule lets every import of one file of web/ find another.
func (s *site) replaceModule(old, replacement string) api.Plugin {
	return api.Plugin{Name: "replace " + old, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: `/` + path.Base(old) + `$`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			if filepath.Join(args.ResolveDir, args.Path) != s.web(old) {
				return api.OnResolveResult{}, nil
			}
			return api.OnResolveResult{Path: s.web(replacement)}, nil
		})
	}}
}
