package diagnose

import (
	"strings"

	"netvisormac/mac"
)

// formMistakes are those of one value's own form.
var formMistakes = []mistake{
	{Mistake: Mistake{Group: "values", ID: "organisation-id-no-hyphen", Fields: []mac.Field{mac.FieldOrganisationID},
		Title: "The organisation id has its hyphen in one place alone",
		Fix:   "Write 1234567-8 in the header and in the string."},
		likely: 3, texts: otherHyphen},
	{Mistake: Mistake{Group: "values", ID: "organisation-id-vat", Fields: []mac.Field{mac.FieldOrganisationID},
		Title: "The organisation id has the form of a VAT number in one place",
		Fix:   "Write 1234567-8, not FI12345678, in the header and in the string."},
		likely: 4, texts: otherVAT},
	{Mistake: Mistake{Group: "values", ID: "language-sv", Fields: []mac.Field{mac.FieldLanguage},
		Title: "The language is SV in one place",
		Fix:   "Write SE for Swedish, in the header and in the string."},
		likely: 4, texts: otherSwedish},
	{Mistake: Mistake{Group: "values", ID: "transaction-id-no-hyphens", Fields: []mac.Field{mac.FieldTransactionID},
		Title: "The transaction id has its hyphens in one place alone",
		Fix:   "Turn the GUID into text once, and use the text for the header and for the MAC."},
		likely: 4, texts: otherGUIDHyphens},
	{Mistake: Mistake{Group: "values", ID: "transaction-id-braces", Fields: []mac.Field{mac.FieldTransactionID},
		Title: "The transaction id has braces in one place alone",
		Fix:   "Turn the GUID into text once, and use the text for the header and for the MAC. .NET's format B and Windows' own functions add braces."},
		likely: 4, texts: otherBraces},
}

// valueMistakes are those that any value can have, without the values' names.
var valueMistakes = []mistake{
	{Mistake: Mistake{Group: "value", ID: "mojibake-",
		Title: " arrives as UTF-8 that is read as ISO-8859-1",
		Fix:   "Send the header's bytes as ISO-8859-1: Ruby's net/http, Go's net/http and curl on most systems send UTF-8."},
		likely: 2, edits: []func(string) string{unmisread}},
	{Mistake: Mistake{Group: "value", ID: "lost-letter-", Where: Log,
		Title: " has lost a letter on its way here",
		Fix:   "With that letter the MAC is right: a log or a copy has put \ufffd in its place. If the header itself arrives so, send it as ISO-8859-1.",
	}, likely: 1, texts: foundLetters},
	{Mistake: Mistake{Group: "value", ID: "lower-case-",
		Title: " was signed in small letters",
		Fix:   "Sign the value exactly as it is sent."}, keyFix: "Take the key exactly as it was issued: capitals and small letters differ.",
		likely: 4, edits: []func(string) string{strings.ToLower}},
	{Mistake: Mistake{Group: "value", ID: "upper-case-",
		Title: " was signed in capitals",
		Fix:   "Sign the value exactly as it is sent."}, keyFix: "Take the key exactly as it was issued: capitals and small letters differ.",
		likely: 4, edits: []func(string) string{strings.ToUpper}},
	{Mistake: Mistake{Group: "value", ID: "leading-space-",
		Title: " has a space before it in one place alone",
		Fix:   "Trim the value before you sign: HTTP libraries trim headers when they send."}, keyFix: "Trim the key when you read it: from a file, a form or a table it brings spaces and line ends along.",
		likely: 5, edits: []func(string) string{otherLeadingSpace}},
	{Mistake: Mistake{Group: "value", ID: "trailing-space-",
		Title: " has a space after it in one place alone",
		Fix:   "Trim the value before you sign: HTTP libraries trim headers when they send."}, keyFix: "Trim the key when you read it: from a file, a form or a table it brings spaces and line ends along.",
		likely: 3, edits: []func(string) string{otherTrailingSpace}},
	{Mistake: Mistake{Group: "value", ID: "newline-",
		Title: " has a line end after it in one place alone",
		Fix:   "Trim the value before you sign: files and command lines end in a line end."}, keyFix: "Trim the key when you read it: from a file, a form or a table it brings spaces and line ends along.",
		likely: 4, edits: []func(string) string{otherLineEnd, otherWindowsLineEnd}, notLast: true},
}
