package multivers

import (
	"strings"
	"unicode/utf8"
)

// secretNames are how the names of secrets end, in letters alone: of attributes, of elements, of what stands
// before an = or a : in a connection string, a comment or what a command printed.
var secretNames = []string{
	"password", "passwd", "passphrase", "passcode", "pwd", "pass", "wachtwoord",
	"secret", "token", "credential", "credentials", "signature", "sig",
	"apikey", "accountkey", "accesskey", "sharedkey", "privatekey", "secretkey", "authkey", "masterkey", "storagekey",
	"validationkey", "decryptionkey", "encryptionkey", "signingkey", "cryptokey", "securitykey", "symmetrickey", "hmackey",
	"machinekey", "licensekey", "subscriptionkey", "instrumentationkey", "sessionkey", "serviceskey", "functionkey",
}

// publicNames end like those and are known to all.
var publicNames = []string{"publickeytoken", "cancellationtoken", "forwardwindowsauthtoken"}

// tellingPieces tell by the letters of a tag that its value is a secret. A key that is nearly Zenvoices.SecretToken,
// which Check takes for it, has one of the first four whole: three slips leave one. The last two are names that end
// so, with the value behind them.
var tellingPieces = []string{
	"zenvo", "icess", "ecret", "token", "passw", "wachtw", "passphrase", "passcode", "pwd", "credential", "signature",
	"apikey", "accountkey", "accesskey", "sharedkey", "privatekey", "authkey", "masterkey", "storagekey", "signingkey",
	"encryptionkey", "cryptokey", "securitykey", "licensekey", "subscriptionkey", "instrumentationkey",
	"passvalue", "keyvalue",
}

// Secrets returns where the text of a file holds secrets, in order: tokens, passwords, keys. It is for showing
// a file, or what a command printed, with these masked, in whatever state it is: it looks for <, =, : and @ and
// minds no more of XML.
func Secrets(text string) (secrets []Span) {
	telling := false // whether the element that was begun last has the name of a secret
	for start := 0; start < len(text); {
		end := len(text)
		if next := strings.IndexByte(text[start+1:], '<'); next >= 0 {
			end = start + 1 + next
		}
		part := text[start:end]
		found := append(secretsOf(part), passwordsOfAddresses(part)...)
		if content, ok := contentOf(part, telling); ok {
			found = append(found, content)
		}
		for _, s := range ordered(found) {
			secrets = append(secrets, Span{start + s.Start, start + s.End})
		}
		if !strings.HasPrefix(part, "</") && !isElement(part, "value") {
			telling = isElement(part, "setting") && hasTellingPiece(letters(part)+"value")
		}
		start = end
	}
	return secrets
}

// secretsOf finds the values of secrets in a tag and in what follows it.
func secretsOf(tag string) (secrets []Span) {
	for at := 0; ; {
		sign := strings.IndexAny(tag[at:], "=:")
		if sign < 0 {
			return secrets
		}
		name := tag[at : at+sign]
		equals := tag[at+sign] == '='
		if at += sign + 1; secretName(name) || equals && lettersEnd(name, "value") && hasTellingPiece(letters(tag)) {
			if start, end := valueAt(tag, at); isSecretValue(tag[start:end]) {
				secrets = append(secrets, Span{start, end})
				at = end
			}
		}
	}
}

// isSecretValue leaves out what says nothing: settings that are on or off.
func isSecretValue(value string) bool {
	return !strings.EqualFold(value, "true") && !strings.EqualFold(value, "false")
}

// secretName tells whether what stands before an = or a : ends in the name of a secret.
func secretName(name string) bool {
	return anyEnds(name, secretNames) && !anyEnds(name, publicNames)
}

func anyEnds(name string, ends []string) bool {
	for _, end := range ends {
		if lettersEnd(name, end) {
			return true
		}
	}
	return false
}

// passwordsOfAddresses finds them in addresses: https://user:password@host.
func passwordsOfAddresses(text string) (secrets []Span) {
	for at := 0; ; {
		sign := strings.Index(text[at:], "://")
		if sign < 0 {
			return secrets
		}
		at += sign + len("://")
		host := text[at:]
		if end := strings.IndexAny(host, "/?#\"'<> \t\r\n"); end >= 0 {
			host = host[:end]
		}
		user, end := strings.IndexByte(host, ':'), strings.LastIndexByte(host, '@')
		if user >= 0 && user < end {
			secrets = append(secrets, Span{at + user + 1, at + end})
		}
	}
}

// contentOf finds the content of an element that is a secret by its own name, or, as <value>, by the setting's
// around it.
func contentOf(part string, telling bool) (Span, bool) {
	name, content, found := strings.Cut(part, ">")
	if !found || len(name) < 2 || name[1] == '/' || name[1] == '!' || strings.HasSuffix(name, "/") || strings.TrimSpace(content) == "" {
		return Span{}, false
	}
	element, _, _ := strings.Cut(name, " ")
	if !secretName(element) && !(telling && isElement(part, "value")) {
		return Span{}, false
	}
	start := len(name) + 1 + len(content) - len(strings.TrimLeft(content, " \t\r\n"))
	return Span{start, len(strings.TrimRight(part, " \t\r\n"))}, true
}

// isElement tells whether a part of a text begins an element of the name.
func isElement(part, name string) bool {
	rest, found := strings.CutPrefix(part, "<"+name)
	return found && rest != "" && strings.IndexByte(" \t\r\n/>", rest[0]) >= 0
}

// ordered gives spans in order, those within others left out.
func ordered(spans []Span) []Span {
	for i := 1; i < len(spans); i++ { // few, and nearly in order
		for j := i; j > 0 && spans[j].Start < spans[j-1].Start; j-- {
			spans[j], spans[j-1] = spans[j-1], spans[j]
		}
	}
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && s.Start < kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, s.End)
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// lettersEnd tells whether the letters of a text, in lower case, end in others. It makes nothing: a file has a hundred thousand names.
func lettersEnd(text, end string) bool {
	left := len(end)
	for i := len(text) - 1; i >= 0 && left > 0; i-- {
		c := text[i] | 0x20
		if c < 'a' || c > 'z' {
			continue
		}
		if left--; c != end[left] {
			return false
		}
	}
	return left == 0
}

// hasTellingPiece tells by the letters of a tag whether its value is a secret.
func hasTellingPiece(letters string) bool {
	for _, piece := range tellingPieces {
		if strings.Contains(letters, piece) {
			return true
		}
	}
	return strings.HasSuffix(letters, "pass")
}

// valueAt finds the value behind an =: within its quotation marks, of any kind, or else up to the > or the end.
func valueAt(tag string, at int) (start, end int) {
	skipped := strings.TrimLeftFunc(tag[at:], func(r rune) bool {
		return r <= ' ' || quoteOf(r) != 0 || isWideSpace(r) || isInvisible(r)
	})
	start = len(tag) - len(skipped)
	if strings.TrimLeft(tag[at:start], " \t") == "" { // not quoted: it ends with its line
		if end := strings.IndexAny(skipped, "\r\n"); end >= 0 {
			skipped = skipped[:end]
			tag = tag[:start+end]
		}
	}
	for i, r := range skipped {
		if quoteOf(r) == 0 {
			continue
		}
		next, _ := utf8.DecodeRuneInString(skipped[i+utf8.RuneLen(r):])
		if next <= ' ' || next == '/' || next == '>' || next == '?' || next == utf8.RuneError || isWideSpace(next) || isInvisible(next) {
			return start, start + i
		}
	}
	if i := strings.IndexByte(skipped, '>'); i >= 0 {
		return start, start + i
	}
	return start, len(tag)
}
