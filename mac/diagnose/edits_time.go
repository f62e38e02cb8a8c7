package diagnose

import (
	"strconv"
	"strings"
	"time"

	"netvisormac/internal/letters"
	"netvisormac/mac"
	"netvisormac/mac/internal/timestamp"
)

const (
	day = 24 * time.Hour
	// widestZone is how far clocks are from UTC at the most (Kiribati, UTC+14).
	widestZone = 14 * time.Hour
)

// The times of Finland are what most clients had in place of UTC.
const (
	finnishWinter = 2 * time.Hour
	finnishSummer = 3 * time.Hour
)

// reach is how far a sweep goes in steps of a second.
var reach = map[width]time.Duration{alone: day, withOne: 5 * time.Second, withTwo: time.Second}

// offsets calls try with the distances of a sweep, the likeliest first: half
// hours, then seconds further and further away.
func offsets(w width, try func(time.Duration) bool) bool {
	if w == withThree {
		return try(finnishWinter) && try(finnishSummer) && try(-finnishWinter) && try(-finnishSummer)
	}
	for d := 30 * time.Minute; d <= widestZone; d += 30 * time.Minute {
		if !try(d) || !try(-d) {
			return false
		}
	}
	for d := time.Second; d <= reach[w]; d += time.Second {
		if (d%(30*time.Minute) != 0 || d > widestZone) && (!try(d) || !try(-d)) {
			return false
		}
	}
	return true
}

// countOffsets is how many distances a sweep has.
func countOffsets(w width) int {
	if w == withThree {
		return 4
	}
	halves, seconds := int(widestZone/(30*time.Minute)), int(reach[w]/time.Second)
	if w == alone {
		halves = 0 // they are among the seconds
	}
	return 2 * (halves + seconds)
}

func shiftedTimestamp(text string, w width, t textTrier) bool {
	at, ok := timestamp.Parse(text)
	if !ok {
		return true
	}
	clock := newClock(at, text)
	return offsets(w, func(d time.Duration) bool { return !t.next() || t.try(clock.after(d)) })
}

func shiftedUnix(text string, w width, t textTrier) bool {
	at, ok := timestamp.ParseUnix(text)
	if !ok {
		return true
	}
	number := newCounter(at.Unix())
	return offsets(w, func(d time.Duration) bool { return !t.next() || t.try(number.plus(int(d/time.Second))) })
}

// otherMilliseconds tries the other milliseconds of the same second.
func otherMilliseconds(text string, w width, t textTrier) bool {
	if _, ok := timestamp.Parse(text); !ok || w >= withTwo {
		return true
	}
	return decimals(text[:len(text)-3], t)
}

// sixDecimals tries the microseconds that milliseconds may have been cut from;
// of six decimals it takes the last three.
func sixDecimals(text string, w width, t textTrier) bool {
	if short := strings.TrimRight(text, "0123456789"); len(text)-len(short) == 6 && strings.HasSuffix(short, ".") {
		return !t.next() || t.try([]byte(text[:len(text)-3]))
	}
	if _, ok := timestamp.Parse(text); !ok {
		return true
	}
	if w != alone {
		return !t.next() || t.try([]byte(text+"000"))
	}
	return decimals(text, t)
}

// decimals tries three more digits behind a text.
func decimals(before string, t textTrier) bool {
	text := []byte(before + "000")
	digits := text[len(before):]
	for i := range 1000 {
		digits[0], digits[1], digits[2] = byte('0'+i/100), byte('0'+i/10%10), byte('0'+i%10)
		if t.next() && !t.try(text) {
			return false
		}
	}
	return true
}

// twelveHour writes an afternoon with the hours of a twelve-hour clock. At
// midnight, its 12:00 is told as an offset.
func twelveHour(text string) []string {
	at, ok := timestamp.Parse(text)
	if !ok || at.Hour() < 13 {
		return nil
	}
	half := text[:11] + letters.Pad(at.Hour()-12, 2) + text[13:]
	return []string{half, half + " PM"}
}

// finnish writes 14.7.2026 17:05:09, with and without zeros, and with points in the time.
func finnish(text string) []string {
	at, ok := timestamp.Parse(text)
	if !ok {
		return nil
	}
	date := strconv.Itoa(at.Day()) + "." + strconv.Itoa(int(at.Month())) + "." + text[:4] + " "
	hour := strconv.Itoa(at.Hour())
	return []string{
		date + hour + text[13:19],
		text[8:10] + "." + text[5:7] + "." + text[:4] + " " + text[11:19],
		date + hour + "." + text[14:16] + "." + text[17:19],
	}
}

// otherISO writes T and Z, or takes them away.
func otherISO(text string) []string {
	if strings.Contains(text, "T") {
		plain := strings.TrimSuffix(strings.Replace(text, "T", " ", 1), "Z")
		return []string{plain, plain + ".000"}
	}
	t := strings.Replace(text, " ", "T", 1)
	short, _, _ := strings.Cut(t, ".")
	return []string{t + "Z", t, short + "Z", short, t + "+00:00", short + "+00:00"}
}

func withOrWithoutMilliseconds(text string) []string {
	if short, _, found := strings.Cut(text, "."); found {
		return []string{short}
	}
	return []string{text + ".000"}
}

// monthForMinute writes MM where mm is meant, or mm where MM is.
func monthForMinute(text string) []string {
	if _, ok := timestamp.Parse(text); !ok {
		return nil
	}
	month, minute := text[5:7], text[14:16]
	return []string{text[:14] + month + text[16:], text[:5] + minute + text[7:]}
}

func epoch(text string) []string {
	at, ok := timestamp.Parse(text)
	if !ok {
		return nil
	}
	return []string{strconv.FormatInt(at.Unix(), 10), strconv.FormatInt(at.UnixMilli(), 10)}
}

// unixCut takes the milliseconds off a TimestampUnix.
func unixCut(c *candidate, of []mac.Field) {
	n, _ := c.number(of[0])
	if text := c.texts.text(n); len(text) == 13 {
		c.set(of[0], c.texts.like(n, text[:10]))
	}
}

// unixWithMilliseconds gives it those of the Timestamp.
func unixWithMilliseconds(c *candidate, of []mac.Field) {
	stamp, _ := c.text(mac.FieldTimestamp)
	if _, ok := timestamp.Parse(stamp); ok {
		c.lengthenUnix(of[0], stamp[len(stamp)-3:])
	}
}

func unixWithZeros(c *candidate, of []mac.Field) { c.lengthenUnix(of[0], "000") }

func (c *candidate) lengthenUnix(f mac.Field, milliseconds string) {
	n, _ := c.number(f)
	text := c.texts.text(n)
	if _, ok := timestamp.ParseUnix(text); ok && len(text) < 13 {
		c.set(f, c.texts.longer(n, milliseconds))
	}
}

// readTwice is how far apart two readings of the clock are at the most.
const readTwice = 2 * time.Second

// clockReadTwice tries every millisecond near the header Timestamp, with TimestampUnix as it is and near it: together with
// other mistakes, with that of the same moment alone.
func clockReadTwice(from, to *candidate, w width, t trier) bool {
	stamp, _ := from.text(mac.FieldTimestamp)
	at, ok := timestamp.Parse(stamp)
	if !ok || w >= withTwo {
		return true
	}
	unix, _ := from.text(mac.FieldTimestampUnix)
	second, hasUnix := timestamp.ParseUnix(unix)
	for _, u := range []time.Duration{0, time.Second, -time.Second, readTwice, -readTwice} {
		if u != 0 && !hasUnix {
			continue
		}
		other := from
		if u != 0 {
			other = &candidate{from.texts, from.indices}
			other.set(mac.FieldTimestampUnix, from.texts.of(strconv.FormatInt(second.Add(u).Unix(), 10)))
		}
		if !t.tryTexts(other, to, placeOf(mac.FieldTimestamp), momentsWith(at, u, w)) {
			return false
		}
	}
	return true
}

// momentsWith are those near a moment at which TimestampUnix may have been so far from its own.
func momentsWith(at time.Time, unix time.Duration, w width) sweep {
	return func(text string, _ width, t textTrier) bool {
		clock, seconds := newClock(at, text), int(unix/time.Second)
		for d := 1; d <= int(readTwice/time.Millisecond); d++ {
			for _, d := range [2]int{d, -d} {
				second, millisecond := clock.split(d)
				if (unix == 0 || w == alone || seconds == second) && t.next() && !t.try(clock.at(second, millisecond)) {
					return false
				}
			}
		}
		return true
	}
}

func manyMoments(w width) int {
	const milliseconds = 2 * int(readTwice/time.Millisecond)
	return [widths]int{alone: 5 * milliseconds, withOne: 2 * milliseconds}[w]
}
