package multivers

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestIDsAreUsed finds every id of the table in the code, and every id in the code in the table: a wrong one would be no finding at all.
func TestIDsAreUsed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	code := ""
	for _, name := range files {
		if name != "problems.go" && !strings.HasSuffix(name, "_test.go") {
			file, err := os.ReadFile(name)
			require.NoError(t, err)
			code += string(file)
		}
	}
	for _, f := range Problems {
		require.True(t, strings.Contains(code, `"`+f.ID+`"`), f.ID)
	}
	used := regexp.MustCompile(`(?:\.add|\badd|mend|tidy|stop|remove|put|append|version)\((?:[^()"]|\([^()]*\))*"([a-z0-9]+(?:-[a-z0-9]+)+)"`).FindAllStringSubmatch(code, -1)
	require.NotEmpty(t, used)
	for _, match := range used {
		require.GreaterOrEqual(t, Row(match[1]), 0, match[1])
	}
}
