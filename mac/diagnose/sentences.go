package diagnose

import (
	"strings"

	"netvisormac/internal/said"
	"netvisormac/mac"
)

// Sentences has the English of what details say, by id.
var Sentences = said.Table{
	// What a mistake was found to be.
	{"detail.changed", "the request has {sent}, the MAC was made with {signed}"},
	{"detail.shifted.later", "the MAC was made with {signed}, {distance} after the header"},
	{"detail.shifted.earlier", "the MAC was made with {signed}, {distance} before the header"},
	{"detail.shifted.zone", "{shifted}: {zone}"},
	{"detail.typo.more", "the key given here has one character too many, character {position}"},
	{"detail.typo.fewer", "the key given here lacks a character of the one used for signing, character {position}"},
	{"detail.typo.swapped", "characters {position} and {next} of the key given here are swapped"},
	{"detail.typo.other", "character {position} of the key given here differs"},
	{"detail.moment", "the MAC was made with {timestamp}"},
	{"detail.moments", "the MAC was made with {timestamp} and {timestampUnix}"},
	{"detail.lengths", "the key given here has {here} {here|character|characters}, the one used for signing {there} {there|character|characters}"},
	{"detail.fields", "{fields}"},

	// What a check noticed.
	{"detail.of-field", "{field}: {what}"},
	{"detail.value", "{value}"},
	{"detail.characters", "{count} {count|character|characters}"},
	{"detail.characters.not-hex", "{count} {count|character|characters}, not all of them hex digits"},
	{"detail.character-at", "{character} at character {position}"},
	{"detail.space.end", "at its end"},
	{"detail.space.beginning", "at its beginning"},
	{"detail.space.both", "at both ends"},
	{"detail.key", "a key"},
	{"detail.key-form", "the form of a key"},
	{"detail.id-form", "the form of an id"},
	{"detail.disagree.later", "Timestamp is {distance} after TimestampUnix, which is {unix}"},
	{"detail.disagree.earlier", "Timestamp is {distance} before TimestampUnix, which is {unix}"},
	{"detail.disagree.zone", "as {zone}"},
	{"detail.receipt.later", "{distance} after it"},
	{"detail.receipt.earlier", "{distance} before it"},

	// Time zones.
	{"zone.finland", "local time in Finland"},
	{"zone.ahead", "local time at UTC+{offset}"},
	{"zone.behind", "local time at UTC−{offset}"},
}

// titled is the name of a field as a heading has it.
func titled(f mac.Field) said.Field { return said.Field{Name: string(f), Title: f.Info().Title} }

// within is the name of a field within a sentence.
func within(f mac.Field) said.Field {
	title := f.Info().Title
	if f != mac.FieldTimestampUnix { // a name
		title = strings.ToLower(title[:1]) + title[1:]
	}
	return said.Field{Name: string(f), Title: "the " + title, The: true}
}
