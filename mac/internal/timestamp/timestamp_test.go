package timestamp

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A Timestamp is read as package time reads it, and written as it writes it: what is not both is none.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"2024-02-29 23:59:59.007", "2023-02-29 00:00:00.000", "2026-13-01 00:00:00.000", "2026-00-10 00:00:00.000",
		"2026-07-14 24:00:00.000", "2026-07-14 17:60:09.318", "2026-07-14 17:05:60.318", "2026-07-14T17:05:09.318", "0000-01-01 00:00:00.000",
		"2026-07-14 17:05:09,318", "2026-07-00 17:05:09.318", "+026-07-14 17:05:09.318", ""} {
		f.Add(text)
	}
	const layout = "2006-01-02 15:04:05.000"
	f.Fuzz(func(t *testing.T, text string) {
		want, err := time.Parse(layout, text)
		at, ok := Parse(text)
		require.Equal(t, err == nil && want.Format(layout) == text, ok, text)
		if ok {
			require.Equal(t, want, at)
			require.Equal(t, text, Format(at))
			require.Equal(t, text[:10], FormatDate(at))
		}
	})
}

func FuzzParseUnix(f *testing.F) {
	for _, text := range []string{"0", "1784048709", "99999999999", "100000000000", "-1", "+1", "", "1.5", "1e3", "00000000000000000001", "99999999999999999999"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		seconds, err := strconv.ParseInt(text, 10, 64)
		at, ok := ParseUnix(text)
		require.Equal(t, err == nil && 0 <= seconds && seconds < 100_000_000_000 && text[0] != '-', ok, text)
		if ok {
			require.Equal(t, seconds, at.Unix())
		}
	})
}
