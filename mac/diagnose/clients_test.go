package diagnose

import (
	"path/filepath"
	"strings"
	"testing"

	"netvisormac/mac/internal/examples"
	"netvisormac/mac/internal/vectors"

	"github.com/stretchr/testify/require"
)

// What public clients really sent to a local listener, with Helsinki as their
// time zone, and how it is judged: right, or wrong and why.
func TestPublicClients(t *testing.T) {
	for _, file := range vectors.Files(t, "../testdata/clients/*.txt") {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			v := vectors.Read(t, file)
			r, k := examples.Of(v)
			report := Diagnose(r, k, Options{Depth: 2})
			require.Equal(t, v["verdict"] == "ok", report.OK)
			if !report.OK {
				requireCause(t, v["comment"], report, strings.Fields(v["verdict"])...)
			}
			noticed := byID(report.Notices)
			for _, id := range strings.Fields(v["hints"]) {
				require.Contains(t, noticed, id)
			}
		})
	}
}
