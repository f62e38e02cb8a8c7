package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// keyTexts are the texts of a script that may be keys of a catalogue, and the beginnings of keys that it
// puts together: "language.name", `field.${name}`.
var keyTexts = regexp.MustCompile("[\"`]([\\w.-]+)([\"`]|\\$\\{)")

// named are the keys that scripts name.
type named struct{ whole, begun map[string]bool }

func (n named) add(script string) {
	for _, found := range keyTexts.FindAllStringSubmatch(script, -1) {
		if found[2] == "${" {
			n.begun[found[1]] = true
		} else {
			n.whole[found[1]] = true
		}
	}
}

func (n named) has(key string) bool {
	return n.whole[key] || slices.ContainsFunc(slices.Collect(maps.Keys(n.begun)), func(begin string) bool { return strings.HasPrefix(key, begin) })
}

// englishNamed lets an entry hold of the English only the words that its scripts name: the others stand in
// the markup, where web/words/markup.ts finds them. It bundles the entry once to learn of its scripts.
func (s *site) englishNamed(options api.BuildOptions) api.Plugin {
	options.Metafile = true
	var inputs struct{ Inputs map[string]any }
	names := named{map[string]bool{}, map[string]bool{}}
	// What fails here fails when the entry is bundled, and is told there.
	if json.Unmarshal([]byte(api.Build(options).Metafile), &inputs) == nil {
		for path := range inputs.Inputs {
			if script, err := os.ReadFile(filepath.Join(s.root, path)); err == nil && filepath.Ext(path) == ".ts" {
				names.add(string(script))
			}
		}
	}
	return api.Plugin{Name: "english", Setup: func(b api.PluginBuild) {
		b.OnLoad(api.OnLoadOptions{Filter: `[/.]en\.json$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			english, err := readWords(args.Path)
			maps.DeleteFunc(english, func(key, _ string) bool { return !names.has(key) })
			content := string(asJSON(english))
			return api.OnLoadResult{Contents: &content, Loader: api.LoaderJSON}, err
		})
	}}
}
