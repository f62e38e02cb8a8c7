package mac

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

func TestFields(t *testing.T) {
	seen := map[string]bool{}
	require.Len(t, Fields(), 13)
	for _, info := range Fields() {
		require.Equal(t, info.Field, info.Field.Info().Field)
		require.Equal(t, kebab(string(info.Field)), info.ID)
		require.Regexp(t, regexp.MustCompile(`^[A-Z][A-Za-z ]+$`), info.Title)
		require.Equal(t, info.Secret, strings.HasSuffix(info.ID, "-key"), info.ID)
		require.False(t, info.Secret && info.Header != "", "%s is secret and a header", info.ID)
		for _, name := range []string{info.ID, info.Title, info.Header} {
			require.False(t, name != "" && seen[name], "%s stands twice", name)
			seen[name] = true
		}
	}
}

func kebab(name string) string {
	var out []rune
	for _, r := range name {
		if unicode.IsUpper(r) {
			out = append(out, '-')
		}
		out = append(out, unicode.ToLower(r))
	}
	return string(out)
}

// Each field reaches a place of its own.
func TestOf(t *testing.T) {
	var r Request
	var k Keys
	for _, info := range Fields() {
		require.Empty(t, *info.Field.Of(&r, &k))
		*info.Field.Of(&r, &k) = info.ID
	}
	for _, info := range Fields() {
		require.Equal(t, info.ID, *info.Field.Of(&r, &k))
	}
	require.Nil(t, Field("no such field").Of(&r, &k))
}
