package multivers

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// codeWithout is the code of the package without a table and without tests.
func codeWithout(t *testing.T, table string) (code string) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range files {
		if name != table && !strings.HasSuffix(name, "_test.go") {
			file, err := os.ReadFile(name)
			require.NoError(t, err)
			code += string(file)
		}
	}
	return code
}

// TestSentencesAreUsed finds every sentence in the code, and every id in the code in the table: another would say nothing.
func TestSentencesAreUsed(t *testing.T) {
	code := codeWithout(t, "sentences.go")
	ids := map[string]bool{}
	for _, s := range Sentences {
		require.False(t, ids[s[0]], s[0])
		ids[s[0]] = true
		id := strings.TrimSuffix(strings.TrimSuffix(s[0], "-named"), "-api") // atPort and failInside add them
		require.True(t, strings.Contains(code, `"`+id+`"`), id)
	}
	used := regexp.MustCompile(`\b(?:Text|fail|failInside|expected|qualifiedName|name|until|tell|atPort)\((?:[^()"]|\([^()]*\))*"([a-z0-9]+\.[a-z0-9-]+)"`).FindAllStringSubmatch(code, -1)
	require.Greater(t, len(used), 50)
	for _, match := range used {
		require.True(t, ids[match[1]], match[1])
	}
}

// TestIDsAreUsed finds every id of the table in the code, and every id in the code in the table: a wrong one would be no finding at all.
func TestIDsAreUsed(t *testing.T) {
	code := codeWithout(t, "problems.go")
	for _, f := range Problems {
		require.True(t, strings.Contains(code, `"`+f.ID+`"`), f.ID)
	}
	used := regexp.MustCompile(`(?:\.add|\badd|mend|tidy|stop|remove|put|append|version)\((?:[^()"]|\([^()]*\))*"([a-z0-9]+(?:-[a-z0-9]+)+)"`).FindAllStringSubmatch(code, -1)
	require.NotEmpty(t, used)
	for _, match := range used {
		require.GreaterOrEqual(t, Row(match[1]), 0, match[1])
	}
}
