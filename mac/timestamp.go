package mac

import (
	"strconv"
	"strings"
	"time"

	"netvisormac/internal/letters"
)

// formatTimestamp writes Netvisor's "ANSI form with the time of day, GMT+0".
// time.Format and time.Parse can do so much more that they would be a
// thirtieth of the WebAssembly.
func formatTimestamp(at time.Time) string {
	at = at.UTC()
	return formatDate(at) + " " + letters.Pad(at.Hour(), 2) + ":" + letters.Pad(at.Minute(), 2) + ":" + letters.Pad(at.Second(), 2) +
		"." + letters.Pad(at.Nanosecond()/int(time.Millisecond), 3)
}

func formatDate(at time.Time) string {
	return letters.Pad(at.Year(), 4) + "-" + letters.Pad(int(at.Month()), 2) + "-" + letters.Pad(at.Day(), 2)
}

// parseTimestamp reads a Timestamp that has exactly the form of formatTimestamp.
func parseTimestamp(text string) (time.Time, bool) {
	const form = "0000-00-00 00:00:00.000"
	if len(text) != len(form) {
		return time.Time{}, false
	}
	var n [7]int
	for i, part := range [len(n)]struct{ from, to int }{{0, 4}, {5, 7}, {8, 10}, {11, 13}, {14, 16}, {17, 19}, {20, 23}} {
		n[i], _ = strconv.Atoi(text[part.from:part.to])
	}
	at := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], n[6]*int(time.Millisecond), time.UTC)
	return at, formatTimestamp(at) == text
}

// parseUnix reads a TimestampUnix of whole seconds.
func parseUnix(text string) (time.Time, bool) {
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds < 0 || seconds >= 100_000_000_000 {
		return time.Time{}, false
	}
	return time.Unix(seconds, 0).UTC(), true
}

// finnishOffset is how far Finnish time is ahead of UTC: three hours from the
// last Sunday of March to the last Sunday of October, at 01:00 UTC, else two
// (directive 2000/84/EC).
func finnishOffset(at time.Time) time.Duration {
	year := at.UTC().Year()
	if at.Before(lastSunday(year, time.March)) || !at.Before(lastSunday(year, time.October)) {
		return 2 * time.Hour
	}
	return 3 * time.Hour
}

func lastSunday(year int, month time.Month) time.Time {
	end := time.Date(year, month, 31, 1, 0, 0, 0, time.UTC)
	return end.AddDate(0, 0, -int(end.Weekday()))
}

// distance writes a length of time as "2 days 3 h", leaving out what is zero.
func distance(d time.Duration) string {
	if d < 0 {
		d = -d
	}
	var words []string
	for _, unit := range []struct {
		length    time.Duration
		one, many string
	}{
		{24 * time.Hour, "day", "days"}, {time.Hour, "h", "h"}, {time.Minute, "min", "min"},
		{time.Second, "s", "s"}, {time.Millisecond, "ms", "ms"},
	} {
		if n := d / unit.length; n > 0 {
			d -= n * unit.length
			name := unit.many
			if n == 1 {
				name = unit.one
			}
			words = append(words, strconv.Itoa(int(n))+" "+name)
		}
	}
	return strings.Join(words, " ")
}

// zone names the time zone whose clock is ahead of UTC by d at the given
// moment, or returns "" if no zone is.
func zone(d time.Duration, at time.Time) string {
	switch {
	case d == finnishOffset(at):
		return "local time in Finland"
	case d == 0 || d%(30*time.Minute) != 0 || d < -12*time.Hour || d > 14*time.Hour:
		return ""
	case d < 0:
		return "local time at UTC−" + distance(d)
	}
	return "local time at UTC+" + distance(d)
}
