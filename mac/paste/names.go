package paste

import (
	"strings"
	"unicode/utf8"

	"netvisormac/mac"
)

// The parts of an address and of an answer, which stand beside the fields.
const (
	partScheme  mac.Field = ":scheme"
	partHost    mac.Field = ":authority"
	partPath    mac.Field = ":path"
	partBase    mac.Field = ":base"    // what stands before the path
	partOrigin  mac.Field = ":origin"  // the same, or of the page that asks
	partQuery   mac.Field = ":query"   // a query as text, without its "?"
	partOther   mac.Field = ":other"   // an address that may have been sent in place of the one that is likelier
	partIgnored mac.Field = ":ignored" // a header of Netvisor that is not signed
)

// rank says how surely a name means a field.
type rank uint8

const (
	rankBare    rank = iota + 1 // an address or a MAC without a name
	rankMessage                 // a value of the string to sign
	rankPlain                   // a name such as "sender" or "partnerKey"
	rankHeader                  // the name of a header, or a part of the HTTP message
)

// plainNames are what programs, configurations and people call the fields, in
// the form of normal. After "netvisor" they are headers, spelt more or less right.
var plainNames = map[string]mac.Field{
	"url": mac.FieldURL, "uri": mac.FieldURL, "address": mac.FieldURL, "endpoint": mac.FieldURL,
	"requesturl": mac.FieldURL, "requesturi": mac.FieldURL, "fullurl": mac.FieldURL, "osoite": mac.FieldURL,
	"sender": mac.FieldSender, "sendername": mac.FieldSender, "lähettäjä": mac.FieldSender, "avsändare": mac.FieldSender,
	"customerid": mac.FieldCustomerID, "customeridentifier": mac.FieldCustomerID, "integrationuserid": mac.FieldCustomerID, "asiakastunnus": mac.FieldCustomerID, "käyttäjätunniste": mac.FieldCustomerID, "integraatiokäyttäjäntunniste": mac.FieldCustomerID, "användarensidentifierare": mac.FieldCustomerID,
	"partnerid": mac.FieldPartnerID, "partneridentifier": mac.FieldPartnerID, "kumppanitunnus": mac.FieldPartnerID, "kumppanitunniste": mac.FieldPartnerID, "kumppanintunniste": mac.FieldPartnerID, "integraatiokumppanintunniste": mac.FieldPartnerID, "partnernsidentifierare": mac.FieldPartnerID,
	"timestampunix": mac.FieldTimestampUnix, "unixtimestamp": mac.FieldTimestampUnix, "unixtime": mac.FieldTimestampUnix,
	"timestamp": mac.FieldTimestamp, "aikaleima": mac.FieldTimestamp,
	"transactionid": mac.FieldTransactionID, "transactionidentifier": mac.FieldTransactionID, "transaktiotunniste": mac.FieldTransactionID,
	"language": mac.FieldLanguage, "lang": mac.FieldLanguage, "interfacelanguage": mac.FieldLanguage, "kieli": mac.FieldLanguage,
	"organisationid": mac.FieldOrganisationID, "organizationid": mac.FieldOrganisationID, "organisationidentifier": mac.FieldOrganisationID, "organizationidentifier": mac.FieldOrganisationID, "orgid": mac.FieldOrganisationID, "businessid": mac.FieldOrganisationID, "ytunnus": mac.FieldOrganisationID,
	"mac": mac.FieldMAC, "maccode": mac.FieldMAC, "machash": mac.FieldMAC, "mackoodi": mac.FieldMAC, "mactunniste": mac.FieldMAC,
	"machashcalculationalgorithm": mac.FieldAlgorithm, "machashalgorithm": mac.FieldAlgorithm, "hashalgorithm": mac.FieldAlgorithm, "algorithm": mac.FieldAlgorithm,
	"customerkey": mac.FieldCustomerKey, "userkey": mac.FieldCustomerKey, "customersecret": mac.FieldCustomerKey, "usersecret": mac.FieldCustomerKey, "customerprivatekey": mac.FieldCustomerKey, "integrationuserkey": mac.FieldCustomerKey, "integraatiokäyttäjänyksilöiväavain": mac.FieldCustomerKey, "käyttäjäavain": mac.FieldCustomerKey, "käyttäjänavain": mac.FieldCustomerKey, "asiakkaanavain": mac.FieldCustomerKey, "kundnyckel": mac.FieldCustomerKey, "kundensnyckel": mac.FieldCustomerKey, "käyttäjänsalainenavain": mac.FieldCustomerKey, "customersecretkey": mac.FieldCustomerKey, "användarnyckel": mac.FieldCustomerKey, "användarensnyckel": mac.FieldCustomerKey, "integrationsanvändarensunikanyckel": mac.FieldCustomerKey, "asiakasavain": mac.FieldCustomerKey,
	"partnerkey": mac.FieldPartnerKey, "partnersecret": mac.FieldPartnerKey, "partnerprivatekey": mac.FieldPartnerKey, "integrationpartnerkey": mac.FieldPartnerKey, "integraatiokumppaninyksilöiväavain": mac.FieldPartnerKey, "kumppaniavain": mac.FieldPartnerKey, "kumppaninavain": mac.FieldPartnerKey, "partnernyckel": mac.FieldPartnerKey, "kumppaninsalainenavain": mac.FieldPartnerKey, "partnersecretkey": mac.FieldPartnerKey, "partnernsnyckel": mac.FieldPartnerKey, "integrationspartnernsunikanyckel": mac.FieldPartnerKey,
	"usehttpresponsestatuscodes": partIgnored,
}

// addressNames are the parts of an address in HTTP and in developers' tools.
var addressNames = map[string]mac.Field{
	":scheme": partScheme, ":authority": partHost, "host": partHost, ":path": partPath,
}

// partNames are what programs, settings and logs call the parts of an address;
// in the form of normal. What they hold decides: classify looks at it.
var partNames = map[string]mac.Field{
	"baseurl": partBase, "baseuri": partBase, "baseaddress": partBase, "rooturl": partBase, "apiurl": partBase, "apibase": partBase, "apibaseurl": partBase, "urlbase": partBase, "serviceurl": partBase,
	"hostname": partHost, "httphost": partHost, "host": partHost, "server": partHost, "servername": partHost, "authority": partHost, "domain": partHost,
	"path": partPath, "pathname": partPath, "pathinfo": partPath, "requestpath": partPath, "urlpath": partPath, "resource": partPath, "httptarget": partPath, "target": partPath, "requesttarget": partPath,
	"querystring": partQuery, "rawquerystring": partQuery, "urlquery": partQuery, "search": partQuery,
	"wsgiurlscheme": partScheme, "scheme": partScheme, "protocol": partScheme, "urlscheme": partScheme, "requestscheme": partScheme,
	"originalurl": mac.FieldURL, "origin": partOrigin, "absoluteurl": mac.FieldURL, "absoluteuri": mac.FieldURL, "rawurl": mac.FieldURL, "href": mac.FieldURL, "targeturl": mac.FieldURL, "urlfull": mac.FieldURL, "httpurl": mac.FieldURL,
}

// fields is the table, of which mac.Fields makes a copy each time.
var fields = mac.Fields()

// headerNames are the right names, in the form of normal.
var headerNames = func() map[string]mac.FieldInfo {
	names := map[string]mac.FieldInfo{}
	for _, info := range fields {
		if info.Header != "" {
			names[normal(info.Header)] = info
		}
	}
	return names
}()

// identified is what a name means.
type identified struct {
	field mac.Field
	rank  rank
	note  spelt
}

// spelt says how a name is spelt, as the index of the note about it.
type spelt uint8

const (
	asItShall spelt = iota
	nearly
	inOtherCase
)

var speltNotes = [...]string{"", "near-name", "name-case"}

// usualNames are the right names as libraries and CGI write them, with what
// they mean: nearly all names in a text are these.
var usualNames = func() map[string]identified {
	names := map[string]identified{}
	for _, info := range fields {
		if info.Header == "" {
			continue
		}
		what := identified{field: info.Field, rank: rankHeader}
		upper := strings.ToUpper(strings.ReplaceAll(info.Header, "-", "_"))
		for _, name := range []string{info.Header, asciiLower(info.Header), "HTTP_" + upper} {
			names[name] = what
		}
	}
	return names
}()

// identify returns what name means; a name that means nothing has no field.
func identify(name string) identified {
	if len(name) > 120 || name == "" {
		return identified{}
	}
	if len(name) > len("X-Netvisor-") { // all others are short
		if what, ok := usualNames[name]; ok {
			return what
		}
	}
	if name[0] == ':' || len(name) == len("host") {
		for known, field := range addressNames {
			if len(name) == len(known) && isFold(name, known) {
				return identified{field: field, rank: rankHeader}
			}
		}
	}
	var buffer [128]byte
	simple := appendNormal(buffer[:0], name)
	if indexFold(name, 0) >= 0 {
		return identifyNetvisors(name, string(simple))
	}
	if field, ok := plainNames[string(simple)]; ok && field != partIgnored {
		return identified{field: field, rank: rankPlain}
	}
	if len(simple) > len("interface") && has("ai", simple[0]) { // without its "X-Netvisor-"
		if rest := afterGroup(string(simple)); len(rest) < len(simple) && plainNames[rest] != "" {
			return identified{field: plainNames[rest], rank: rankPlain}
		}
	}
	if field, ok := partNames[string(simple)]; ok {
		return identified{field: field, rank: rankPlain}
	}
	if strings.IndexByte(name, '(') >= 0 {
		if field, ok := plainNames[normal(withoutBrackets(name))]; ok {
			return identified{field: field, rank: rankPlain}
		}
	}
	return identified{}
}

// identifyNetvisors returns what a name means that has the word in it.
func identifyNetvisors(name, simple string) identified {
	if name = strings.TrimSpace(name); name[len(name)-1] == ':' || !isPath(name) {
		return identified{}
	}
	if info, ok := headerNames[simple]; ok {
		return identified{info.Field, rankHeader, spelling(name, info.Header)}
	}
	_, rest, _ := strings.Cut(simple, "netvisor")
	if field, ok := plainNames[afterGroup(rest)]; ok {
		if !strings.Contains(simple, "xnetvisor") {
			return identified{field: field, rank: rankPlain} // of settings
		}
		return identified{field, rankHeader, nearNote(simple, field)}
	}
	return identified{}
}

// isPath says whether a name is a key, or keys with dots or colons between them.
func isPath(name string) bool {
	for i := 0; i < len(name); i++ {
		if !isNameByte(name[i]) && name[i] < 0x80 && name[i] != '.' && name[i] != ':' {
			return false
		}
	}
	return true
}

// afterGroup drops the word between "netvisor" and the field's own name.
// "application" and "partner" are wrong there, and seen in public clients.
func afterGroup(rest string) string {
	for _, group := range []string{"authentication", "interface", "application", "api"} {
		if name, ok := strings.CutPrefix(rest, group); ok {
			return name
		}
	}
	if name, ok := strings.CutPrefix(rest, "partner"); ok && strings.HasPrefix(name, "mac") {
		return name
	}
	return rest
}

// nearNote is for names that are like a header's, but not one.
func nearNote(simple string, field mac.Field) spelt {
	if field == partIgnored || !strings.HasPrefix(simple, "x") || field.Info().Header == "" {
		return asItShall
	}
	return nearly
}

// spelling compares a name with the right one. Header names ignore case; CGI
// and WSGI write them in capitals with underscores.
func spelling(name, right string) spelt {
	name = strings.TrimLeft(name, "_") // Graylog's
	switch {
	case len(name) == len(right) && isFold(name, asciiLower(right)):
		if name == right || isUsualCase(name) {
			return asItShall
		}
		return inOtherCase
	case strings.HasPrefix(name, "HTTP_"), strings.HasPrefix(name, "$http_"):
		return asItShall
	}
	return nearly
}

// isUsualCase says whether a name is written as libraries write all names:
// like-this, LIKE-THIS, Like-This or Like-this.
func isUsualCase(name string) bool {
	lower, upper, canonical := true, true, true
	for i := 1; i < len(name); i++ {
		isUpper, isLower := 'A' <= name[i] && name[i] <= 'Z', 'a' <= name[i] && name[i] <= 'z'
		first := name[i-1] == '-'
		lower = lower && !isUpper
		upper = upper && !isLower
		canonical = canonical && !(isUpper && !first) && !(isLower && first)
	}
	capital := 'A' <= name[0] && name[0] <= 'Z'
	return lower || capital && (upper || canonical)
}

// normal returns the letters and digits of name, in lower case, without the
// prefix that CGI puts before it.
func normal(name string) string {
	var buffer [128]byte
	return string(appendNormal(buffer[:0], name))
}

func appendNormal(to []byte, name string) []byte {
	name = strings.TrimPrefix(name, "HTTP_")
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z':
			to = append(to, c|0x20)
		case '0' <= c && c <= '9':
			to = append(to, c)
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(name[i:])
			if i += size - 1; isLetter(r) {
				to = utf8.AppendRune(to, r|0x20) // Ä and Ö become ä and ö, as in ASCII
			}
		}
	}
	return to
}

// withoutBrackets drops a remark such as " (userkey)".
func withoutBrackets(name string) string {
	before, rest, found := strings.Cut(name, "(")
	if !found {
		return name
	}
	_, after, _ := strings.Cut(rest, ")")
	return before + after
}
