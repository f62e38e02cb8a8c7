package main

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// A mistake in the sources must end the build with a sentence that leads to it.
func TestBuildNamesTheMistake(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		changed map[string]string
		want    []string
	}{
		"Go that does not compile": {
			map[string]string{"wasm/main.go": "package main\n\nfunc main() { absent() }\n"},
			[]string{"wasm:", "undefined: absent"}},
		"key without text": {
			map[string]string{"web/index.html": `{{t "absent.key"}}`},
			[]string{"pages:", "index.html:1", `no text for the key "absent.key"`}},
		"asset that nobody makes": {
			map[string]string{"web/index.html": `<script src="{{asset "absent.js"}}"></script>`},
			[]string{"index.html:1", `no entry makes "absent.js"`}},
		"template without an end": {
			map[string]string{"web/index.html": "{{if .Version}}"},
			[]string{"index.html", "unexpected EOF"}},
		"no page": {
			map[string]string{"web/index.html": "", "web/multivers.html": ""},
			[]string{"no page in"}},
		"words that are nested": {
			map[string]string{"web/locales/en.json": `{"a": {"b": "c"}}`},
			[]string{"en.json", "a flat object of texts by key is wanted"}},
		"words that stand in two catalogues": {
			map[string]string{"web/locales/index.en.json": `{"title": "Another"}`},
			[]string{`index.en.json: the key "title" is in en.json`}},
		"no vector": {
			map[string]string{"mac/testdata/vectors/stand-in.txt": ""},
			[]string{"vectors:", "none in mac/testdata/vectors"}},
		"vector that cannot be read": {
			map[string]string{"mac/testdata/vectors/other.txt": "no colon\n"},
			[]string{"other.txt:", `"no colon\n" has no colon`}},
		"entry that is missing": {
			map[string]string{"web/worker/scripts/netvisor-worker.ts": ""},
			[]string{"netvisor-worker.ts:", "Could not resolve"}},
		"address of a file made later": {
			map[string]string{"web/api/mac.ts": `import { workerURL } from "build"; console.log(workerURL)`},
			[]string{"mac.ts:", `No matching export in "build:build" for import "workerURL"`}},
		"warning": {
			map[string]string{"web/netvisor/main.ts": "if (typeof x === 'nonsense') x()"},
			[]string{"main.ts:", "will never evaluate to"}},
		"style sheet imported by a script": {
			map[string]string{"web/netvisor/main.ts": `import "../style.css"`},
			[]string{"main.ts:", "a script may not import a style sheet"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := build(copyStandIn(t, test.changed))
			require.Error(t, err)
			for _, want := range test.want {
				require.ErrorContains(t, err, want)
			}
		})
	}
}

func TestUnknownVerb(t *testing.T) {
	require.EqualError(t, run("testdata/site", "bild", ""), `unknown verb "bild": use build, serve, verify, release or sizes`)
}

func TestEntriesAreSound(t *testing.T) {
	sources, addresses := map[string]bool{}, map[string]bool{"macURL": true, "multiversURL": true}
	for _, e := range entries {
		require.False(t, sources[e.source], "%s is there twice", e.source)
		sources[e.source] = true
		if e.address != "" {
			require.False(t, addresses[e.address], "%s is there twice", e.address)
			addresses[e.address] = true
		}
	}
	for _, part := range slices.Concat(slices.Collect(maps.Values(pageParts))...) {
		require.True(t, sources[part], "%s is weighed but not made", part)
	}
}
