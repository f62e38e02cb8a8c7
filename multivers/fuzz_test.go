package multivers

import (
	"bytes"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzConfig asks of any file at all what is asked of random ones: no panic, and what Fix promises.
func FuzzConfig(f *testing.F) {
	for _, file := range configFiles(f) {
		f.Add(file)
	}
	for _, piece := range pieces {
		f.Add([]byte("<configuration>" + piece + "</configuration>"))
	}
	f.Fuzz(func(t *testing.T, config []byte) {
		for _, finding := range Check(config, Options{}) {
			require.True(t, utf8.ValidString(finding.Title+finding.Detail))
		}
		fixed, edits, err := Fix(config, token)
		if err != nil {
			require.Empty(t, edits)
			require.True(t, bytes.Equal(config, fixed))
			return
		}
		require.NoError(t, firstError(Check(fixed, Options{Token: token})))
		_, again, err := Fix(fixed, token)
		require.NoError(t, err)
		require.Empty(t, again)
		restored, err := Restore(fixed, edits)
		require.NoError(t, err)
		require.True(t, bytes.Equal(config, restored))
		if !slices.Contains(ids(Check(fixed, Options{})), "module-ok") {
			return // the modules stand in another file, or encrypted
		}
		test, edits, err := LocalTest(fixed)
		require.NoError(t, err)
		restored, err = Restore(test, edits)
		require.NoError(t, err)
		require.True(t, bytes.Equal(fixed, restored))
	})
}

// FuzzText looks for panics in what reads typed and pasted text.
func FuzzText(f *testing.F) {
	for _, text := range []string{iisPage, token, "https://u@[::1]:4430/API/?a#b", "x7Qz!abc", "10.8.1", "SITE \"a\" (id:1,bindings:https/*:4430:,state:Started)", "IP:port : 0.0.0.0:1", "https *:1:"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Explain(text)
		Strength(text)
		Check(nil, Options{Token: text, URL: text, RefreshToken: text, Multivers: text, WebAPI: text, Output: text})
		Record(map[string]string{"customer": text, "token": text}, text)
		_, _ = Restore([]byte(text), []Edit{{Start: 1, End: 2, Text: "a", Old: []byte(text)}})
	})
}
