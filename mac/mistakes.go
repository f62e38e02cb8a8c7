package mac

import (
	"slices"
	"strings"
)

// mistake is a Mistake that can be made of a calculation.
type mistake struct {
	Mistake
	likely int // 1 for what many clients did, 9 for what is merely possible
	made   change
	detail func(before, after *calculation) string // nil if the title says it all
	size   func(width) int                         // of a sweep; nil for the few ways of other mistakes
}

// Mistakes returns the table of mistakes, each without a detail.
func Mistakes() []Mistake {
	list := make([]Mistake, len(mistakes))
	for i, m := range mistakes {
		list[i] = m.Mistake
	}
	return list
}

// mistakes are in the order in which they are made where several meet: values
// are changed before they are joined, joined before they are encoded. How likely
// each is was judged by how many public clients had it.
var mistakes = slices.Concat(sweeps, algorithmMistakes, orderMistakes(), keyMistakes,
	addressMistakes, timestampMistakes, otherMistakes, valueMistakes(), joinMistakes, byteMistakes, outputMistakes)

// sweeps begin with the keys: what another key makes can be shared by all that follows.
var sweeps = []mistake{
	{told("keys", "typo-customer-key", "The MAC was made with a customer key that differs in one character",
		"Copy the key anew from where it was issued, on both sides.", FieldCustomerKey),
		3, sweep(FieldCustomerKey, slips), slip(FieldCustomerKey), manySlips},
	{told("keys", "typo-partner-key", "The MAC was made with a partner key that differs in one character",
		"Copy the key anew from where it was issued, on both sides. A zero at the beginning is lost where a key is read as a number.", FieldPartnerKey),
		3, sweep(FieldPartnerKey, slips), slip(FieldPartnerKey), manySlips},
	{told("timestamp", "timestamp-offset", "The MAC was made with another time than the header Timestamp has",
		"Read the clock once, in UTC, and use the same text for the header and for the MAC. Local time comes from DateTime.Now in .NET, LocalDateTime in Java, date() in PHP and time.Now() without .UTC() in Go.", FieldTimestamp),
		1, sweep(FieldTimestamp, shiftedTimestamp), shift(FieldTimestamp), countOffsets},
	{told("timestamp", "timestamp-unix-offset", "The MAC was made with another time than the header TimestampUnix has",
		"Read the clock once and use the same number for the header and for the MAC.", FieldTimestampUnix),
		2, sweep(FieldTimestampUnix, shiftedUnix), shift(FieldTimestampUnix), countOffsets},
	{told("timestamp", "timestamp-milliseconds", "The MAC was made in the same second as the header Timestamp says, in another millisecond",
		"Format the timestamp once, keep the text, and use it for the header and for the MAC.", FieldTimestamp),
		2, sweep(FieldTimestamp, otherMilliseconds), madeWith(FieldTimestamp), thousand},
	{told("timestamp", "timestamp-six-decimals", "The MAC was made with microseconds in the timestamp",
		"Write three decimals. Python's isoformat() and %f give six: cut the last three off before you sign.", FieldTimestamp),
		4, sweep(FieldTimestamp, sixDecimals), madeWith(FieldTimestamp), thousandAlone},
}

func thousand(w width) int {
	if w == withTwo {
		return 0
	}
	return 1000
}

func thousandAlone(w width) int {
	if w == alone {
		return 1000
	}
	return 1
}

// manySlips is about how many slips a key of 32 hex digits has.
func manySlips(w width) int {
	if w == withTwo {
		return 0
	}
	return 1070
}

var algorithmMistakes = []mistake{
	{told("algorithm", "plain-sha256", "The MAC is a plain SHA-256, not an HMAC",
		"Compute HMAC-SHA-256 with customerKey&partnerKey as its key: hash_hmac in PHP, hmac.new in Python, createHmac in Node."),
		2, alter(ways(withUnix, hashed(plainSHA256))), nil, nil},
	{told("algorithm", "legacy-sha256", "The MAC is the legacy SHA-256 of nine values",
		"Move to HMACSHA256, or send the header MACHashCalculationAlgorithm with SHA256 as long as Netvisor takes it."),
		2, alter(ways(leaveOut(FieldTimestampUnix), hashed(plainSHA256)), ways(leaveOut(FieldTimestampUnix), hashed(plainSHA256), encoded(latin9))), nil, nil},
	{told("algorithm", "legacy-md5", "The MAC is an MD5, which Netvisor has retired",
		"Move to HMACSHA256, and send the header MACHashCalculationAlgorithm with that value."),
		2, alter(ways(leaveOut(FieldTimestampUnix), hashed(plainMD5))), nil, nil},
	{told("algorithm", "hmac-in-legacy", "The MAC is an HMAC-SHA-256, but the header says SHA256",
		"Send the header MACHashCalculationAlgorithm with HMACSHA256."),
		1, alter(ways(legacyOnly(withUnix), legacyOnly(hashed(hmacSHA256))), legacyOnly(hashed(hmacSHA256))), nil, nil},
	{told("algorithm", "hmac-sha1", "The MAC is an HMAC-SHA-1",
		"Name SHA-256 where the HMAC is made: some libraries take SHA-1 when nobody tells them otherwise."),
		5, alter(ways(withUnix, hashed(hmacSHA1))), nil, nil},
	{told("algorithm", "hmac-sha512", "The MAC is an HMAC-SHA-512", "Name SHA-256 where the HMAC is made."),
		5, alter(ways(withUnix, hashed(hmacSHA512))), nil, nil},
}

// legacyOnly is a way that exists under the header SHA256 alone.
func legacyOnly(way func(*calculation)) func(*calculation) {
	return func(c *calculation) {
		if c.request.Algorithm == SHA256 {
			way(c)
		}
	}
}

// withUnix puts TimestampUnix into its place where it is not signed.
func withUnix(c *calculation) {
	if c.message.index(FieldTimestampUnix) < 0 {
		place(FieldTimestampUnix, unsigned(FieldTimestampUnix), before(FieldCustomerKey))(c)
	}
}

// unsigned reads a field of the request that is not in the right string.
func unsigned(f Field) func(*calculation) string {
	return func(c *calculation) string { return *f.Of(c.request, &Keys{}) }
}

func orderMistakes() []mistake {
	list := []mistake{
		{told("order", "timestamp-unix-last", "TimestampUnix stands at the end of the string",
			"Put it between TransactionId and the customer key.", FieldTimestampUnix),
			2, alter(place(FieldTimestampUnix, unsigned(FieldTimestampUnix), last)), nil, nil},
		{told("order", "timestamp-unix-after-timestamp", "TimestampUnix stands after Timestamp",
			"Put it between TransactionId and the customer key.", FieldTimestampUnix),
			2, alter(place(FieldTimestampUnix, unsigned(FieldTimestampUnix), after(FieldTimestamp))), nil, nil},
		{told("order", "timestamp-unix-before-timestamp", "TimestampUnix stands before Timestamp",
			"Put it between TransactionId and the customer key. The order of the headers is not the order of the string.", FieldTimestampUnix),
			3, alter(place(FieldTimestampUnix, unsigned(FieldTimestampUnix), before(FieldTimestamp))), nil, nil},
		{told("order", "partner-id-added", "The partner id is in the string",
			"Leave it out: the page says that all headers are signed, but PartnerId is not.", FieldPartnerID),
			3, alter(partnerID(after(FieldCustomerID)), partnerID(after(FieldSender)), partnerID(before(FieldCustomerKey)), partnerID(last)), nil, nil},
		{told("order", "partner-id-for-customer-id", "The partner id stands in place of the customer id",
			"Sign the customer id. The partner id is sent, but not signed.", FieldPartnerID, FieldCustomerID),
			3, alter(partnerForCustomer), nil, nil},
		{told("order", "method-in-front", "The HTTP method stands in front of the address",
			"Begin the string with the address: the method is not signed.", FieldURL),
			6, alter(inFront("GET"), inFront("POST"), inFront("PUT")), nil, nil},
	}
	for i, f := range std10 {
		list = append(list, mistake{told("order", "missing-"+f.Info().ID, f.Info().Title+" is missing from the string",
			"Sign it too: the string has ten values, in a fixed order. A variable that is empty leaves nothing between two &.", f),
			missingLikely(f), alter(leaveOut(f), emptied(f), emptiedForBoth(f)), nil, nil})
		if i+1 < len(std10) && f != FieldCustomerKey {
			list = append(list, swapped(f, std10[i+1]))
		}
	}
	return append(list, swapped(FieldTransactionID, FieldCustomerKey))
}

func swapped(f, g Field) mistake {
	return mistake{told("order", "swapped-"+f.Info().ID+"-"+g.Info().ID, f.Info().Title+" and "+lowerFirst(g.Info().Title)+" stand in each other's place",
		"Put the values into the order of the documentation.", f, g),
		5, alter(swap(f, g)), nil, nil}
}

func missingLikely(f Field) int {
	if f == FieldTimestampUnix {
		return 1
	}
	return 4
}

func partnerID(at func(*joined) int) func(*calculation) {
	return func(c *calculation) {
		if c.request.PartnerID != "" {
			place(FieldPartnerID, unsigned(FieldPartnerID), at)(c)
		}
	}
}

func partnerForCustomer(c *calculation) {
	if i := c.message.index(FieldCustomerID); i >= 0 && c.request.PartnerID != "" {
		c.message.list[i] = value{FieldPartnerID, c.request.PartnerID}
	}
}

func inFront(method string) func(*calculation) {
	return func(c *calculation) { c.message.insert(0, value{"", method}) }
}

func emptied(f Field) func(*calculation) {
	return func(c *calculation) {
		if i := c.message.index(f); i >= 0 {
			c.message.list[i].text = ""
		}
	}
}

// emptiedForBoth empties a key in the string and in the key of the HMAC.
func emptiedForBoth(f Field) func(*calculation) {
	return func(c *calculation) {
		if c.key.index(f) >= 0 {
			c.set(f, "")
		}
	}
}

var keyMistakes = []mistake{
	{told("keys", "keys-swapped", "The customer key and the partner key are swapped",
		"Put the customer key first and the partner key last, in the string and in the key of the HMAC.", FieldCustomerKey, FieldPartnerKey),
		2, alter(ways(swap(FieldCustomerKey, FieldPartnerKey), swapKeys)), nil, nil},
	{told("keys", "keys-swapped-in-message", "The customer key and the partner key are swapped in the string",
		"Put the customer key before the partner key.", FieldCustomerKey, FieldPartnerKey),
		3, alter(keyed(swap(FieldCustomerKey, FieldPartnerKey))), nil, nil},
	{told("keys", "keys-not-in-message", "The keys are missing from the string",
		"Put both at its end: with HMACSHA256 they stand in the string and in the key of the HMAC.", FieldCustomerKey, FieldPartnerKey),
		2, alter(ways(leaveOut(FieldCustomerKey), leaveOut(FieldPartnerKey))), nil, nil},
	{told("keys", "hmac-key-reversed", "The key of the HMAC has the partner key first",
		"Make it of customerKey&partnerKey, in this order.", FieldCustomerKey, FieldPartnerKey),
		2, alter(swapKeys), nil, nil},
	{told("keys", "hmac-key-customer-only", "The key of the HMAC is the customer key alone",
		"Make it of customerKey&partnerKey.", FieldPartnerKey),
		2, alter(keyOnly(FieldCustomerKey)), nil, nil},
	{told("keys", "hmac-key-partner-only", "The key of the HMAC is the partner key alone",
		"Make it of customerKey&partnerKey.", FieldCustomerKey),
		2, alter(keyOnly(FieldPartnerKey)), nil, nil},
	{told("keys", "hmac-key-no-separator", "The key of the HMAC has no & between the two keys",
		"Make it of customerKey&partnerKey.", FieldCustomerKey, FieldPartnerKey),
		3, alter(keyed(func(c *calculation) { c.key.separator = "" })), nil, nil},
	{told("keys", "hmac-key-hex-decoded", "The key of the HMAC was decoded from hex",
		"Take the keys as text: their digits are the characters of the HMAC's key, whatever hex2bin, Buffer.from(key, \"hex\") or bytes.fromhex make of them.", FieldCustomerKey, FieldPartnerKey),
		4, alter(keyed(func(c *calculation) { c.hexKey = true }), keyed(func(c *calculation) { c.hexKey, c.key.separator = true, "" })), nil, nil},
}

var swapKeys = keyed(func(c *calculation) { c.key.swap(FieldCustomerKey, FieldPartnerKey) })

var addressMistakes = []mistake{
	addressed("url-http", 3, "The address was signed with the other of http and https", "Sign the address exactly as it is sent, https:// included.", edit(FieldURL, rewritten(otherScheme))),
	addressed("url-other-environment", 3, "The address of the other environment was signed", "Sign the address that the request is sent to. The test environment has other ids and keys, too.", edit(FieldURL, rewritten(otherEnvironment))),
	addressed("url-port", 4, "The address was signed with a port that is not sent, or without one that is", "Sign the address exactly as it is sent. Some HTTP libraries add :443 or take it away.", edit(FieldURL, rewritten(otherPort))),
	addressed("url-double-slash", 3, "The address was signed with another number of slashes before the resource", "Join the base and the resource with one slash, and sign what you send.", edit(FieldURL, rewritten(doubleSlash))),
	addressed("url-capital-resource", 4, "The first letter of the resource is a capital in one place alone", "Capitals count: sign the address exactly as it is sent.", edit(FieldURL, rewritten(otherCapital))),
	addressed("url-trailing-slash", 3, "The address was signed with a slash at its end that is not sent, or the reverse", "Sign the address exactly as it is sent.", edit(FieldURL, rewritten(slashAtPath), rewritten(slashAtEnd))),
	addressed("url-empty-query", 2, "The address was signed with a question mark and nothing after it, or the reverse", "Add the question mark only where parameters follow: HTTP libraries drop an empty query when they send.", edit(FieldURL, rewritten(emptyQuery))),
	addressed("url-fragment", 5, "The address was signed with a fragment, or was logged with one", "Leave out # and what follows: it is never sent.", edit(FieldURL, rewritten(otherFragment))),
	addressed("url-query-utf-8", 2, "The query was signed with UTF-8 escapes, but sent with others", "Escape the query once, as ISO-8859-1, then sign and send the same text.", edit(FieldURL, reescape(asLatin1, UTF8), UTF8.escapeOr)),
	addressed("url-query-latin-1", 2, "The query was signed with ISO-8859-1 escapes, but sent with others", "Sign the address that is sent: most HTTP libraries escape as UTF-8 by themselves unless the address is escaped already.", edit(FieldURL, reescape(asUTF8, Latin1), Latin1.escapeOr)),
	addressed("url-query-decoded", 1, "The address was signed with its characters as they are, but sent with escapes", "Escape the address first, as ISO-8859-1, then sign and send the same text. HTTP libraries escape by themselves when they send: axios, got and requests do.", edit(FieldURL, rawBy(asUTF8), rawBy(asLatin1))),
	addressed("url-plus-for-space", 2, "The address was signed with + for a space that is sent otherwise", "Sign the address that is sent. URLSearchParams, http_build_query and urlencode write +, others %20.", edit(FieldURL, rewritten(plusForSpace))),
	addressed("url-space-for-plus", 2, "The address was signed with a space where + is sent", "Sign the address that is sent. URLSearchParams, http_build_query and urlencode write +, others %20.", edit(FieldURL, replaceAll("+", "%20"), replaceAll("+", " "))),
	addressed("url-lower-case-escapes", 3, "The escapes of the address were signed in another case than they are sent", "Escape once, with capitals (%F6), then sign and send the same text. .NET's HttpUtility.UrlEncode writes small letters.", edit(FieldURL, otherEscapeCase)),
	addressed("url-without-query", 1, "The address was signed without its query", "Sign the whole address, from https:// to the end of the query.", edit(FieldURL, rewritten(withoutQuery))),
	addressed("url-path-only", 2, "Only the path of the address was signed", "Sign the whole address, from https:// to the end of the query.", edit(FieldURL, rewritten(withoutHost), rewritten(func(a *address) { withoutHost(a); withoutQuery(a) }))),
	addressed("url-resource-only", 2, "Only the resource's name was signed", "Sign the whole address, from https:// to the end of the query.", edit(FieldURL, rewritten(resourceAlone), rewritten(func(a *address) { resourceAlone(a); withoutQuery(a) }))),
	addressed("url-base-only", 2, "Only the base of the address was signed", "Sign the whole address, resource and query included.", edit(FieldURL, rewritten(withoutResource), rewritten(func(a *address) { withoutResource(a); a.path = "/" }))),
	addressed("url-html", 4, "The address was signed with &amp; where & is sent, or the reverse", "Write a plain & between parameters: &amp; belongs into HTML and XML.", edit(FieldURL, ampersands)),
	addressed("url-escaped-whole", 4, "The whole address was escaped before it was signed", "Escape the values of the query alone: encodeURIComponent and urlencode are not meant for a whole address.", edit(FieldURL, escapedWhole, func(url string) string { return changeEscapes(escapedWhole(url), strings.ToLower) })),
}

func addressed(id string, likely int, title, fix string, made change) mistake {
	return mistake{told("address", id, title, fix, FieldURL), likely, made, madeWith(FieldURL), nil}
}

// escapeOr escapes an address, or leaves it alone where that cannot be done.
func (c Charset) escapeOr(url string) string {
	if escaped, err := c.EncodeURL(url); err == nil {
		return escaped
	}
	return url
}

func replaceAll(old, new string) func(string) string {
	return func(text string) string { return strings.ReplaceAll(text, old, new) }
}

func ampersands(url string) string {
	if plain := strings.ReplaceAll(url, "&amp;", "&"); plain != url {
		return plain
	}
	return strings.ReplaceAll(url, "&", "&amp;")
}

var timestampMistakes = []mistake{
	stamped("timestamp-month-for-minute", 4, "Minutes and month are mixed up in the timestamp that was signed", "In .NET and Java MM is the month and mm the minute: yyyy-MM-dd HH:mm:ss.fff, or .SSS in Java.", edits(FieldTimestamp, monthForMinute)),
	stamped("timestamp-twelve-hour", 1, "The timestamp that was signed has the hour of a twelve-hour clock", "Write the hour with HH (24 hours), not with hh: 17:05, not 05:05.", edits(FieldTimestamp, twelveHour)),
	stamped("timestamp-no-milliseconds", 2, "The timestamp was signed with or without milliseconds, and sent the other way", "Write .mmm in both places. The official page's commented-out example leaves it out.", edits(FieldTimestamp, otherMilliseconds3)),
	stamped("timestamp-iso", 2, "The timestamp was signed in ISO 8601, with T or Z", "Write a space between date and time, and no Z: toISOString(), isoformat() and \"o\" give the other form.", edits(FieldTimestamp, otherISO)),
	stamped("timestamp-finnish", 5, "The timestamp was signed in the Finnish form", "Write YYYY-MM-DD HH:MM:SS.mmm, whatever the culture of the computer is: CultureInfo.InvariantCulture in .NET.", edits(FieldTimestamp, reformat("2.1.2006 15:04:05", "02.01.2006 15:04:05", "2.1.2006 15.04.05"))),
	stamped("timestamp-epoch", 3, "The timestamp was signed as a number of seconds or milliseconds", "Sign the text of the header Timestamp. The number has a place of its own, after TransactionId.", edits(FieldTimestamp, epoch)),
	{told("timestamp", "timestamp-unix-milliseconds", "TimestampUnix was signed in milliseconds, or sent so",
		"Write whole seconds: divide JavaScript's Date.now() and Java's currentTimeMillis() by 1000, without decimals.", FieldTimestampUnix),
		2, otherUnixMilliseconds, madeWith(FieldTimestampUnix), nil},
}

func stamped(id string, likely int, title, fix string, made change) mistake {
	return mistake{told("timestamp", id, title, fix, FieldTimestamp), likely, made, madeWith(FieldTimestamp), nil}
}

var otherMistakes = []mistake{
	{told("values", "organisation-id-no-hyphen", "The organisation id has its hyphen in one place alone", "Write 1234567-8 in the header and in the string.", FieldOrganisationID),
		3, edits(FieldOrganisationID, otherHyphen), madeWith(FieldOrganisationID), nil},
	{told("values", "organisation-id-vat", "The organisation id has the form of a VAT number in one place", "Write 1234567-8, not FI12345678, in the header and in the string.", FieldOrganisationID),
		4, edits(FieldOrganisationID, otherVAT), madeWith(FieldOrganisationID), nil},
	{told("values", "language-sv", "The language is SV in one place", "Write SE for Swedish, in the header and in the string.", FieldLanguage),
		4, edits(FieldLanguage, otherSwedish), madeWith(FieldLanguage), nil},
	{told("values", "transaction-id-no-hyphens", "The transaction id has its hyphens in one place alone", "Turn the GUID into text once, and use the text for the header and for the MAC.", FieldTransactionID),
		4, edits(FieldTransactionID, otherGUIDHyphens), madeWith(FieldTransactionID), nil},
	{told("values", "transaction-id-braces", "The transaction id has braces in one place alone", "Turn the GUID into text once, and use the text for the header and for the MAC. .NET's format B and Windows' own functions add braces.", FieldTransactionID),
		4, edits(FieldTransactionID, otherBraces), madeWith(FieldTransactionID), nil},
}

func otherHyphen(id string) []string {
	if plain := strings.ReplaceAll(id, "-", ""); plain != id {
		return []string{plain}
	}
	if len(id) == 8 {
		return []string{id[:7] + "-" + id[7:]}
	}
	return nil
}

func otherVAT(id string) []string {
	if digits, found := strings.CutPrefix(id, "FI"); found && len(digits) == 8 {
		return []string{digits[:7] + "-" + digits[7:]}
	}
	return []string{"FI" + strings.ReplaceAll(id, "-", ""), "FI" + id}
}

func otherSwedish(language string) []string {
	if strings.EqualFold(language, "SV") {
		return []string{"SE"}
	}
	return []string{"SV", "sv"}
}

func otherGUIDHyphens(id string) []string {
	if plain := strings.ReplaceAll(id, "-", ""); plain != id {
		return []string{plain}
	}
	if len(id) == 32 {
		return []string{id[:8] + "-" + id[8:12] + "-" + id[12:16] + "-" + id[16:20] + "-" + id[20:]}
	}
	return nil
}

func otherBraces(id string) []string {
	if bare := strings.Trim(id, "{}"); bare != id {
		return []string{bare}
	}
	return []string{"{" + id + "}"}
}

// valueMistakes are those that any value can have.
func valueMistakes() []mistake {
	kinds := []struct {
		id, title, fix string
		likely         int
		made           func(Field) change
	}{
		{"mojibake-", " arrives as UTF-8 that is read as ISO-8859-1", "Send the header's bytes as ISO-8859-1: Ruby's net/http, Go's net/http and curl on most systems send UTF-8.", 2,
			func(f Field) change { return edit(f, unmisread) }},
		{"lower-case-", " was signed in small letters", "Sign the value exactly as it is sent.", 4,
			func(f Field) change { return edit(f, strings.ToLower) }},
		{"upper-case-", " was signed in capitals", "Sign the value exactly as it is sent.", 4,
			func(f Field) change { return edit(f, strings.ToUpper) }},
		{"leading-space-", " has a space before it in one place alone", "Trim the value before you sign: HTTP libraries trim headers when they send.", 5,
			func(f Field) change { return edit(f, leading(" ")) }},
		{"trailing-space-", " has a space after it in one place alone", "Trim the value before you sign: HTTP libraries trim headers when they send.", 3,
			func(f Field) change { return edit(f, trailing(" ")) }},
		{"newline-", " has a line end after it in one place alone", "Trim the value before you sign: files and command lines end in a line end.", 4,
			func(f Field) change { return unlessLast(f, edit(f, trailing("\n"), trailing("\r\n"))) }},
	}
	var list []mistake
	for _, kind := range kinds {
		for _, f := range std10 {
			list = append(list, mistake{told("value", kind.id+f.Info().ID, f.Info().Title+kind.title, kind.fix, f), kind.likely, kind.made(f), madeWith(f), nil})
		}
	}
	return list
}

var joinMistakes = []mistake{
	{told("joining", "no-separator", "The values are joined without &", "Join the values, and the two keys, with & between them."), 4, separated(""), nil, nil},
	{told("joining", "separator-newline", "The values are joined by line ends", "Join the values with & between them."), 5, alterEach(separated("\n"), separated("\r\n")), nil, nil},
	{told("joining", "separator-pipe", "The values are joined by |", "Join the values with & between them."), 5, separated("|"), nil, nil},
	{told("joining", "separator-comma", "The values are joined by commas", "Join the values with & between them. An array that becomes text has commas in JavaScript."), 5, alterEach(separated(","), separated(", ")), nil, nil},
	{told("joining", "separator-html", "The values are joined by &amp;", "Join the values with a plain & between them: &amp; belongs into HTML and XML."), 4, separated("&amp;"), nil, nil},
	{told("joining", "trailing-separator", "There is a & after the last value", "Put & between the values only."), 3, alter(ended("&")), nil, nil},
	{told("joining", "trailing-newline", "There is a line end after the last value", "Hash the string without a line end: echo adds one (use printf), and so do files."), 3, alter(ended("\n"), ended("\r\n")), nil, nil},
	{told("joining", "byte-order-mark", "There is a byte-order mark before the first value", "Hash the text without one: .NET's StreamWriter and files of Windows begin with it."), 6, alter(func(c *calculation) { c.byteOrder = true }), nil, nil},
}

// alterEach joins changes into one.
func alterEach(list ...change) change {
	return func(from, to *calculation, w width, try func() bool) bool {
		for _, made := range list {
			if !made(from, to, w, try) {
				return false
			}
		}
		return true
	}
}

var byteMistakes = []mistake{
	{told("bytes", "nfd", "Letters with dots were signed as a letter and a mark", "Compose the text (Unicode form NFC) before you sign: file names on macOS are decomposed."),
		6, alter(ifChanged(all(decompose), encoded(rawBytes)), ifChanged(all(decompose), encoded(lossy)), all(compose), ifChanged(all(compose), encoded(rawBytes))), nil, nil},
	{told("bytes", "utf-8", "The string was hashed as UTF-8", "Encode it as ISO-8859-1 before you hash. PHP hashes the bytes of its source, which are mostly UTF-8: mb_convert_encoding(…, \"ISO-8859-1\", \"UTF-8\"). In Python encode(\"ISO-8859-1\"), in Node Buffer.from(text, \"latin1\")."),
		1, alter(encoded(rawBytes), encodedAlone(rawBytes)), nil, nil},
	{told("bytes", "iso-8859-15", "The string was hashed as ISO-8859-15", "Encode it as ISO-8859-1: ISO-8859-15 is the legacy algorithm's."),
		2, alter(encoded(latin9)), nil, nil},
	{told("bytes", "utf-16le", "The string was hashed as UTF-16", "Encode it as ISO-8859-1. .NET's Encoding.Unicode is UTF-16: take Encoding.GetEncoding(\"ISO-8859-1\")."),
		4, alter(encoded(utf16LE), encodedAlone(utf16LE)), nil, nil},
	{told("bytes", "question-mark", "Letters that the charset lacks were hashed as question marks", "Encode it as ISO-8859-1, and leave out what that lacks. .NET's Encoding.ASCII and Java's getBytes write ? without a word."),
		4, alter(encoded(ascii), encoded(lossy)), nil, nil},
}

var outputMistakes = []mistake{
	{told("output", "output-base64", "The MAC is written as base64", "Write the hash as 64 lower-case hex digits."), 2, alter(written(inBase64)), nil, nil},
	{told("output", "output-base64url", "The MAC is written as base64url", "Write the hash as 64 lower-case hex digits."), 4, alter(written(inBase64URL)), nil, nil},
	{told("output", "output-upper-case", "The MAC is written in capitals", "Write its hex digits in small letters: .NET's Convert.ToHexString and \"X2\" give capitals."), 1, alter(written(capitalHex)), nil, nil},
	{told("output", "output-truncated", "The MAC is cut off", "Send all 64 hex digits: a column or a variable may be too short."), 4, alter(written(truncated)), nil, nil},
	{told("output", "output-hex-of-hex", "The MAC was turned into hex twice", "Take the hash's bytes to hex once: hexdigest() and hash_hmac() give hex already."), 5, alter(written(hexOfHex)), nil, nil},
}

func told(group, id, title, fix string, fields ...Field) Mistake {
	return Mistake{ID: id, Group: group, Title: title, Fix: fix, Fields: fields}
}

func lowerFirst(title string) string { return strings.ToLower(title[:1]) + title[1:] }
