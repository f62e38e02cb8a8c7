//go:build !js

package diagnose

import (
	"archive/zip"
	"go/build"
	"io"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The offsets that are no whole hours are those that Go's own copy of tzdata has in a year.
func TestOddZones(t *testing.T) {
	file, err := zip.OpenReader(filepath.Join(build.Default.GOROOT, "lib/time/zoneinfo.zip"))
	require.NoError(t, err)
	defer file.Close()
	want := map[time.Duration]bool{}
	for _, entry := range file.File {
		for month := range 12 {
			if offset := offsetIn(t, entry, time.Date(2025, time.Month(month+1), 15, 0, 0, 0, 0, time.UTC)); offset%time.Hour != 0 {
				want[offset] = true
			}
		}
	}
	require.NotEmpty(t, want)
	require.Equal(t, want, oddZones)
}

func offsetIn(t *testing.T, entry *zip.File, at time.Time) time.Duration {
	r, err := entry.Open()
	require.NoError(t, err)
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	zone, err := time.LoadLocationFromTZData(entry.Name, data)
	if err != nil {
		return 0 // a folder
	}
	_, seconds := at.In(zone).Zone()
	return time.Duration(seconds) * time.Second
}

func TestZone(t *testing.T) {
	summer := time.Date(2026, 7, 14, 12, 0, 0, 0, time.UTC)
	for d, want := range map[time.Duration]string{
		3 * time.Hour: "local time in Finland", 2 * time.Hour: "local time at UTC+2 h", -5 * time.Hour: "local time at UTC−5 h",
		5*time.Hour + 45*time.Minute: "local time at UTC+5 h 45 min", -5*time.Hour - 30*time.Minute: "", 90 * time.Minute: "",
		14 * time.Hour: "local time at UTC+14 h", 15 * time.Hour: "", -13 * time.Hour: "", 0: "",
	} {
		require.Equal(t, want, zone(d, summer).English, d)
	}
}
