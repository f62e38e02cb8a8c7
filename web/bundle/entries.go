package main

import (
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"netvisormac/web/bundle/kernel"
)

// entry is a file of web/ that becomes one file of dist/, with all that it imports.
type entry struct {
	source   string // below web/
	stable   bool   // keeps its name, at the top, because others rely on it
	inline   bool   // has no file, but stands in each page that names it: what is needed before the first picture need not be asked for
	classic  bool   // runs without being a module, which a page of another site could not take from every host
	address  string // what later entries import from "build" to find it; "" if none does
	imported bool   // by a script that runs already, when it needs it
	page     string // the only page that asks for it, without .html; "" if others do, too
	command  bool   // runs in Node
	worker   bool   // runs as a classic worker, which every browser starts from every kind of address
}

// entries are in order: an entry finds only those above it in "build".
var entries = []entry{
	{source: "api/mac.ts", stable: true},
	{source: "api/types/mac.d.ts", stable: true},
	{source: "api/multivers.ts", stable: true},
	{source: "api/types/multivers.d.ts", stable: true},
	{source: "worker/scripts/netvisor-worker.ts", address: "workerURL", worker: true},
	{source: "worker/scripts/multivers-worker.ts", page: "multivers", address: "multiversWorkerURL", worker: true},
	{source: "worker/scripts/requests-worker.ts", address: "requestsWorkerURL", worker: true},
	{source: "requests/table.css", address: "requestsStyleURL"},
	{source: "requests/main.ts", address: "requestsURL", imported: true},
	{source: "worker/scripts/selftest-worker.ts", page: "selftest", address: "selftestWorkerURL", worker: true},
	{source: "selftest/style.css", inline: true},
	{source: "selftest/main.ts", page: "selftest"},
	{source: "multivers/page.css", inline: true},
	{source: "multivers/main.ts", page: "multivers"},
	{source: "netvisor/on-demand/on-demand.ts", address: "onDemandURL", imported: true},
	{source: "netvisor/main.ts"},
	{source: "style.css", inline: true},
	{source: "embed/main.ts"},
	{source: "embed/embed.css", inline: true},
	{source: "embed/element.ts", stable: true, classic: true},
	{source: "embed/element.d.ts", stable: true},
	{source: "command/netvisor-mac.ts", stable: true, command: true},
	{source: "icon.svg"},
}

func (s *site) bundleEntries() error {
	for _, e := range entries {
		content, err := s.bundle(e)
		if err != nil {
			return fmt.Errorf("%s: %w", e.source, err)
		}
		s.add(e, content)
	}
	return nil
}

func (s *site) add(e entry, content []byte) {
	switch {
	case e.inline:
		s.inline[e.source] = content
	case e.stable:
		name := builtName(e.source)
		s.files[name] = content
		s.assets[e.source] = name
	default:
		s.addAsset(e.source, content)
	}
	if e.address != "" {
		s.addresses[e.address] = s.assets[e.source]
	}
}

// bundle makes one file of an entry. It has no source map: the sources are public and the build
// is reproducible, and a map would have to follow every renaming.
func (s *site) bundle(e entry, more ...api.Plugin) ([]byte, error) {
	options := api.BuildOptions{
		EntryPoints:       []string{s.web(e.source)},
		AbsWorkingDir:     s.root,
		Outdir:            s.root,
		Alias:             map[string]string{"wasm_exec": filepath.Join(s.goroot, "lib/wasm/wasm_exec.js")},
		Plugins:           append(more, virtualModule("build", s.buildModule(e)), virtualModule("version", s.versionModule()), virtualModule("kernel", kernelModule())),
		Loader:            map[string]api.Loader{".d.ts": api.LoaderCopy, ".svg": api.LoaderCopy},
		TsconfigRaw:       `{"compilerOptions": {"verbatimModuleSyntax": true}}`, // no file of a folder above
		Bundle:            true,
		Format:            e.format(),
		Define:            e.define(),
		Platform:          e.platform(),
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
	}
	options.Plugins = append(options.Plugins, s.englishNamed(options))
	result := api.Build(options)
	// A warning is a mistake in a bundle that nobody looks at.
	if found := append(result.Errors, result.Warnings...); len(found) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(found, api.FormatMessagesOptions{}), "\n"))
	}
	if n := len(result.OutputFiles); n != 1 {
		return nil, fmt.Errorf("became %d files, not one: a script may not import a style sheet", n)
	}
	return result.OutputFiles[0].Contents, nil
}

func (e entry) platform() api.Platform {
	if e.command {
		return api.PlatformNode
	}
	return api.PlatformBrowser
}

func (e entry) format() api.Format {
	if e.worker || e.classic || e.inline {
		return api.FormatIIFE
	}
	return api.FormatESModule
}

// define names what a module knows of itself, and a worker and a script within a page do not.
func (e entry) define() map[string]string {
	switch {
	case e.worker:
		return map[string]string{"import.meta.url": "location.href"}
	case e.inline:
		return map[string]string{"import.meta.url": "document.baseURI"}
	}
	return nil
}

// buildModule writes the module that tells an entry where the files lie that were made before it.
// Addresses are relative to the importing file, so that the site works in any directory of a host.
func (s *site) buildModule(e entry) string {
	up := "../"
	if e.stable || e.inline {
		up = "./"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "/* @__NO_SIDE_EFFECTS__ */ function at(path) { return new URL(path, import.meta.url).href; }\n")
	for _, name := range slices.Sorted(maps.Keys(s.addresses)) {
		fmt.Fprintf(&b, "export const %s = at(%q);\n", name, up+s.addresses[name])
		fmt.Fprintf(&b, "export const %s = %q;\n", sumName(name), integrity(s.files[s.addresses[name]]))
	}
	urls, sums, catalogues := "", "", s.cataloguesOf(e)
	for _, id := range slices.Sorted(maps.Keys(catalogues)) {
		urls += fmt.Sprintf("%s: at(%q),\n", id, up+catalogues[id])
		sums += fmt.Sprintf("%s: %q,\n", id, integrity(s.files[catalogues[id]]))
	}
	fmt.Fprintf(&b, "export const catalogueURLs = {\n%s};\nexport const catalogueSums = {\n%s};\n", urls, sums)
	for _, p := range programs {
		fmt.Fprintf(&b, "export const %sSHA256 = %q;\n", p.name, s.sumOf(p))
	}
	return b.String()
}

// sumName is what module "build" calls the sum of what is at an address: "workerSum" for "workerURL".
func sumName(address string) string { return strings.TrimSuffix(address, "URL") + "Sum" }

// kernelModule holds the kernel in hex: its digits stay aligned, so that they are compressed as well as its bytes.
func kernelModule() string {
	return fmt.Sprintf("export const kernel = %q;\n", hex.EncodeToString(kernel.Module()))
}

// versionModule is a module of its own: short names are chosen by the letters of all that is
// imported, used or not, so that with it every script would change with every version.
func (s *site) versionModule() string {
	return fmt.Sprintf("export const version = %q;\nexport const macSHA256 = %q;\n", s.version, sum(s.files["mac.wasm"]))
}

// virtualModule lets scripts import source under a name that is no file.
func virtualModule(name, source string) api.Plugin {
	return api.Plugin{Name: name, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^" + name + "$"},
			func(api.OnResolveArgs) (api.OnResolveResult, error) {
				return api.OnResolveResult{Path: name, Namespace: name}, nil
			})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: name},
			func(api.OnLoadArgs) (api.OnLoadResult, error) {
				return api.OnLoadResult{Contents: &source, Loader: api.LoaderJS}, nil
			})
	}}
}
