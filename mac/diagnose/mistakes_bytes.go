package diagnose

import (
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

var byteMistakes = []mistake{
	{Mistake: Mistake{Group: "bytes", ID: "nfd",
		Title: "Letters such as ä were signed decomposed (a letter and a combining mark)",
		Fix:   "Compose the text (Unicode form NFC) before you sign: file names on macOS are decomposed (NFD)."},
		likely: 6, changes: []change{{all: decompose, encoding: calc.UTF8}, {all: decompose, encoding: calc.LossyLatin1}, {all: compose}, {all: compose, encoding: calc.UTF8}}},
	{Mistake: Mistake{Group: "bytes", ID: "utf-8",
		Title: "The string was hashed as UTF-8",
		Fix:   "Encode it as ISO-8859-1 before you hash. PHP hashes the bytes of its source, which are mostly UTF-8: mb_convert_encoding(…, \"ISO-8859-1\", \"UTF-8\"). In Python encode(\"ISO-8859-1\"), in Node Buffer.from(text, \"latin1\")."},
		likely: 1, changes: []change{{encoding: calc.UTF8}, {do: func(c *candidate, _ []mac.Field) { c.encodeAlone(calc.UTF8) }}}},
	{Mistake: Mistake{Group: "bytes", ID: "iso-8859-15",
		Title: "The string was hashed as ISO-8859-15",
		Fix:   "Encode it as ISO-8859-1: ISO-8859-15 is the charset of the legacy algorithm."},
		likely: 2, changes: []change{{encoding: calc.Latin9}}},
	{Mistake: Mistake{Group: "bytes", ID: "utf-16le",
		Title: "The string was hashed as UTF-16",
		Fix:   "Encode it as ISO-8859-1. .NET's Encoding.Unicode is UTF-16: take Encoding.GetEncoding(\"ISO-8859-1\")."},
		likely: 4, changes: []change{{encoding: calc.Utf16LE}, {do: func(c *candidate, _ []mac.Field) { c.encodeAlone(calc.Utf16LE) }}}},
	{Mistake: Mistake{Group: "bytes", ID: "question-mark",
		Title: "Letters that the charset lacks were hashed as question marks",
		Fix:   "Encode it as ISO-8859-1, and leave out the characters that ISO-8859-1 lacks. .NET's Encoding.ASCII and Java's getBytes silently replace them with ?."},
		likely: 4, changes: []change{{encoding: calc.LossyASCII}, {encoding: calc.LossyLatin1}}},
}

var outputMistakes = []mistake{
	{Mistake: Mistake{Group: "output", ID: "output-base64",
		Title: "The MAC is written as base64",
		Fix:   "Write the hash as 64 lower-case hex digits."},
		likely: 2, changes: []change{{writing: calc.Base64}}},
	{Mistake: Mistake{Group: "output", ID: "output-base64url",
		Title: "The MAC is written as base64url",
		Fix:   "Write the hash as 64 lower-case hex digits."},
		likely: 4, changes: []change{{writing: calc.Base64URL}}},
	{Mistake: Mistake{Group: "output", ID: "output-upper-case",
		Title: "The MAC is written in upper case",
		Fix:   "Write its hex digits in lower case: .NET's Convert.ToHexString and \"X2\" give upper case."},
		likely: 1, changes: []change{{writing: calc.CapitalHex}}},
	{Mistake: Mistake{Group: "output", ID: "output-truncated",
		Title: "The MAC is cut off",
		Fix:   "Send all 64 hex digits: a column or a variable may be too short."},
		likely: 4, changes: []change{{writing: calc.Truncated}}},
	{Mistake: Mistake{Group: "output", ID: "output-hex-of-hex",
		Title: "The MAC was turned into hex twice",
		Fix:   "Turn the hash's bytes into hex once: hexdigest() and hash_hmac() give hex already."},
		likely: 5, changes: []change{{writing: calc.HexOfHex}}},
}
