package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A script holds the English that it names, whole or by how it begins, and not what the markup has.
func TestScriptsHoldTheEnglishThatTheyName(t *testing.T) {
	t.Parallel()
	s, err := build(copyStandIn(t, map[string]string{
		"web/locales/en.json":  `{"title": "In the markup", "said": "Said whole", "kind.a": "Said of a", "kind.b": "Said of b", "skind.a": "Said by nobody"}`,
		"web/locales/fi.json":  `{"title": "Sivu"}`,
		"web/netvisor/main.ts": `import { say } from "../said.ts"; import en from "../locales/en.json"; console.log(say(en, "said"), say(en, "b"));`,
		"web/said.ts":          "export const say = (en, word) => en[word] ?? en[`kind.${word}`];",
	}))
	require.NoError(t, err)
	script := string(s.files[s.assets["netvisor/main.ts"]])
	for _, text := range []string{"Said whole", "Said of a", "Said of b"} {
		require.Contains(t, script, text)
	}
	for _, text := range []string{"In the markup", "Said by nobody"} {
		require.NotContains(t, script, text)
	}
}

func TestBrokenEnglishIsTold(t *testing.T) {
	t.Parallel()
	_, err := build(copyStandIn(t, map[string]string{
		"web/locales/other.en.json": `{"said":`,
		"web/netvisor/main.ts":      `import en from "../locales/other.en.json"; console.log(en);`,
	}))
	require.ErrorContains(t, err, "other.en.json: a flat object of texts by key is wanted")
}
