package diagnose

import (
	"time"

	"netvisormac/internal/said"
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

// oddZones are the offsets that are no whole hours and that a country has, by tzdata of 2025.
var oddZones = map[time.Duration]bool{
	-9*time.Hour - 30*time.Minute: true, -3*time.Hour - 30*time.Minute: true, -2*time.Hour - 30*time.Minute: true,
	3*time.Hour + 30*time.Minute: true, 4*time.Hour + 30*time.Minute: true, 5*time.Hour + 30*time.Minute: true,
	5*time.Hour + 45*time.Minute: true, 6*time.Hour + 30*time.Minute: true, 8*time.Hour + 45*time.Minute: true,
	9*time.Hour + 30*time.Minute: true, 10*time.Hour + 30*time.Minute: true, 12*time.Hour + 45*time.Minute: true,
	13*time.Hour + 45*time.Minute: true,
}

// zone names the time zone whose clock is ahead of UTC by d at the given
// moment, or says nothing if no zone is.
func zone(d time.Duration, at time.Time) said.Text {
	switch {
	case d == finnishOffset(at):
		return Sentences.Text("zone.finland")
	case d == 0 || d%time.Hour != 0 && !oddZones[d] || d < -12*time.Hour || d > 14*time.Hour:
		return said.Text{}
	case d < 0:
		return Sentences.Text("zone.behind", "offset", said.LengthOf(d))
	}
	return Sentences.Text("zone.ahead", "offset", said.LengthOf(d))
}
