package mac

import (
	"strings"
	"time"
)

// check is a mistake that shows in the values, without a proof by the MAC.
type check struct {
	Mistake
	find func(*situation) finding
}

// situation is what a check looks at.
type situation struct {
	Request
	keys     Keys
	encoding *encoding
	received time.Time // when the server got the request; zero if unknown
}

// finding says where a check holds, and how. Without fields it does not hold.
type finding struct {
	fields []Field
	detail string
}

// Checks returns the table of checks, each without a detail.
func Checks() []Mistake {
	list := make([]Mistake, len(checks))
	for i, c := range checks {
		list[i] = c.Mistake
	}
	return list
}

// notices runs the checks.
func notices(s *situation) []Mistake {
	var found []Mistake
	for _, c := range checks {
		if f := c.find(s); len(f.fields) > 0 {
			c.Fields, c.Detail = f.fields, f.detail
			found = append(found, c.Mistake)
		}
	}
	return found
}

func text(id, title, fix string) Mistake { return Mistake{ID: id, Title: title, Fix: fix} }

// checks are warnings only: the official page itself breaks some of them.
var checks = []check{
	{text("algorithm-missing", "The header MACHashCalculationAlgorithm is missing",
		"Send it with the value HMACSHA256. Without it the server takes the MAC for MD5, which is retired."),
		where(FieldAlgorithm, isEmpty)},
	{text("algorithm-unknown", "The header MACHashCalculationAlgorithm names no algorithm that Netvisor documents",
		"Write HMACSHA256, in capitals and without a hyphen."),
		where(FieldAlgorithm, isUnknownAlgorithm)},
	{text("algorithm-legacy", "SHA256 is the legacy algorithm",
		"Move to HMACSHA256: Netvisor announced in 2025 that SHA256 will be switched off."),
		where(FieldAlgorithm, func(value string) bool { return value == string(SHA256) })},

	{text("mac-upper-case", "The MAC is in upper case", "Write its hex digits in lower case."), macForm(64, isUpperHex)},
	{text("mac-base64", "The MAC looks like base64", "Write the hash as 64 lower-case hex digits."), macForm(44, isBase64)},
	{text("mac-md5-length", "The MAC is as long as an MD5", "Make an HMAC-SHA256: 64 hex digits. MD5 is retired."), macForm(32, isAnyHex)},
	{text("mac-sha1-length", "The MAC is as long as a SHA-1", "Make an HMAC-SHA256: 64 hex digits."), macForm(40, isAnyHex)},
	{text("mac-sha512-length", "The MAC is as long as a SHA-512, or as a hash written as hex twice",
		"Make an HMAC-SHA256 and write it as hex once: 64 hex digits."), macForm(128, isAnyHex)},
	{text("mac-form", "The MAC is not 64 hex digits", "Write the hash as 64 lower-case hex digits, with nothing before or after."), oddMAC},

	{text("value-missing", "A value is missing", "Send the header with the value that the MAC was made of."), missing},
	{text("edge-space", "There is white space at the edge of a value",
		"Take it away before you sign: libraries for HTTP cut it off when they send the header."), eachValue(edgeSpace)},
	{text("invisible-character", "There is a character that cannot be seen",
		"Type the value anew instead of copying it: no-break spaces, zero-width characters and control characters come from web pages and mails."), eachValue(invisible)},
	{text("typographic-quote", "There is a typographic quotation mark",
		"Take it away, or write a straight one: mail programs and word processors change them."), eachValue(runesOf("‘’‚“”„«»"))},
	{text("full-width-ampersand", "There is a full-width ampersand", "Write the plain &."), eachValue(runesOf("＆"))},
	{text("decomposed-letter", "A letter and its dots are two characters",
		"Compose the letter (Unicode form NFC) before you sign: file names on macOS and some keyboards give it decomposed."), eachValue(decomposed)},
	{text("lost-character", "A letter was lost on the way",
		"Look at the value where it comes from: � stands where a text was read in the wrong charset."), eachValue(runesOf("�"))},
	{text("mojibake", "A value looks like UTF-8 that was read as ISO-8859-1",
		"If the MAC is right, the name merely shows wrong in Netvisor: send header values as ISO-8859-1."), eachValue(misreadUTF8)},
	{text("outside-charset", "A character is not in the charset that is hashed",
		"Replace the character, or drop it: the server reads the values in this charset."), outsideCharset},

	{text("url-scheme", "The address does not begin with https://", "Use https: Netvisor's environments take nothing else."),
		where(FieldURL, func(url string) bool { return url != "" && !strings.HasPrefix(url, "https://") })},
	{text("host-test", "The address is the test environment's",
		"Use the ids and keys of the test environment: those of production do not work there."), host("isvapi.netvisor.fi")},
	{text("host-production", "The address is the production environment's",
		"Use the ids and keys of production: those of the test environment do not work there."), host("integration.netvisor.fi")},
	{text("host-unknown", "The address is of neither environment",
		"Use integration.netvisor.fi, or isvapi.netvisor.fi for tests."), where(FieldURL, isOtherHost)},
	{text("url-raw", "The address has characters that must be escaped",
		"Escape them as ISO-8859-1, and sign the address as it is sent."), rawURL},
	{text("url-with-fragment", "The address has a fragment", "Leave out what stands after #: it is not sent."),
		where(FieldURL, func(url string) bool { return strings.Contains(url, "#") })},

	{text("timestamp-form", "Timestamp has another form than Netvisor's",
		"Write YYYY-MM-DD HH:MM:SS.mmm in UTC, with three digits of milliseconds."), where(FieldTimestamp, isOddTimestamp)},
	{text("timestamp-unix-form", "TimestampUnix is not in whole seconds",
		"Write the seconds since 1970, 10 digits. JavaScript's Date.now() and Java's currentTimeMillis() give milliseconds: divide by 1000."),
		where(FieldTimestampUnix, isOddUnix)},
	{text("timestamps-disagree", "Timestamp and TimestampUnix are not of the same moment",
		"Take both from one reading of the clock, in UTC."), disagree},
	{text("timestamp-clock", "Timestamp is far from the time of receipt",
		"Set the clock of the computer by NTP, and write Timestamp in UTC."), farFromReceipt},

	{text("language-unknown", "Language is not FI, SE or EN", "Write FI, SE or EN. Swedish is SE, not SV."), where(FieldLanguage, isOddLanguage)},
	{text("language-case", "Language is in lower case", "The official page writes FI, SE, EN."), where(FieldLanguage, isLowerLanguage)},
	{text("organisation-id-form", "The organisation id has another form than 1234567-8",
		"Write seven digits, a hyphen and the check digit."), where(FieldOrganisationID, isOddOrganisationID)},
	{text("organisation-id-check-digit", "The check digit of the organisation id does not fit",
		"Compare the id with the company's: a digit may be mistyped."), where(FieldOrganisationID, hasWrongCheckDigit)},
	{text("transaction-id-form", "The transaction id is not a GUID",
		"Make a new GUID for each request: an id may never come twice from one partner."), where(FieldTransactionID, isNoGUID)},
	{text("partner-id-is-customer-id", "The partner id and the customer id are the same",
		"Compare both with the papers: the customer's user has one id, the partner another."), sameIDs},
	{text("keys-equal", "Both keys are the same", "Compare both with the papers: the customer's user has one key, the partner another."), sameKeys},
	{text("key-form", "A key is not of hex digits", "Compare it with the papers: keys are mostly 32 hex digits."), keyForm(isOddKey)},
	{text("key-length", "A key does not have 32 hex digits",
		"Compare it with the papers. A leading zero may have been lost; the official example's partner key has 31 digits, too."), keyForm(isShortKey)},
}
