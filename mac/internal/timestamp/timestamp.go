// Package timestamp writes and reads the two forms in which a request says when it was made.
package timestamp

import (
	"strconv"
	"strings"
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

// form is that of a Timestamp.
const form = "0000-00-00 00:00:00.000"

// Parse reads a Timestamp that has exactly the form of Format, and is of a day and time that there is.
func Parse(text string) (time.Time, bool) {
	if len(text) != len(form) {
		return time.Time{}, false
	}
	var n [7]int
	part := 0
	for i := range form {
		c := text[i]
		switch {
		case form[i] != '0' && c != form[i] || form[i] == '0' && (c < '0' || c > '9'):
			return time.Time{}, false
		case form[i] != '0':
			part++
		default:
			n[part] = 10*n[part] + int(c-'0')
		}
	}
	if n[3] > 23 || n[4] > 59 || n[5] > 59 {
		return time.Time{}, false
	}
	at := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], n[6]*int(time.Millisecond), time.UTC)
	year, month, day := at.Date()
	return at, year == n[0] && int(month) == n[1] && day == n[2]
}

// ParseUnix reads a TimestampUnix of whole seconds.
func ParseUnix(text string) (time.Time, bool) {
	if text == "" || !letters.IsDigits(strings.TrimPrefix(text, "+")) {
		return time.Time{}, false
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds >= 100_000_000_000 {
		return time.Time{}, false
	}
	return time.Unix(seconds, 0).UTC(), true
}
