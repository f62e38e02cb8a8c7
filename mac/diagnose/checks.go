package diagnose

import (
	"strings"
	"time"

	"netvisormac/internal/letters"
	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

// check is a mistake that shows in the values, without a proof by the MAC. One of
// wrong, look and find finds it.
type check struct {
	Mistake
	field mac.Field                    // whose value may be
	wrong func(value string) bool      // wrong by itself
	look  func(value string) said.Text // says what is wrong with the value of any field, or nothing
	find  func(*situation) finding     // looks at more than one value
}

// situation is what a check looks at.
type situation struct {
	mac.Request
	keys     mac.Keys
	encoding *calc.Encoding
	received time.Time // when the server got the request; zero if unknown
}

// finding says where a check holds, and how. Without fields it does not hold.
type finding struct {
	fields  []mac.Field
	details []said.Text
}

// Checks returns the table of checks, each without a detail.
func Checks() []Mistake {
	list := make([]Mistake, len(checks))
	for i := range checks {
		list[i] = checks[i].told()
	}
	return list
}

// notices runs the checks.
func notices(s *situation) []Mistake {
	var found []Mistake
	for i := range checks {
		if f := checks[i].on(s); len(f.fields) > 0 {
			notice := checks[i].told().detailed(f.details...)
			notice.Fields = f.fields
			found = append(found, notice)
		}
	}
	return found
}

// told is the check's row of the table.
func (c *check) told() Mistake {
	told := c.Mistake
	told.row("check")
	return told
}

func (c *check) on(s *situation) (f finding) {
	switch {
	case c.find != nil:
		return c.find(s)
	case c.look != nil:
		for i := range fields {
			if what := c.look(*fields[i].Of(&s.Request, &s.keys)); !what.IsEmpty() {
				f.add(&fields[i], what)
			}
		}
	case c.wrong(*c.field.Of(&s.Request, &s.keys)):
		f.fields = []mac.Field{c.field}
	}
	return f
}

// checks are warnings only: the official page itself breaks some of them.
var checks = []check{
	{Mistake: Mistake{ID: "algorithm-missing",
		Title: "The header MACHashCalculationAlgorithm is missing",
		Fix:   "Send it with the value HMACSHA256. Without it the server takes the MAC for MD5, which is retired."},
		field: mac.FieldAlgorithm, wrong: isEmpty},
	{Mistake: Mistake{ID: "algorithm-unknown",
		Title: "The header MACHashCalculationAlgorithm names no algorithm that Netvisor documents",
		Fix:   "Write HMACSHA256, in capitals and without a hyphen."},
		field: mac.FieldAlgorithm, wrong: isUnknownAlgorithm},
	{Mistake: Mistake{ID: "algorithm-legacy",
		Title: "SHA256 is the legacy algorithm",
		Fix:   "Move to HMACSHA256: Netvisor announced in 2025 that SHA256 will be switched off."},
		field: mac.FieldAlgorithm, wrong: func(value string) bool { return value == string(mac.SHA256) }},

	{Mistake: Mistake{ID: "mac-upper-case",
		Title: "The MAC is in upper case",
		Fix:   "Write its hex digits in lower case."},
		field: mac.FieldMAC, wrong: func(sum string) bool {
			return len(sum) == 64 && letters.IsHex(sum) && strings.ToUpper(sum) == sum && strings.ToLower(sum) != sum
		}},
	{Mistake: Mistake{ID: "mac-base64",
		Title: "The MAC looks like base64",
		Fix:   "Write the hash as 64 lower-case hex digits."},
		field: mac.FieldMAC, wrong: func(sum string) bool { return len(sum) == 44 && isBase64(sum) }},
	{Mistake: Mistake{ID: "mac-md5-length",
		Title: "The MAC is as long as an MD5",
		Fix:   "Make an HMAC-SHA256: 64 hex digits. MD5 is retired."},
		field: mac.FieldMAC, wrong: func(sum string) bool { return len(sum) == 32 && letters.IsHex(sum) }},
	{Mistake: Mistake{ID: "mac-sha1-length",
		Title: "The MAC is as long as a SHA-1",
		Fix:   "Make an HMAC-SHA256: 64 hex digits."},
		field: mac.FieldMAC, wrong: func(sum string) bool { return len(sum) == 40 && letters.IsHex(sum) }},
	{Mistake: Mistake{ID: "mac-sha512-length",
		Title: "The MAC is as long as a SHA-512, or as a hash written as hex twice",
		Fix:   "Make an HMAC-SHA256 and write it as hex once: 64 hex digits."},
		field: mac.FieldMAC, wrong: func(sum string) bool { return len(sum) == 128 && letters.IsHex(sum) }},
	{Mistake: Mistake{ID: "mac-form",
		Title: "The MAC is not 64 hex digits",
		Fix:   "Write the hash as 64 lower-case hex digits, with nothing before or after."},
		find: oddMAC},

	{Mistake: Mistake{ID: "value-missing",
		Title: "A value is missing",
		Fix:   "Send the header with the value that the MAC was made with."},
		find: missing},
	{Mistake: Mistake{ID: "edge-space",
		Title: "A value has white space at its beginning or end",
		Fix:   "Trim it before you sign: HTTP libraries cut it off when they send the header."},
		look: edgeSpace},
	{Mistake: Mistake{ID: "invisible-character",
		Title: "A value has an invisible character",
		Fix:   "Type the value instead of copying it: no-break spaces, zero-width characters and control characters come from web pages and e-mail."},
		look: invisible},
	{Mistake: Mistake{ID: "typographic-quote",
		Title: "A value has a typographic quotation mark",
		Fix:   "Remove it, or write a straight one: mail programs and word processors change them."},
		look: func(value string) said.Text { return firstOf(value, "‘’‚“”„«»") }},
	{Mistake: Mistake{ID: "full-width-ampersand",
		Title: "A value has a full-width ampersand",
		Fix:   "Write a plain &."},
		look: func(value string) said.Text { return firstOf(value, "＆") }},
	{Mistake: Mistake{ID: "decomposed-letter",
		Title: "A letter and its dots are two separate characters (decomposed, NFD)",
		Fix:   "Compose the letter (Unicode form NFC) before you sign: file names on macOS and some keyboards give it decomposed."},
		look: decomposed},
	{Mistake: Mistake{ID: "lost-character",
		Title: "A letter of a value was lost",
		Fix:   "Look at the value where it comes from: � stands where a text was read in the wrong charset."},
		look: func(value string) said.Text { return firstOf(value, "�") }},
	{Mistake: Mistake{ID: "mojibake",
		Title: "A value looks like UTF-8 that was read as ISO-8859-1",
		Fix:   "If the MAC is right, the name is only shown wrong in Netvisor: send header values as ISO-8859-1."},
		find: misread},
	{Mistake: Mistake{ID: "outside-charset",
		Title: "A character is not in the charset that the MAC is computed in",
		Fix:   "Replace the character, or drop it: the server reads the values in this charset."},
		find: outsideCharset},

	{Mistake: Mistake{ID: "url-scheme",
		Title: "The address does not begin with https://",
		Fix:   "Use https: Netvisor's environments accept nothing else."},
		field: mac.FieldURL, wrong: func(url string) bool { return url != "" && !strings.HasPrefix(url, "https://") }},
	{Mistake: Mistake{ID: "host-test",
		Title: "The address belongs to the test environment",
		Fix:   "Use the ids and keys of the test environment: those of production do not work there."},
		field: mac.FieldURL, wrong: func(url string) bool { return hostOf(url) == "isvapi.netvisor.fi" }},
	{Mistake: Mistake{ID: "host-production",
		Title: "The address belongs to the production environment",
		Fix:   "Use the ids and keys of production: those of the test environment do not work there."},
		field: mac.FieldURL, wrong: func(url string) bool { return hostOf(url) == "integration.netvisor.fi" }},
	{Mistake: Mistake{ID: "host-unknown",
		Title: "The address belongs to neither environment",
		Fix:   "Use integration.netvisor.fi, or isvapi.netvisor.fi for tests."},
		field: mac.FieldURL, wrong: isOtherHost},
	{Mistake: Mistake{ID: "url-raw",
		Title: "The address has characters that must be percent-encoded",
		Fix:   "Percent-encode them as ISO-8859-1, and sign the address as it is sent."},
		find: rawURL},
	{Mistake: Mistake{ID: "url-with-fragment",
		Title: "The address has a fragment",
		Fix:   "Leave out what follows #: it is not sent."},
		field: mac.FieldURL, wrong: func(url string) bool { return strings.Contains(url, "#") }},

	{Mistake: Mistake{ID: "timestamp-form",
		Title: "Timestamp is not in Netvisor's format",
		Fix:   "Write YYYY-MM-DD HH:MM:SS.mmm in UTC, with three digits of milliseconds."},
		field: mac.FieldTimestamp, wrong: isOddTimestamp},
	{Mistake: Mistake{ID: "timestamp-unix-form",
		Title: "TimestampUnix is not in whole seconds",
		Fix:   "Write the seconds since 1970, 10 digits. JavaScript's Date.now() and Java's currentTimeMillis() give milliseconds: divide by 1000."},
		field: mac.FieldTimestampUnix, wrong: isOddUnix},
	{Mistake: Mistake{ID: "timestamps-disagree",
		Title: "Timestamp and TimestampUnix are not the same moment",
		Fix:   "Take both from one reading of the clock, in UTC."},
		find: disagree},
	{Mistake: Mistake{ID: "timestamp-clock",
		Title: "Timestamp is far from the time of receipt",
		Fix:   "Set the clock of the computer with NTP, and write Timestamp in UTC."},
		find: farFromReceipt},

	{Mistake: Mistake{ID: "language-unknown",
		Title: "Language is not FI, SE or EN",
		Fix:   "Write FI, SE or EN. Swedish is SE, not SV."},
		field: mac.FieldLanguage, wrong: isOddLanguage},
	{Mistake: Mistake{ID: "language-case",
		Title: "Language is in lower case",
		Fix:   "The official page writes FI, SE, EN."},
		field: mac.FieldLanguage, wrong: isLowerLanguage},
	{Mistake: Mistake{ID: "organisation-id-form",
		Title: "The organisation id is not in the form 1234567-8",
		Fix:   "Write seven digits, a hyphen and the check digit."},
		field: mac.FieldOrganisationID, wrong: isOddOrganisationID},
	{Mistake: Mistake{ID: "organisation-id-check-digit",
		Title: "The check digit of the organisation id is wrong",
		Fix:   "Compare the id with the company's: a digit may be mistyped."},
		field: mac.FieldOrganisationID, wrong: hasWrongCheckDigit},
	{Mistake: Mistake{ID: "transaction-id-form",
		Title: "The transaction id is not a GUID",
		Fix:   "Make a new GUID for each request: a partner may never use an id twice."},
		field: mac.FieldTransactionID, wrong: isNoGUID},
	{Mistake: Mistake{ID: "partner-id-is-customer-id",
		Title: "The partner id and the customer id are the same",
		Fix:   "Compare both with what you were given: the customer's user has one id, the partner another."},
		find: sameIDs},
	{Mistake: Mistake{ID: "id-looks-like-key",
		Title: "A key seems to be in the field of another value, or an id in the field of a key",
		Fix:   "Compare both fields with what you were given, and swap the two. A key that was sent in a header or an address may be known to others: have it replaced.",
	}, find: mixedUp},
	{Mistake: Mistake{ID: "keys-equal",
		Title: "Both keys are the same",
		Fix:   "Compare both with what you were given: the customer's user has one key, the partner another."},
		find: sameKeys},
	{Mistake: Mistake{ID: "key-form",
		Title: "A key has characters that are not hex digits",
		Fix:   "Compare it with the key you were given: keys usually have 32 hex digits."},
		find: func(s *situation) finding { return s.keysThat(isOddKey) }},
	{Mistake: Mistake{ID: "key-length",
		Title: "A key does not have 32 hex digits",
		Fix:   "Compare it with the key you were given. A leading zero may have been lost; the official example's partner key also has only 31 digits."},
		find: func(s *situation) finding { return s.keysThat(isShortKey) }},
}
