package diagnose

import (
	"strconv"
	"testing"
	"time"

	"netvisormac/mac/internal/timestamp"

	"github.com/stretchr/testify/require"
)

func TestOffsets(t *testing.T) {
	for w, want := range map[width]int{alone: 172_800, withOne: 66, withTwo: 58, withThree: 4} {
		seen := map[time.Duration]bool{}
		offsets(w, func(d time.Duration) bool {
			require.False(t, seen[d], "%s comes twice", d)
			seen[d] = true
			return true
		})
		require.Len(t, seen, want)
		require.Equal(t, want, countOffsets(w))
	}
}

func TestClock(t *testing.T) {
	for _, text := range []string{"2024-02-29 23:59:59.007", "2026-01-01 00:00:00.000", "2026-07-14 17:05:09.318"} {
		at, ok := timestamp.Parse(text)
		require.True(t, ok)
		clock := newClock(at, text)
		for _, d := range []time.Duration{0, time.Second, -time.Second, 14 * time.Hour, -14 * time.Hour, day, -day, 47 * time.Minute} {
			require.Equal(t, at.Add(d).Format("2006-01-02 15:04:05.000"), string(clock.after(d)), "%s + %s", text, d)
		}
	}
}

// Only an afternoon differs on a twelve-hour clock; noon does not.
func TestTwelveHour(t *testing.T) {
	for text, want := range map[string][]string{
		"2026-07-14 12:59:59.318": nil, "2026-07-14 00:05:09.318": nil, "not a time": nil,
		"2026-07-14 13:05:09.318": {"2026-07-14 01:05:09.318", "2026-07-14 01:05:09.318 PM"},
		"2026-07-14 23:05:09.318": {"2026-07-14 11:05:09.318", "2026-07-14 11:05:09.318 PM"},
	} {
		require.Equal(t, want, twelveHour(text), text)
	}
}

// Milliseconds go over into the seconds, before the moment and after it.
func TestClockMilliseconds(t *testing.T) {
	for _, text := range []string{"2024-02-29 23:59:59.007", "2026-01-01 00:00:00.000", "2026-07-14 17:05:09.318"} {
		at, ok := timestamp.Parse(text)
		require.True(t, ok)
		clock := newClock(at, text)
		for _, d := range []int{0, 1, -1, 7, -7, -8, 681, 682, -318, -319, 999, 1000, -1000, 2000, -2000} {
			seconds, milliseconds := clock.split(d)
			require.Equal(t, at.Add(time.Duration(d)*time.Millisecond).Format("2006-01-02 15:04:05.000"), string(clock.at(seconds, milliseconds)), "%s + %d", text, d)
		}
	}
}

// A counter writes what strconv does, whichever digits change.
func TestCounter(t *testing.T) {
	for _, number := range []int64{0, 7, -5, 999_999, 1_000_000, 1_784_048_709, 1_784_000_000, 1_783_999_999} {
		c := newCounter(number)
		for _, more := range []int{0, 1, -1, 10, 951_290, 951_291, -48_709, -48_710, 86_400, -86_400} {
			require.Equal(t, strconv.FormatInt(number+int64(more), 10), string(c.plus(more)), "%d + %d", number, more)
		}
	}
}
