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
	detail func(before, after *calculation) string // nil for that of a changed value, if there is one
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
	{Mistake: Mistake{Group: "keys", ID: "typo-customer-key", Fields: []Field{FieldCustomerKey},
		Title: "The MAC was made with a customer key that differs in one character",
		Fix:   "Copy the key anew from where it was issued, on both sides."},
		likely: 3, made: sweep(FieldCustomerKey, slips), detail: slip(FieldCustomerKey), size: manySlips},
	{Mistake: Mistake{Group: "keys", ID: "typo-partner-key", Fields: []Field{FieldPartnerKey},
		Title: "The MAC was made with a partner key that differs in one character",
		Fix:   "Copy the key anew from where it was issued, on both sides. A zero at the beginning is lost where a key is read as a number."},
		likely: 3, made: sweep(FieldPartnerKey, slips), detail: slip(FieldPartnerKey), size: manySlips},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-offset", Fields: []Field{FieldTimestamp},
		Title: "The MAC was made with another time than the header Timestamp has",
		Fix:   "Read the clock once, in UTC, and use the same text for the header and for the MAC. Local time comes from DateTime.Now in .NET, LocalDateTime in Java, date() in PHP and time.Now() without .UTC() in Go."},
		likely: 1, made: sweep(FieldTimestamp, shiftedTimestamp), detail: shift(FieldTimestamp), size: countOffsets},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-unix-offset", Fields: []Field{FieldTimestampUnix},
		Title: "The MAC was made with another time than the header TimestampUnix has",
		Fix:   "Read the clock once and use the same number for the header and for the MAC."},
		likely: 2, made: sweep(FieldTimestampUnix, shiftedUnix), detail: shift(FieldTimestampUnix), size: countOffsets},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-milliseconds", Fields: []Field{FieldTimestamp},
		Title: "The MAC was made in the same second as the header Timestamp says, in another millisecond",
		Fix:   "Format the timestamp once, keep the text, and use it for the header and for the MAC."},
		likely: 2, made: sweep(FieldTimestamp, otherMilliseconds), size: thousand},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-six-decimals", Fields: []Field{FieldTimestamp},
		Title: "The MAC was made with microseconds in the timestamp",
		Fix:   "Write three decimals. Python's isoformat() and %f give six: cut the last three off before you sign."},
		likely: 4, made: sweep(FieldTimestamp, sixDecimals), size: thousandAlone},
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
	{Mistake: Mistake{Group: "algorithm", ID: "plain-sha256",
		Title: "The MAC is a plain SHA-256, not an HMAC",
		Fix:   "Compute HMAC-SHA-256 with customerKey&partnerKey as its key: hash_hmac in PHP, hmac.new in Python, createHmac in Node."},
		likely: 2, made: alter(ways(withUnix, hashed(plainSHA256)))},
	{Mistake: Mistake{Group: "algorithm", ID: "legacy-sha256",
		Title: "The MAC is the legacy SHA-256 of nine values",
		Fix:   "Move to HMACSHA256, or send the header MACHashCalculationAlgorithm with SHA256 as long as Netvisor takes it."},
		likely: 2, made: alter(ways(leaveOut(FieldTimestampUnix), hashed(plainSHA256)), ways(leaveOut(FieldTimestampUnix), hashed(plainSHA256), encoded(latin9)))},
	{Mistake: Mistake{Group: "algorithm", ID: "legacy-md5",
		Title: "The MAC is an MD5, which Netvisor has retired",
		Fix:   "Move to HMACSHA256, and send the header MACHashCalculationAlgorithm with that value."},
		likely: 2, made: alter(ways(leaveOut(FieldTimestampUnix), hashed(plainMD5)))},
	{Mistake: Mistake{Group: "algorithm", ID: "hmac-in-legacy",
		Title: "The MAC is an HMAC-SHA-256, but the header says SHA256",
		Fix:   "Send the header MACHashCalculationAlgorithm with HMACSHA256."},
		likely: 1, made: alter(ways(legacyOnly(withUnix), legacyOnly(hashed(hmacSHA256))), legacyOnly(hashed(hmacSHA256)))},
	{Mistake: Mistake{Group: "algorithm", ID: "hmac-sha1",
		Title: "The MAC is an HMAC-SHA-1",
		Fix:   "Name SHA-256 where the HMAC is made: some libraries take SHA-1 when nobody tells them otherwise."},
		likely: 5, made: alter(ways(withUnix, hashed(hmacSHA1)))},
	{Mistake: Mistake{Group: "algorithm", ID: "hmac-sha512",
		Title: "The MAC is an HMAC-SHA-512",
		Fix:   "Name SHA-256 where the HMAC is made."},
		likely: 5, made: alter(ways(withUnix, hashed(hmacSHA512)))},
}

// legacyOnly is a way that exists under the header SHA256 alone.
//
//go:noinline
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
//
//go:noinline
func unsigned(f Field) func(*calculation) string {
	return func(c *calculation) string { return *f.Of(c.request, &Keys{}) }
}

func orderMistakes() []mistake {
	list := []mistake{
		{Mistake: Mistake{Group: "order", ID: "timestamp-unix-last", Fields: []Field{FieldTimestampUnix},
			Title: "TimestampUnix stands at the end of the string",
			Fix:   "Put it between TransactionId and the customer key."},
			likely: 2, made: alter(place(FieldTimestampUnix, unsigned(FieldTimestampUnix), last))},
		{Mistake: Mistake{Group: "order", ID: "timestamp-unix-after-timestamp", Fields: []Field{FieldTimestampUnix},
			Title: "TimestampUnix stands after Timestamp",
			Fix:   "Put it between TransactionId and the customer key."},
			likely: 2, made: alter(place(FieldTimestampUnix, unsigned(FieldTimestampUnix), after(FieldTimestamp)))},
		{Mistake: Mistake{Group: "order", ID: "timestamp-unix-before-timestamp", Fields: []Field{FieldTimestampUnix},
			Title: "TimestampUnix stands before Timestamp",
			Fix:   "Put it between TransactionId and the customer key. The order of the headers is not the order of the string."},
			likely: 3, made: alter(place(FieldTimestampUnix, unsigned(FieldTimestampUnix), before(FieldTimestamp)))},
		{Mistake: Mistake{Group: "order", ID: "partner-id-added", Fields: []Field{FieldPartnerID},
			Title: "The partner id is in the string",
			Fix:   "Leave it out: the page says that all headers are signed, but PartnerId is not."},
			likely: 3, made: alter(partnerID(after(FieldCustomerID)), partnerID(after(FieldSender)), partnerID(before(FieldCustomerKey)), partnerID(last))},
		{Mistake: Mistake{Group: "order", ID: "partner-id-for-customer-id", Fields: []Field{FieldPartnerID, FieldCustomerID},
			Title: "The partner id stands in place of the customer id",
			Fix:   "Sign the customer id. The partner id is sent, but not signed."},
			likely: 3, made: alter(partnerForCustomer)},
		{Mistake: Mistake{Group: "order", ID: "method-in-front", Fields: []Field{FieldURL},
			Title: "The HTTP method stands in front of the address",
			Fix:   "Begin the string with the address: the method is not signed."},
			likely: 6, made: alter(inFront("GET"), inFront("POST"), inFront("PUT"))},
	}
	for i, f := range std10 {
		list = append(list, missed(f))
		if i+1 < len(std10) && f != FieldCustomerKey {
			list = append(list, swapped(f, std10[i+1]))
		}
	}
	return append(list, swapped(FieldTransactionID, FieldCustomerKey))
}

func missed(f Field) mistake {
	return mistake{Mistake: Mistake{Group: "order", ID: "missing-" + f.Info().ID, Fields: []Field{f},
		Title: f.Info().Title + " is missing from the string",
		Fix:   "Sign it too: the string has ten values, in a fixed order. A variable that is empty leaves nothing between two &."},
		likely: missingLikely(f), made: alter(leaveOut(f), emptied(f), emptiedForBoth(f))}
}

func swapped(f, g Field) mistake {
	return mistake{Mistake: Mistake{Group: "order", ID: "swapped-" + f.Info().ID + "-" + g.Info().ID, Fields: []Field{f, g},
		Title: f.Info().Title + " and " + lowerFirst(g.Info().Title) + " stand in each other's place",
		Fix:   "Put the values into the order of the documentation."},
		likely: 5, made: alter(swap(f, g))}
}

func missingLikely(f Field) int {
	if f == FieldTimestampUnix {
		return 1
	}
	return 4
}

//go:noinline
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

//go:noinline
func inFront(method string) func(*calculation) {
	return func(c *calculation) { c.message.insert(0, value{"", method}) }
}

//go:noinline
func emptied(f Field) func(*calculation) {
	return func(c *calculation) {
		if i := c.message.index(f); i >= 0 {
			c.message.list[i].text = ""
		}
	}
}

// emptiedForBoth empties a key in the string and in the key of the HMAC.
//
//go:noinline
func emptiedForBoth(f Field) func(*calculation) {
	return func(c *calculation) {
		if c.key.index(f) >= 0 {
			c.set(f, "")
		}
	}
}

var keyMistakes = []mistake{
	{Mistake: Mistake{Group: "keys", ID: "keys-swapped", Fields: []Field{FieldCustomerKey, FieldPartnerKey},
		Title: "The customer key and the partner key are swapped",
		Fix:   "Put the customer key first and the partner key last, in the string and in the key of the HMAC."},
		likely: 2, made: alter(ways(swap(FieldCustomerKey, FieldPartnerKey), swapKeys))},
	{Mistake: Mistake{Group: "keys", ID: "keys-swapped-in-message", Fields: []Field{FieldCustomerKey, FieldPartnerKey},
		Title: "The customer key and the partner key are swapped in the string",
		Fix:   "Put the customer key before the partner key."},
		likely: 3, made: alter(keyed(swap(FieldCustomerKey, FieldPartnerKey)))},
	{Mistake: Mistake{Group: "keys", ID: "keys-not-in-message", Fields: []Field{FieldCustomerKey, FieldPartnerKey},
		Title: "The keys are missing from the string",
		Fix:   "Put both at its end: with HMACSHA256 they stand in the string and in the key of the HMAC."},
		likely: 2, made: alter(ways(leaveOut(FieldCustomerKey), leaveOut(FieldPartnerKey)))},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-reversed", Fields: []Field{FieldCustomerKey, FieldPartnerKey},
		Title: "The key of the HMAC has the partner key first",
		Fix:   "Make it of customerKey&partnerKey, in this order."},
		likely: 2, made: alter(swapKeys)},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-customer-only", Fields: []Field{FieldPartnerKey},
		Title: "The key of the HMAC is the customer key alone",
		Fix:   "Make it of customerKey&partnerKey."},
		likely: 2, made: alter(keyOnly(FieldCustomerKey))},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-partner-only", Fields: []Field{FieldCustomerKey},
		Title: "The key of the HMAC is the partner key alone",
		Fix:   "Make it of customerKey&partnerKey."},
		likely: 2, made: alter(keyOnly(FieldPartnerKey))},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-no-separator", Fields: []Field{FieldCustomerKey, FieldPartnerKey},
		Title: "The key of the HMAC has no & between the two keys",
		Fix:   "Make it of customerKey&partnerKey."},
		likely: 3, made: alter(keyed(func(c *calculation) { c.key.separator = "" }))},
	{Mistake: Mistake{Group: "keys", ID: "hmac-key-hex-decoded", Fields: []Field{FieldCustomerKey, FieldPartnerKey},
		Title: "The key of the HMAC was decoded from hex",
		Fix:   "Take the keys as text: their digits are the characters of the HMAC's key, whatever hex2bin, Buffer.from(key, \"hex\") or bytes.fromhex make of them."},
		likely: 4, made: alter(keyed(func(c *calculation) { c.hexKey = true }), keyed(func(c *calculation) { c.hexKey, c.key.separator = true, "" }))},
}

var swapKeys = keyed(func(c *calculation) { c.key.swap(FieldCustomerKey, FieldPartnerKey) })

var addressMistakes = []mistake{
	{Mistake: Mistake{Group: "address", ID: "url-http", Fields: []Field{FieldURL},
		Title: "The address was signed with the other of http and https",
		Fix:   "Sign the address exactly as it is sent, https:// included."},
		likely: 3, made: edit(FieldURL, rewritten(otherScheme))},
	{Mistake: Mistake{Group: "address", ID: "url-other-environment", Fields: []Field{FieldURL},
		Title: "The address of the other environment was signed",
		Fix:   "Sign the address that the request is sent to. The test environment has other ids and keys, too."},
		likely: 3, made: edit(FieldURL, rewritten(otherEnvironment))},
	{Mistake: Mistake{Group: "address", ID: "url-port", Fields: []Field{FieldURL},
		Title: "The address was signed with a port that is not sent, or without one that is",
		Fix:   "Sign the address exactly as it is sent. Some HTTP libraries add :443 or take it away."},
		likely: 4, made: edit(FieldURL, rewritten(otherPort))},
	{Mistake: Mistake{Group: "address", ID: "url-double-slash", Fields: []Field{FieldURL},
		Title: "The address was signed with another number of slashes before the resource",
		Fix:   "Join the base and the resource with one slash, and sign what you send."},
		likely: 3, made: edit(FieldURL, rewritten(doubleSlash))},
	{Mistake: Mistake{Group: "address", ID: "url-capital-resource", Fields: []Field{FieldURL},
		Title: "The first letter of the resource is a capital in one place alone",
		Fix:   "Capitals count: sign the address exactly as it is sent."},
		likely: 4, made: edit(FieldURL, rewritten(otherCapital))},
	{Mistake: Mistake{Group: "address", ID: "url-trailing-slash", Fields: []Field{FieldURL},
		Title: "The address was signed with a slash at its end that is not sent, or the reverse",
		Fix:   "Sign the address exactly as it is sent."},
		likely: 3, made: edit(FieldURL, rewritten(slashAtPath), rewritten(slashAtEnd))},
	{Mistake: Mistake{Group: "address", ID: "url-empty-query", Fields: []Field{FieldURL},
		Title: "The address was signed with a question mark and nothing after it, or the reverse",
		Fix:   "Add the question mark only where parameters follow: HTTP libraries drop an empty query when they send."},
		likely: 2, made: edit(FieldURL, rewritten(emptyQuery))},
	{Mistake: Mistake{Group: "address", ID: "url-fragment", Fields: []Field{FieldURL},
		Title: "The address was signed with a fragment, or was logged with one",
		Fix:   "Leave out # and what follows: it is never sent."},
		likely: 5, made: edit(FieldURL, rewritten(otherFragment))},
	{Mistake: Mistake{Group: "address", ID: "url-query-utf-8", Fields: []Field{FieldURL},
		Title: "The query was signed with UTF-8 escapes, but sent with others",
		Fix:   "Escape the query once, as ISO-8859-1, then sign and send the same text."},
		likely: 2, made: edit(FieldURL, reescape(asLatin1, UTF8), UTF8.escapeOr)},
	{Mistake: Mistake{Group: "address", ID: "url-query-latin-1", Fields: []Field{FieldURL},
		Title: "The query was signed with ISO-8859-1 escapes, but sent with others",
		Fix:   "Sign the address that is sent: most HTTP libraries escape as UTF-8 by themselves unless the address is escaped already."},
		likely: 2, made: edit(FieldURL, reescape(asUTF8, Latin1), Latin1.escapeOr)},
	{Mistake: Mistake{Group: "address", ID: "url-query-decoded", Fields: []Field{FieldURL},
		Title: "The address was signed with its characters as they are, but sent with escapes",
		Fix:   "Escape the address first, as ISO-8859-1, then sign and send the same text. HTTP libraries escape by themselves when they send: axios, got and requests do."},
		likely: 1, made: edit(FieldURL, rawBy(asUTF8), rawBy(asLatin1))},
	{Mistake: Mistake{Group: "address", ID: "url-plus-for-space", Fields: []Field{FieldURL},
		Title: "The address was signed with + for a space that is sent otherwise",
		Fix:   "Sign the address that is sent. URLSearchParams, http_build_query and urlencode write +, others %20."},
		likely: 2, made: edit(FieldURL, rewritten(plusForSpace))},
	{Mistake: Mistake{Group: "address", ID: "url-space-for-plus", Fields: []Field{FieldURL},
		Title: "The address was signed with a space where + is sent",
		Fix:   "Sign the address that is sent. URLSearchParams, http_build_query and urlencode write +, others %20."},
		likely: 2, made: edit(FieldURL, replaceAll("+", "%20"), replaceAll("+", " "))},
	{Mistake: Mistake{Group: "address", ID: "url-lower-case-escapes", Fields: []Field{FieldURL},
		Title: "The escapes of the address were signed in another case than they are sent",
		Fix:   "Escape once, with capitals (%F6), then sign and send the same text. .NET's HttpUtility.UrlEncode writes small letters."},
		likely: 3, made: edit(FieldURL, otherEscapeCase)},
	{Mistake: Mistake{Group: "address", ID: "url-without-query", Fields: []Field{FieldURL},
		Title: "The address was signed without its query",
		Fix:   "Sign the whole address, from https:// to the end of the query."},
		likely: 1, made: edit(FieldURL, rewritten(withoutQuery))},
	{Mistake: Mistake{Group: "address", ID: "url-path-only", Fields: []Field{FieldURL},
		Title: "Only the path of the address was signed",
		Fix:   "Sign the whole address, from https:// to the end of the query."},
		likely: 2, made: edit(FieldURL, rewritten(withoutHost), rewritten(func(a *address) { withoutHost(a); withoutQuery(a) }))},
	{Mistake: Mistake{Group: "address", ID: "url-resource-only", Fields: []Field{FieldURL},
		Title: "Only the resource's name was signed",
		Fix:   "Sign the whole address, from https:// to the end of the query."},
		likely: 2, made: edit(FieldURL, rewritten(resourceAlone), rewritten(func(a *address) { resourceAlone(a); withoutQuery(a) }))},
	{Mistake: Mistake{Group: "address", ID: "url-base-only", Fields: []Field{FieldURL},
		Title: "Only the base of the address was signed",
		Fix:   "Sign the whole address, resource and query included."},
		likely: 2, made: edit(FieldURL, rewritten(withoutResource), rewritten(func(a *address) { withoutResource(a); a.path = "/" }))},
	{Mistake: Mistake{Group: "address", ID: "url-html", Fields: []Field{FieldURL},
		Title: "The address was signed with &amp; where & is sent, or the reverse",
		Fix:   "Write a plain & between parameters: &amp; belongs into HTML and XML."},
		likely: 4, made: edit(FieldURL, ampersands)},
	{Mistake: Mistake{Group: "address", ID: "url-escaped-whole", Fields: []Field{FieldURL},
		Title: "The whole address was escaped before it was signed",
		Fix:   "Escape the values of the query alone: encodeURIComponent and urlencode are not meant for a whole address."},
		likely: 4, made: edit(FieldURL, escapedWhole, func(url string) string { return changeEscapes(escapedWhole(url), strings.ToLower) })},
}

// escapeOr escapes an address, or leaves it alone where that cannot be done.
func (c Charset) escapeOr(url string) string {
	if escaped, err := c.EncodeURL(url); err == nil {
		return escaped
	}
	return url
}

//go:noinline
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
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-month-for-minute", Fields: []Field{FieldTimestamp},
		Title: "Minutes and month are mixed up in the timestamp that was signed",
		Fix:   "In .NET and Java MM is the month and mm the minute: yyyy-MM-dd HH:mm:ss.fff, or .SSS in Java."},
		likely: 4, made: edits(FieldTimestamp, monthForMinute)},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-twelve-hour", Fields: []Field{FieldTimestamp},
		Title: "The timestamp that was signed has the hour of a twelve-hour clock",
		Fix:   "Write the hour with HH (24 hours), not with hh: 17:05, not 05:05."},
		likely: 1, made: edits(FieldTimestamp, twelveHour)},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-no-milliseconds", Fields: []Field{FieldTimestamp},
		Title: "The timestamp was signed with or without milliseconds, and sent the other way",
		Fix:   "Write .mmm in both places. The official page's commented-out example leaves it out."},
		likely: 2, made: edits(FieldTimestamp, otherMilliseconds3)},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-iso", Fields: []Field{FieldTimestamp},
		Title: "The timestamp was signed in ISO 8601, with T or Z",
		Fix:   "Write a space between date and time, and no Z: toISOString(), isoformat() and \"o\" give the other form."},
		likely: 2, made: edits(FieldTimestamp, otherISO)},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-finnish", Fields: []Field{FieldTimestamp},
		Title: "The timestamp was signed in the Finnish form",
		Fix:   "Write YYYY-MM-DD HH:MM:SS.mmm, whatever the culture of the computer is: CultureInfo.InvariantCulture in .NET."},
		likely: 5, made: edits(FieldTimestamp, finnish)},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-epoch", Fields: []Field{FieldTimestamp},
		Title: "The timestamp was signed as a number of seconds or milliseconds",
		Fix:   "Sign the text of the header Timestamp. The number has a place of its own, after TransactionId."},
		likely: 3, made: edits(FieldTimestamp, epoch)},
	{Mistake: Mistake{Group: "timestamp", ID: "timestamp-unix-milliseconds", Fields: []Field{FieldTimestampUnix},
		Title: "TimestampUnix was signed in milliseconds, or sent so",
		Fix:   "Write whole seconds: divide JavaScript's Date.now() and Java's currentTimeMillis() by 1000, without decimals."},
		likely: 2, made: otherUnixMilliseconds},
}

var otherMistakes = []mistake{
	{Mistake: Mistake{Group: "values", ID: "organisation-id-no-hyphen", Fields: []Field{FieldOrganisationID},
		Title: "The organisation id has its hyphen in one place alone",
		Fix:   "Write 1234567-8 in the header and in the string."},
		likely: 3, made: edits(FieldOrganisationID, otherHyphen)},
	{Mistake: Mistake{Group: "values", ID: "organisation-id-vat", Fields: []Field{FieldOrganisationID},
		Title: "The organisation id has the form of a VAT number in one place",
		Fix:   "Write 1234567-8, not FI12345678, in the header and in the string."},
		likely: 4, made: edits(FieldOrganisationID, otherVAT)},
	{Mistake: Mistake{Group: "values", ID: "language-sv", Fields: []Field{FieldLanguage},
		Title: "The language is SV in one place",
		Fix:   "Write SE for Swedish, in the header and in the string."},
		likely: 4, made: edits(FieldLanguage, otherSwedish)},
	{Mistake: Mistake{Group: "values", ID: "transaction-id-no-hyphens", Fields: []Field{FieldTransactionID},
		Title: "The transaction id has its hyphens in one place alone",
		Fix:   "Turn the GUID into text once, and use the text for the header and for the MAC."},
		likely: 4, made: edits(FieldTransactionID, otherGUIDHyphens)},
	{Mistake: Mistake{Group: "values", ID: "transaction-id-braces", Fields: []Field{FieldTransactionID},
		Title: "The transaction id has braces in one place alone",
		Fix:   "Turn the GUID into text once, and use the text for the header and for the MAC. .NET's format B and Windows' own functions add braces."},
		likely: 4, made: edits(FieldTransactionID, otherBraces)},
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
			list = append(list, mistake{Mistake: Mistake{Group: "value", ID: kind.id + f.Info().ID, Fields: []Field{f},
				Title: f.Info().Title + kind.title, Fix: kind.fix}, likely: kind.likely, made: kind.made(f)})
		}
	}
	return list
}

var joinMistakes = []mistake{
	{Mistake: Mistake{Group: "joining", ID: "no-separator",
		Title: "The values are joined without &",
		Fix:   "Join the values, and the two keys, with & between them."},
		likely: 4, made: separated("")},
	{Mistake: Mistake{Group: "joining", ID: "separator-newline",
		Title: "The values are joined by line ends",
		Fix:   "Join the values with & between them."},
		likely: 5, made: alterEach(separated("\n"), separated("\r\n"))},
	{Mistake: Mistake{Group: "joining", ID: "separator-pipe",
		Title: "The values are joined by |",
		Fix:   "Join the values with & between them."},
		likely: 5, made: separated("|")},
	{Mistake: Mistake{Group: "joining", ID: "separator-comma",
		Title: "The values are joined by commas",
		Fix:   "Join the values with & between them. An array that becomes text has commas in JavaScript."},
		likely: 5, made: alterEach(separated(","), separated(", "))},
	{Mistake: Mistake{Group: "joining", ID: "separator-html",
		Title: "The values are joined by &amp;",
		Fix:   "Join the values with a plain & between them: &amp; belongs into HTML and XML."},
		likely: 4, made: separated("&amp;")},
	{Mistake: Mistake{Group: "joining", ID: "trailing-separator",
		Title: "There is a & after the last value",
		Fix:   "Put & between the values only."},
		likely: 3, made: alter(ended("&"))},
	{Mistake: Mistake{Group: "joining", ID: "trailing-newline",
		Title: "There is a line end after the last value",
		Fix:   "Hash the string without a line end: echo adds one (use printf), and so do files."},
		likely: 3, made: alter(ended("\n"), ended("\r\n"))},
	{Mistake: Mistake{Group: "joining", ID: "byte-order-mark",
		Title: "There is a byte-order mark before the first value",
		Fix:   "Hash the text without one: .NET's StreamWriter and files of Windows begin with it."},
		likely: 6, made: alter(func(c *calculation) { c.byteOrder = true })},
}

// alterEach joins changes into one.
//
//go:noinline
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
	{Mistake: Mistake{Group: "bytes", ID: "nfd",
		Title: "Letters with dots were signed as a letter and a mark",
		Fix:   "Compose the text (Unicode form NFC) before you sign: file names on macOS are decomposed."},
		likely: 6, made: alter(ifChanged(all(decompose), encoded(rawBytes)), ifChanged(all(decompose), encoded(lossy)), all(compose), ifChanged(all(compose), encoded(rawBytes)))},
	{Mistake: Mistake{Group: "bytes", ID: "utf-8",
		Title: "The string was hashed as UTF-8",
		Fix:   "Encode it as ISO-8859-1 before you hash. PHP hashes the bytes of its source, which are mostly UTF-8: mb_convert_encoding(…, \"ISO-8859-1\", \"UTF-8\"). In Python encode(\"ISO-8859-1\"), in Node Buffer.from(text, \"latin1\")."},
		likely: 1, made: alter(encoded(rawBytes), encodedAlone(rawBytes))},
	{Mistake: Mistake{Group: "bytes", ID: "iso-8859-15",
		Title: "The string was hashed as ISO-8859-15",
		Fix:   "Encode it as ISO-8859-1: ISO-8859-15 is the legacy algorithm's."},
		likely: 2, made: alter(encoded(latin9))},
	{Mistake: Mistake{Group: "bytes", ID: "utf-16le",
		Title: "The string was hashed as UTF-16",
		Fix:   "Encode it as ISO-8859-1. .NET's Encoding.Unicode is UTF-16: take Encoding.GetEncoding(\"ISO-8859-1\")."},
		likely: 4, made: alter(encoded(utf16LE), encodedAlone(utf16LE))},
	{Mistake: Mistake{Group: "bytes", ID: "question-mark",
		Title: "Letters that the charset lacks were hashed as question marks",
		Fix:   "Encode it as ISO-8859-1, and leave out what that lacks. .NET's Encoding.ASCII and Java's getBytes write ? without a word."},
		likely: 4, made: alter(encoded(ascii), encoded(lossy))},
}

var outputMistakes = []mistake{
	{Mistake: Mistake{Group: "output", ID: "output-base64",
		Title: "The MAC is written as base64",
		Fix:   "Write the hash as 64 lower-case hex digits."},
		likely: 2, made: alter(written(inBase64))},
	{Mistake: Mistake{Group: "output", ID: "output-base64url",
		Title: "The MAC is written as base64url",
		Fix:   "Write the hash as 64 lower-case hex digits."},
		likely: 4, made: alter(written(inBase64URL))},
	{Mistake: Mistake{Group: "output", ID: "output-upper-case",
		Title: "The MAC is written in capitals",
		Fix:   "Write its hex digits in small letters: .NET's Convert.ToHexString and \"X2\" give capitals."},
		likely: 1, made: alter(written(capitalHex))},
	{Mistake: Mistake{Group: "output", ID: "output-truncated",
		Title: "The MAC is cut off",
		Fix:   "Send all 64 hex digits: a column or a variable may be too short."},
		likely: 4, made: alter(written(truncated))},
	{Mistake: Mistake{Group: "output", ID: "output-hex-of-hex",
		Title: "The MAC was turned into hex twice",
		Fix:   "Take the hash's bytes to hex once: hexdigest() and hash_hmac() give hex already."},
		likely: 5, made: alter(written(hexOfHex))},
}

func lowerFirst(title string) string { return strings.ToLower(title[:1]) + title[1:] }
