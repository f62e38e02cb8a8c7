package calc

import "netvisormac/internal/said"

// lacking is what a lack says.
var lacking = said.Table{{"error.character", "character {position}, {character} ({codePoint}), is not a character of the charset {charset}"}}

// Sentences has the English of what this package says, by id: the names of encodings and writings that are words, too.
func Sentences() said.Table {
	table := lacking
	for _, e := range Encodings {
		table = append(table, [2]string{e.ID, e.Name})
	}
	for _, w := range Writings {
		table = append(table, [2]string{w.ID, w.Name})
	}
	return table
}
