package diagnose

import (
	"strconv"
	"time"

	"netvisormac/mac"
)

// A detail says what a mistake was found to be. No detail shows a key.

// madeWith says what a value was when the MAC was made, if that changed.
func madeWith(f mac.Field, before, after *candidate) string {
	old, _ := before.text(f)
	made, _ := after.text(f)
	if f.Info().Secret || old == made {
		return ""
	}
	return "the request has " + strconv.Quote(old) + ", the MAC was made with " + strconv.Quote(made)
}

// shift says how far a time was from the header's.
func shift(f mac.Field, parse func(string) (time.Time, bool), before, after *candidate) string {
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
func slip(f mac.Field, before, after *candidate) string {
	form, args := typo(f, before, after)
	switch form {
	case "more":
		return "the key given here has one character too many, character " + args["position"]
	case "fewer":
		return "the key given here lacks a character of the one used for signing, character " + args["position"]
	case "swapped":
		return "characters " + args["position"] + " and " + args["next"] + " of the key given here are swapped"
	}
	return "character " + args["position"] + " of the key given here differs"
}

// moments says what Timestamp was, and TimestampUnix if that was another, too.
func moments(before, after *candidate) string {
	stamp, _ := after.text(mac.FieldTimestamp)
	detail := "the MAC was made with " + stamp
	old, _ := before.text(mac.FieldTimestampUnix)
	if unix, ok := after.text(mac.FieldTimestampUnix); ok && unix != old {
		detail += " and " + unix
	}
	return detail
}

// lengths says how many characters a key has here, and how many where the MAC was made.
func lengths(before, after *candidate) string {
	for i, p := range before.key.values() {
		given, made := before.texts.text(p.text()), after.texts.text(after.key.list[i].text())
		if given != made {
			return "the key given here has " + characters(given) + ", the one used for signing " + characters(made)
		}
	}
	return ""
}

// keyFields names the values of the HMAC's key.
func keyFields(_, after *candidate) string { return titles(after.key.fields()) }

// order names the values in the order in which they stand.
func order(_, after *candidate) string { return titles(after.message.fields()) }

func (s *sequence) fields() (list []mac.Field) {
	for _, p := range s.values() {
		if p.field() != noField {
			list = append(list, fields[p.field()].Field)
		}
	}
	return list
}

// leftOutFields names the values that are left out.
func leftOutFields(before, after *candidate) string { return titles(missingFields(before, after)) }

func missingFields(before, after *candidate) (missing []mac.Field) {
	for _, f := range before.message.fields() {
		if after.message.index(f) < 0 {
			missing = append(missing, f)
		}
	}
	return missing
}

// firstOfAnother shows the first value that is of another request.
func firstOfAnother(before, after *candidate) string {
	for _, set := range shared {
		for _, f := range set {
			if detail := madeWith(f, before, after); detail != "" {
				return detail
			}
		}
	}
	return ""
}
