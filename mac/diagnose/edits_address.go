package diagnose

import (
	"strings"

	"netvisormac/internal/letters"
	"netvisormac/mac"
)

// address is an address in its pieces; String puts them together again.
type address struct {
	scheme   string // "https://", or empty
	host     string // with its port
	path     string
	query    string // with its question mark
	fragment string // with its #
}

func parseAddress(url string) address {
	var a address
	if i := strings.Index(url, "://"); i >= 0 {
		a.scheme, url = url[:i+3], url[i+3:]
		a.host, url = cutBefore(url, "/?#")
	}
	url, a.fragment = cutBefore(url, "#")
	a.path, a.query = cutBefore(url, "?")
	return a
}

// cutBefore cuts text before the first of the characters.
func cutBefore(text, characters string) (before, from string) {
	if i := strings.IndexAny(text, characters); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}

func (a address) String() string { return a.scheme + a.host + a.path + a.query + a.fragment }

// resource is the path behind its last slash.
func (a address) resource() string { return a.path[strings.LastIndexByte(a.path, '/')+1:] }

func withoutQuery(a *address)    { a.query = "" }
func withoutHost(a *address)     { a.scheme, a.host = "", "" }
func withoutResource(a *address) { a.path, a.query, a.fragment = "", "", "" }

func resourceAlone(a *address) { *a = address{path: a.resource(), query: a.query} }

func resourceWithoutQuery(a *address) { *a = address{path: a.resource()} }
func pathAlone(a *address)            { *a = address{path: a.path, fragment: a.fragment} }
func slashForResource(a *address)     { *a = address{scheme: a.scheme, host: a.host, path: "/"} }

func otherScheme(a *address) {
	switch a.scheme {
	case "https://":
		a.scheme = "http://"
	case "http://":
		a.scheme = "https://"
	}
}

func otherEnvironment(a *address) {
	switch {
	case strings.Contains(a.host, "isvapi."):
		a.host = strings.Replace(a.host, "isvapi.", "integration.", 1)
	case strings.Contains(a.host, "integration."):
		a.host = strings.Replace(a.host, "integration.", "isvapi.", 1)
	}
}

func otherPort(a *address) {
	host, port, found := strings.Cut(a.host, ":")
	switch {
	case found && (port == "443" || port == "80"):
		a.host = host
	case !found && a.scheme == "https://":
		a.host += ":443"
	case !found && a.scheme == "http://":
		a.host += ":80"
	}
}

func slashAtPath(a *address) {
	if path, found := strings.CutSuffix(a.path, "/"); found {
		a.path = path
	} else {
		a.path += "/"
	}
}

func slashAtEnd(a *address) {
	if a.query != "" {
		a.query += "/"
	}
}

func doubleSlash(a *address) {
	if path := strings.ReplaceAll(a.path, "//", "/"); path != a.path {
		a.path = path
	} else if a.host != "" && strings.HasPrefix(a.path, "/") {
		a.path = "/" + a.path
	}
}

func emptyQuery(a *address) {
	switch a.query {
	case "":
		a.query = "?"
	case "?":
		a.query = ""
	}
}

func otherFragment(a *address) {
	if a.fragment == "" {
		a.fragment = "#"
	} else {
		a.fragment = ""
	}
}

func otherCapital(a *address) {
	resource := a.resource()
	if resource == "" {
		return
	}
	first := strings.ToUpper(resource[:1])
	if first == resource[:1] {
		first = strings.ToLower(first)
	}
	a.path = strings.TrimSuffix(a.path, resource) + first + resource[1:]
}

// undo undoes the escapes of path and query, whose bytes are read in a charset.
func (a *address) undo(read func(string) string) {
	a.path, a.query = unescape(a.path, read), unescape(a.query, read)
}

func undoUTF8(a *address)   { a.undo(asUTF8) }
func undoLatin1(a *address) { a.undo(asLatin1) }

// reescape undoes the escapes and makes them anew in another charset.
func reescape(url string, read func(string) string, charset mac.Charset) string {
	a := parseAddress(url)
	a.undo(read)
	if escaped, err := charset.EncodeURL(a.String()); err == nil {
		return escaped
	}
	return url
}

func reescapeAsUTF8(url string) string   { return reescape(url, asLatin1, mac.UTF8) }
func reescapeAsLatin1(url string) string { return reescape(url, asUTF8, mac.Latin1) }

// escapedOr escapes an address, or leaves it alone where that cannot be done.
func escapedOr(c mac.Charset, url string) string {
	if escaped, err := c.EncodeURL(url); err == nil {
		return escaped
	}
	return url
}

func escapeAsUTF8(url string) string   { return escapedOr(mac.UTF8, url) }
func escapeAsLatin1(url string) string { return escapedOr(mac.Latin1, url) }

func escapeForPlus(url string) string { return strings.ReplaceAll(url, "+", "%20") }
func spaceForPlus(url string) string  { return strings.ReplaceAll(url, "+", " ") }

func ampersands(url string) string {
	if plain := strings.ReplaceAll(url, "&amp;", "&"); plain != url {
		return plain
	}
	return strings.ReplaceAll(url, "&", "&amp;")
}

// unescape undoes runs of escapes of bytes outside ASCII, and of the space and
// other characters that are escaped for no other reason than their look.
func unescape(text string, read func(string) string) string {
	var out strings.Builder
	for i := 0; i < len(text); {
		run := []byte(nil)
		for ; isEscape(text[i:]) && isPlain(escaped(text[i:])[0]); i += 3 {
			run = append(run, escaped(text[i:])...)
		}
		if run != nil {
			out.WriteString(read(string(run)))
		} else {
			out.WriteByte(text[i])
			i++
		}
		if i >= len(text) {
			break
		}
	}
	return out.String()
}

func isEscape(rest string) bool {
	return len(rest) >= 3 && rest[0] == '%' && letters.IsHexDigit(rest[1]) && letters.IsHexDigit(rest[2])
}

// escaped is the byte of an escape.
func escaped(rest string) []byte {
	b, _ := letters.FromHex(rest[1:3])
	return b
}

// isPlain says whether undoing the escape of a byte leaves the address whole.
func isPlain(b byte) bool { return strings.IndexByte("%&#+=?/", b) < 0 }

// asUTF8 and asLatin1 read the bytes of escapes.
func asUTF8(bytes string) string { return bytes }

func asLatin1(bytes string) string {
	var out strings.Builder
	for i := range len(bytes) {
		out.WriteRune(rune(bytes[i]))
	}
	return out.String()
}

// plusForSpace writes the spaces of the query as forms do.
func plusForSpace(a *address) {
	a.query = strings.ReplaceAll(strings.ReplaceAll(a.query, "%20", "+"), " ", "+")
}

func otherEscapeCase(url string) string {
	lower := changeEscapes(url, strings.ToLower)
	if lower != url {
		return lower
	}
	return changeEscapes(url, strings.ToUpper)
}

func changeEscapes(url string, way func(string) string) string {
	out := []byte(url)
	for i := range url {
		if isEscape(url[i:]) {
			copy(out[i:], way(url[i:i+3]))
		}
	}
	return string(out)
}

// escapedWhole escapes all that encodeURIComponent does.
func escapedWhole(url string) string {
	var out []byte
	for i := range len(url) {
		if c := url[i]; strings.IndexByte(unreserved, c) >= 0 {
			out = append(out, c)
		} else {
			out = letters.AppendEscapes(out, []byte{c})
		}
	}
	return string(out)
}

func escapedWholeLower(url string) string { return changeEscapes(escapedWhole(url), strings.ToLower) }

const unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()"
