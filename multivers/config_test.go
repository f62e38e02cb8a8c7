package multivers

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected findings and fixed files anew")

// token is the one that the files in testdata have, made up; other is one that none of them has.
const (
	token = "Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x"
	other = "rW0nE5qZ8kJ3vD7yH1sG6bL4cP9mX2tAuQfVzKoI"
)

// table writes findings a line: severity, id, place, detail.
func table(findings []Finding) string {
	var b strings.Builder
	for _, f := range findings {
		line := fmt.Sprintf("%-7s %-24s %d:%d  %s", f.Severity, f.ID, f.Line, f.Column, f.Detail)
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// TestConfigs compares what Check and Fix make of every file with what stands beside it: the findings,
// the token entered being the right one, and the fixed file or why it is refused.
func TestConfigs(t *testing.T) {
	for _, name := range configNames(t) {
		base := strings.TrimSuffix(name, ".config")
		t.Run(filepath.Base(base), func(t *testing.T) {
			config := read(t, name)
			got := table(Check(config, Options{Token: token}))
			fixed, edits, err := Fix(config, other)
			if err != nil {
				got += "Fix refuses: " + err.Error() + "\n"
				require.Equal(t, config, fixed)
				require.Empty(t, edits)
			}
			for _, e := range edits {
				got += "Fix: " + Problems[Row(e.ID)].Title + "\n"
			}
			expected(t, base+".findings", []byte(got))
			if _, err := os.Stat(base + ".fixed"); err == nil {
				expected(t, base+".fixed", fixed)
			}
		})
	}
}

func expected(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, got, 0o644))
	}
	require.Equal(t, string(read(t, name)), string(got))
}
