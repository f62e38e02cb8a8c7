package multivers

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// findingTables are the tables of findings; the page, its translations and the documentation follow from them.
var findingTables = map[string][]Finding{"Problems": Problems, "Explanations": explained()}

func explained() []Finding {
	var list []Finding
	for _, e := range Explanations {
		list = append(list, e.Finding)
	}
	return list
}

func TestTables(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	ids := map[string]bool{}
	for name, table := range findingTables {
		for _, f := range table {
			require.Regexp(t, kebab, f.ID)
			require.False(t, ids[f.ID], "%s: %s is there twice", name, f.ID)
			ids[f.ID] = true
			require.GreaterOrEqual(t, rank(f.Severity), 0, f.ID)
			require.NotEmpty(t, f.Title, f.ID)
			require.False(t, strings.HasSuffix(f.Title, "."), "%s: a title ends without a period", f.ID)
			require.True(t, strings.HasSuffix(f.Fix, "."), "%s: a fix ends with a period", f.ID)
			require.Zero(t, f.Line+f.Column+len(f.Detail), f.ID)
		}
	}
}
