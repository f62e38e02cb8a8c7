package diagnose

import (
	"strconv"
	"time"

	"netvisormac/mac/internal/timestamp"
)

// clock writes timestamps near one moment: a sweep does so hundreds of
// thousands of times, and time.Format takes as long as the hashing.
type clock struct {
	second      int // of the day
	millisecond int
	dates       [5]string // of two days before to two days after
	day         int       // of those, the one in text
	text        []byte    // YYYY-MM-DD HH:MM:SS.mmm
}

const middle = 2 // of the dates

func newClock(at time.Time, text string) *clock {
	c := &clock{second: at.Hour()*3600 + at.Minute()*60 + at.Second(), millisecond: at.Nanosecond() / int(time.Millisecond), day: middle, text: []byte(text)}
	for i := range c.dates {
		c.dates[i] = timestamp.FormatDate(at.AddDate(0, 0, i-middle))
	}
	return c
}

// after returns the timestamp that is d, within two days, after the clock's moment. It is the clock's, and another with
// the next call.
func (c *clock) after(d time.Duration) []byte {
	const secondsOfDay = 24 * 60 * 60
	second := uint32(c.second + int(d/time.Second) + middle*secondsOfDay)
	if day := int(second / secondsOfDay); day != c.day {
		c.day = day
		copy(c.text, c.dates[day])
	}
	second %= secondsOfDay
	for i, n := range [3]uint32{second / 3600, second / 60 % 60, second % 60} {
		place := c.text[11+3*i:][:2]
		place[0], place[1] = byte('0'+n/10), byte('0'+n%10)
	}
	return c.text
}

// split splits so many milliseconds after the clock's moment into seconds, and milliseconds of the last one.
func (c *clock) split(after int) (seconds, milliseconds int) {
	const many = middle * 24 * 60 * 60 // so that nothing is negative
	all := c.millisecond + after + many*1000
	return all/1000 - many, all % 1000
}

// at is as after, so many seconds after the clock's moment, with other milliseconds.
func (c *clock) at(seconds, milliseconds int) []byte {
	text, n := c.after(time.Duration(seconds)*time.Second), uint32(milliseconds)
	text[20], text[21], text[22] = byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10)
	return text
}

// counter writes numbers near another: a sweep does so as often as a clock.
type counter struct {
	number int64
	low    int    // its last digits,
	text   []byte // which are written anew; those in front stay
}

const (
	lowDigits = 6
	manyLow   = 1_000_000
)

func newCounter(number int64) *counter {
	return &counter{number, int(number % manyLow), strconv.AppendInt(nil, number, 10)}
}

// plus returns the number that is so much greater. It is the counter's, and another with the next call.
func (c *counter) plus(more int) []byte {
	low := c.low + more
	if low < 0 || low >= manyLow || len(c.text) <= lowDigits || c.number < 0 {
		return strconv.AppendInt(nil, c.number+int64(more), 10)
	}
	for i, n := len(c.text)-1, uint32(low); i >= len(c.text)-lowDigits; i-- {
		c.text[i] = byte('0' + n%10)
		n /= 10
	}
	return c.text
}
