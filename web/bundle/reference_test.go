package main

import (
	"encoding/xml"
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Where the site's address is known, each page says where it lies, and the sitemap names all of them.
func TestReferenceOfASiteWithAnAddress(t *testing.T) {
	real, err := builtReal()
	require.NoError(t, err)
	s := *real
	s.files, s.policies, s.inline = maps.Clone(real.files), maps.Clone(real.policies), maps.Clone(real.inline)
	t.Setenv("SITE", "https://mac.example.com/")
	require.NoError(t, s.setBase())
	require.NoError(t, s.addReference())
	page := string(s.files["reference/fi/keys-swapped.html"])
	require.Contains(t, page, `<link rel="canonical" href="https://mac.example.com/reference/fi/keys-swapped.html">`)
	require.Contains(t, page, `<link rel="alternate" hreflang="sv" href="https://mac.example.com/reference/sv/keys-swapped.html">`)
	var map_ struct {
		Pages []string `xml:"url>loc"`
	}
	require.NoError(t, xml.Unmarshal(s.files["sitemap.xml"], &map_))
	named := map[string]bool{}
	for _, address := range map_.Pages {
		path, found := strings.CutPrefix(address, "https://mac.example.com/")
		require.True(t, found, address)
		named[path] = true
	}
	for name := range s.files {
		if strings.HasPrefix(name, referenceFolder) && strings.HasSuffix(name, ".html") {
			require.True(t, named[name], name)
		}
	}
	require.True(t, named[""] && named["multivers.html"])
	require.Contains(t, string(s.files["robots.txt"]), "Sitemap: https://mac.example.com/sitemap.xml\n")
	require.NotContains(t, string(real.files["reference/fi/keys-swapped.html"]), "canonical", "of a site whose address is not known")
	require.Nil(t, real.files["sitemap.xml"])
	for _, wrong := range []string{"http://mac.example.com/", "https://mac.example.com", "mac"} {
		t.Setenv("SITE", wrong)
		require.ErrorContains(t, s.setBase(), wrong)
	}
}

// What a page underlines is what one string has and the other has not.
func TestDifferencesOfTwoStrings(t *testing.T) {
	pieces := func(texts string) (list []piece) {
		for text := range strings.SplitSeq(texts, " ") {
			list = append(list, piece{Text: text})
		}
		return list
	}
	for _, test := range []struct{ signed, right, want string }{
		{"a b c", "a b c", "a b c | a b c"},
		{"a c", "a b c", "a c | a *b c"},
		{"a x c", "a b c", "a *x c | a *b c"},
		{"b a c", "a b c", "*b a c | a *b c"},
		{"x a b c", "a b c", "*x a b c | a b c"},
	} {
		e := &example{Signed: account{Pieces: pieces(test.signed)}, Right: account{Pieces: pieces(test.right)}}
		e.compare()
		show := func(list []piece) string {
			var texts []string
			for _, p := range list {
				if p.Differs {
					p.Text = "*" + p.Text
				}
				texts = append(texts, p.Text)
			}
			return strings.Join(texts, " ")
		}
		require.Equal(t, test.want, show(e.Signed.Pieces)+" | "+show(e.Right.Pieces), test.signed)
		require.Equal(t, test.signed == test.right, e.Same, test.signed)
	}
}

func TestLinesAfterAComment(t *testing.T) {
	require.Equal(t, "a\n  b", linesAfter("x\n  // avoids y: why\n  a\n    b\n\n  c", "avoids y: "))
	require.Equal(t, "a", linesAfter("  // avoids y: why\n  a\n}", "avoids y: "), "what ends a block around it is none of it")
	require.Empty(t, linesAfter("a", "avoids y: "))
}
