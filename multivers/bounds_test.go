package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Of findings of one kind ten are told, and how many more there are.
func TestManyOfOneKind(t *testing.T) {
	for n, more := range map[int]string{1: "", 10: "", 11: "and 1 more further on", 12: "and 2 more further on"} {
		r := report{text: strings.Repeat("x", 20)}
		for at := range n {
			r.add("invisible-character", at)
		}
		findings := r.findings()
		require.Len(t, findings, min(n, 10))
		require.Equal(t, more, findings[len(findings)-1].Detail)
	}
}

// The encoding is taken from the declaration however its pieces are set apart, and from nothing after it.
func TestEncodingOfADeclaration(t *testing.T) {
	const head = `<?xml version="1.0"`
	for padding, want := range map[int]string{1: "ö", 150: "ö"} {
		file := []byte(head + strings.Repeat(" ", padding) + "encoding=\"iso-8859-1\"?><configuration><!--\xf6--></configuration>")
		require.Contains(t, Text(file), "<!--"+want+"-->", padding)
	}
	require.NotContains(t, Text([]byte("<configuration><!-- encoding=\"iso-8859-1\" ?>\xf6--></configuration>")), "ö")
}

// Edits are taken back where they lie, each behind the one before; others are refused.
func TestRestoreOnlyInOrder(t *testing.T) {
	file := []byte("abcabc")
	first, second := Edit{Start: 0, End: 0, Text: "abc"}, Edit{Start: 0, End: 0, Text: "abc", Old: []byte("x")}
	restored, err := Restore(file, []Edit{first, second})
	require.NoError(t, err)
	require.Equal(t, "x", string(restored))
	for _, edits := range [][]Edit{{{Start: 3, End: 3, Text: "abc"}, {Start: 0, End: 0, Text: "abc"}}, {{Start: 5, End: 5, Text: "c"}, {Start: 4, End: 4, Text: "c"}}, {{Start: -1, Text: ""}}, {{Start: 7, End: 7, Text: ""}}} {
		_, err := Restore(file, edits)
		require.Error(t, err, "%v", edits)
	}
}

// The place that an error names is found where both numbers stand side by side.
func TestErrorPlaces(t *testing.T) {
	type place struct{ line, column int }
	for text, want := range map[string]place{
		"web.config, Line 12, position 34.": {12, 34}, "web.config, regel 12, positie 34": {12, 34}, "Line 12 , position 34": {12, 34},
		"Line 12 of a file, and further on position 34": {}, "Line: 12": {12, 0}, "line 0, position 3": {},
	} {
		line, column, _ := see(text).place()
		require.Equal(t, want, place{line, column}, text)
	}
}
