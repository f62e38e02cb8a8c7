package diagnose

import (
	"strconv"
	"strings"
	"time"
)

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
