package diagnose

import (
	"strconv"
	"time"
	"unicode/utf8"

	"netvisormac/internal/said"
	"netvisormac/mac"
)

// A detail says what a mistake was found to be. No detail shows a key.

// madeWith says what a value was when the MAC was made, if that changed.
func madeWith(f mac.Field, before, after *candidate) []said.Text {
	old, _ := before.text(f)
	made, _ := after.text(f)
	if f.Info().Secret || old == made {
		return nil
	}
	return []said.Text{Sentences.Text("detail.changed", "sent", strconv.Quote(old), "signed", strconv.Quote(made))}
}

// shift says how far a time was from the header's.
func shift(f mac.Field, parse func(string) (time.Time, bool), before, after *candidate) []said.Text {
	old, _ := before.text(f)
	made, _ := after.text(f)
	from, _ := parse(old)
	to, _ := parse(made)
	id := "detail.shifted.later"
	if to.Before(from) {
		id = "detail.shifted.earlier"
	}
	detail := Sentences.Text(id, "signed", made, "distance", said.LengthOf(to.Sub(from)))
	if name := zone(to.Sub(from), from); !name.IsEmpty() {
		detail = Sentences.Text("detail.shifted.zone", "shifted", detail, "zone", name)
	}
	return []said.Text{detail}
}

// slip says where the key that the MAC was made with differs from the given
// one, and never by which character.
func slip(f mac.Field, before, after *candidate) []said.Text {
	form, args := typo(f, before, after)
	position, _ := strconv.Atoi(args["position"])
	if form == "swapped" {
		return []said.Text{Sentences.Text("detail.typo.swapped", "position", position, "next", position+1)}
	}
	return []said.Text{Sentences.Text("detail.typo."+form, "position", position)}
}

// moments says what Timestamp was, and TimestampUnix if that was another, too.
func moments(before, after *candidate) []said.Text {
	stamp, _ := after.text(mac.FieldTimestamp)
	old, _ := before.text(mac.FieldTimestampUnix)
	if unix, ok := after.text(mac.FieldTimestampUnix); ok && unix != old {
		return []said.Text{Sentences.Text("detail.moments", "timestamp", stamp, "timestampUnix", unix)}
	}
	return []said.Text{Sentences.Text("detail.moment", "timestamp", stamp)}
}

// lengths says how many characters a key has here, and how many where the MAC was made.
func lengths(before, after *candidate) []said.Text {
	for i, p := range before.key.values() {
		given, made := before.texts.text(p.text()), after.texts.text(after.key.list[i].text())
		if given != made {
			return []said.Text{Sentences.Text("detail.lengths", "here", utf8.RuneCountInString(given), "there", utf8.RuneCountInString(made))}
		}
	}
	return nil
}

// keyFields names the values of the HMAC's key.
func keyFields(_, after *candidate) []said.Text { return titles(after.key.fields()) }

// order names the values in the order in which they stand.
func order(_, after *candidate) []said.Text { return titles(after.message.fields()) }

func (s *sequence) fields() (list []mac.Field) {
	for _, p := range s.values() {
		if p.field() != noField {
			list = append(list, fields[p.field()].Field)
		}
	}
	return list
}

// leftOutFields names the values that are left out.
func leftOutFields(before, after *candidate) []said.Text { return titles(missingFields(before, after)) }

func missingFields(before, after *candidate) (missing []mac.Field) {
	for _, f := range before.message.fields() {
		if after.message.index(f) < 0 {
			missing = append(missing, f)
		}
	}
	return missing
}

// firstOfAnother shows the first value that is of another request.
func firstOfAnother(before, after *candidate) []said.Text {
	for _, set := range shared {
		for _, f := range set {
			if detail := madeWith(f, before, after); detail != nil {
				return detail
			}
		}
	}
	return nil
}

// titles are the fields' names.
func titles(list []mac.Field) []said.Text {
	names := make(said.List, len(list))
	for i, f := range list {
		names[i] = titled(f)
	}
	return []said.Text{Sentences.Text("detail.fields", "fields", names)}
}
