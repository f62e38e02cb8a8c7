package diagnose

import (
	"strings"

	"netvisormac/mac"
)

// formMistakes are those of one value's own form.
var formMistakes = []mistake{
	{Mistake: Mistake{Group: "values", ID: "organisation-id-no-hyphen", Fields: []mac.Field{mac.FieldOrganisationID},
		Title: "The organisation id has its hyphen only in the header or only in the string",
		Fix:   "Write 1234567-8 in the header and in the string."},
		likely: 3, texts: otherHyphen},
	{Mistake: Mistake{Group: "values", ID: "organisation-id-vat", Fields: []mac.Field{mac.FieldOrganisationID},
		Title: "The organisation id is written as a VAT number in the header or in the string",
		Fix:   "Write 1234567-8, not FI12345678, in the header and in the string."},
		likely: 4, texts: otherVAT},
	{Mistake: Mistake{Group: "values", ID: "language-sv", Fields: []mac.Field{mac.FieldLanguage},
		Title: "The language is SV in the header or in the string",
		Fix:   "Write SE for Swedish, in the header and in the string."},
		likely: 4, texts: otherSwedish},
	{Mistake: Mistake{Group: "values", ID: "transaction-id-no-hyphens", Fields: []mac.Field{mac.FieldTransactionID},
		Title: "The transaction id has its hyphens only in the header or only in the string",
		Fix:   "Turn the GUID into text once, and use the text for the header and for the MAC."},
		likely: 4, texts: otherGUIDHyphens},
	{Mistake: Mistake{Group: "values", ID: "transaction-id-braces", Fields: []mac.Field{mac.FieldTransactionID},
		Title: "The transaction id has braces only in the header or only in the string",
		Fix:   "Turn the GUID into text once, and use the text for the header and for the MAC. .NET's format B and the functions of Windows add braces."},
		likely: 4, texts: otherBraces},
}

// valueMistakes are those that any value can have.
var valueMistakes = []mistake{
	{Mistake: Mistake{Group: "value", ID: "mojibake-",
		Title: "{Field} is sent as UTF-8, but read as ISO-8859-1",
		Fix:   "Send the header's bytes as ISO-8859-1: Ruby's net/http, Go's net/http and curl on most systems send UTF-8."},
		likely: 2, edits: []func(string) string{unmisread}},
	{Mistake: Mistake{Group: "value", ID: "lost-letter-", Where: Log,
		Title: "{Field} has lost a letter in the log or the copy",
		Fix:   "With that letter the MAC is right: a log or a copy has put \ufffd in its place. If the header itself arrives like that, send it as ISO-8859-1.",
	}, likely: 1, texts: foundLetters},
	{Mistake: Mistake{Group: "value", ID: "lower-case-",
		Title: "{Field} was signed in lower case",
		Fix:   "Sign the value exactly as it is sent."}, keyFix: "Use the key exactly as it was issued: upper and lower case matter.",
		likely: 4, edits: []func(string) string{strings.ToLower}},
	{Mistake: Mistake{Group: "value", ID: "upper-case-",
		Title: "{Field} was signed in upper case",
		Fix:   "Sign the value exactly as it is sent."}, keyFix: "Use the key exactly as it was issued: upper and lower case matter.",
		likely: 4, edits: []func(string) string{strings.ToUpper}},
	{Mistake: Mistake{Group: "value", ID: "leading-space-",
		Title: "{Field} begins with a space in one place but not in the other",
		Fix:   "Trim the value before you sign it: white space at the ends of a header or an address does not reach the server."}, keyFix: "Trim the key when you read it: keys from a file, a form or a table often come with spaces and line breaks.",
		likely: 5, edits: []func(string) string{otherLeadingSpace}},
	{Mistake: Mistake{Group: "value", ID: "trailing-space-",
		Title: "{Field} ends with a space in one place but not in the other",
		Fix:   "Trim the value before you sign it: white space at the ends of a header or an address does not reach the server."}, keyFix: "Trim the key when you read it: keys from a file, a form or a table often come with spaces and line breaks.",
		likely: 3, edits: []func(string) string{otherTrailingSpace}},
	{Mistake: Mistake{Group: "value", ID: "newline-",
		Title: "{Field} ends with a line break in one place but not in the other",
		Fix:   "Trim the value before you sign it: files and the output of commands end with a line break."}, keyFix: "Trim the key when you read it: keys from a file, a form or a table often come with spaces and line breaks.",
		likely: 4, edits: []func(string) string{otherLineEnd, otherWindowsLineEnd}, notLast: true},
}
