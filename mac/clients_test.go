package mac

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What public clients really sent to a local listener, with Helsinki as their
// time zone, and how it is judged: right, or wrong and why.
func TestPublicClients(t *testing.T) {
	files, err := filepath.Glob("testdata/clients/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			v := readVector(t, file)
			r, k := v.request()
			r.MAC = v["mac"]
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
