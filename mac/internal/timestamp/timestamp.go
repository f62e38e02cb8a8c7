// Package timestamp writes and reads the two forms in which a request says when it was made.
package timestamp

import (
	"strconv"
	"time"

	"netvisormac/internal/letters"
)

// Format writes Netvisor's "ANSI form with the time of day, GMT+0".
// Package time could do it, too, and is larger in WebAssembly.
func Format(at time.Time) string {
	at = at.UTC()
	return FormatDate(at) + " " + letters.Pad(at.Hour(), 2) + ":" + letters.Pad(at.Minute(), 2) + ":" + letters.Pad(at.Second(), 2) +
		"." + letters.Pad(at.Nanosecond()/int(time.Millisecond), 3)
}

// FormatDate writes its beginning.
func FormatDate(at time.Time) string {
	return letters.Pad(at.Year(), 4) + "-" + letters.Pad(int(at.Month()), 2) + "-" + letters.Pad(at.Day(), 2)
}

// Parse reads a Timestamp that has exactly the form of Format.
func Parse(text string) (time.Time, bool) {
	const form = "0000-00-00 00:00:00.000"
	if len(text) != len(form) {
		return time.Time{}, false
	}
	var n [7]int
	for i, part := range [len(n)]struct{ from, to int }{{0, 4}, {5, 7}, {8, 10}, {11, 13}, {14, 16}, {17, 19}, {20, 23}} {
		n[i], _ = strconv.Atoi(text[part.from:part.to])
	}
	at := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], n[6]*int(time.Millisecond), time.UTC)
	return at, Format(at) == text
}

// ParseUnix reads a TimestampUnix of whole seconds.
func ParseUnix(text string) (time.Time, bool) {
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds < 0 || seconds >= 100_000_000_000 {
		return time.Time{}, false
	}
	return time.Unix(seconds, 0).UTC(), true
}
