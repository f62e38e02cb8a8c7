package mac

import (
	"strconv"
	"strings"
	"time"
)

// A detail says what a mistake was found to be. No detail shows a key.

// madeWith says what a value was when the MAC was made, if that changed.
func madeWith(f Field, before, after *candidate) string {
	old, _ := before.text(f)
	made, _ := after.text(f)
	if f.Info().Secret || old == made {
		return ""
	}
	return "the request has " + strconv.Quote(old) + ", the MAC was made with " + strconv.Quote(made)
}

// shift says how far a time was from the header's.
func shift(f Field, parse func(string) (time.Time, bool), before, after *candidate) string {
	old, _ := before.text(f)
	made, _ := after.text(f)
	from, _ := parse(old)
	to, _ := parse(made)
	side := " after"
	if to.Before(from) {
		side = " before"
	}
	detail := "the MAC was made with " + made + ", " + distance(to.Sub(from)) + side + " the header"
	if name := zone(to.Sub(from), from); name != "" {
		detail += ": " + name
	}
	return detail
}

// slip says where the key that the MAC was made with differs from the given
// one, and never by which character.
func slip(f Field, before, after *candidate) string {
	given, _ := before.text(f)
	made, _ := after.text(f)
	at := 0
	for at < len(given) && at < len(made) && given[at] == made[at] {
		at++
	}
	position := strconv.Itoa(at + 1)
	switch {
	case len(made) < len(given):
		return "the given key has a character more than the one of the MAC, at " + position
	case len(made) > len(given):
		return "the given key lacks a character that the one of the MAC has, at " + position
	case strings.HasPrefix(made[at+1:], given[at:at+1]) && made[at] != given[at] && made[at+2:] == given[at+2:] && made[at+1:] != given[at+1:]:
		return "characters " + position + " and " + strconv.Itoa(at+2) + " of the given key are swapped"
	}
	return "character " + position + " of the given key is another one"
}
