package paste

import (
	"strconv"
	"strings"
)

// isMarkup says whether a text is the source of a page or mail: it has escapes
// that nobody writes into a command or an address, or the tags of line ends.
func isMarkup(text string) bool {
	return (hasAt(text, '&', "&#39; &quot; &#34; &#x27; &apos;") || hasAt(text, '<', "<br> <br/> <br <pre> <BR> <td> <td <table <p> <p <div> <dl> <ul> <TD> <TR>")) &&
		!strings.Contains(text, "<?xml") && !strings.Contains(text, "<con:")
}

// hasAt says whether one of the words, which have spaces between them, begins at
// a byte first of the text.
func hasAt(text string, first byte, words string) bool {
	list := strings.Fields(words)
	for i := 0; i < len(text); i++ {
		n := strings.IndexByte(text[i:], first)
		if n < 0 {
			return false
		}
		i += n
		for _, word := range list {
			if strings.HasPrefix(text[i:], word) {
				return true
			}
		}
	}
	return false
}

// blockTags end a line.
var blockTags = []string{"br", "dt", "p", "div", "tr", "li", "pre", "h1", "h2", "h3", "table"}

// unmarkup makes text of HTML: entities are read, tags left out.
func unmarkup(v view) view { return v.replaced("&<", markupAt) }

// markupAt returns what a text begins with means, and its length; 0 if it is no markup.
func markupAt(rest string) (string, int) {
	switch rest[0] {
	case '&':
		return entity(rest)
	case '<':
		end := strings.IndexByte(rest[:min(len(rest), 300)], '>')
		if end < 2 {
			return "", 0
		}
		name := strings.ToLower(strings.Trim(rest[1:end], "/ "))
		name, _, _ = strings.Cut(name, " ")
		if among(name, "td th dd") && rest[1] != '/' {
			return "\t", end + 1
		}
		if among(name, "td th tr") && rest[1] == '/' { // the next cell or row may stand on another line
			if next := strings.TrimLeft(rest[end+1:], " \r\n\t"); strings.HasPrefix(asciiLower(next[:min(len(next), 3)]), "<t") || strings.HasPrefix(asciiLower(next[:min(len(next), 3)]), "</t") {
				return "", len(rest) - len(next)
			}
		}
		if oneOf(name, blockTags...) {
			return "\n", end + 1
		}
		if among(name, "td th dd dl o:p span code b i strong em html body head a font tbody thead ul ol blockquote") {
			return "", end + 1
		}
	}
	return "", 0
}

// entity reads a character's escape in HTML or XML.
func entity(rest string) (string, int) {
	end := strings.IndexByte(rest[:min(len(rest), 10)], ';')
	if end < 2 {
		return "", 0
	}
	name := rest[1:end]
	for _, e := range [...][2]string{{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", `"`}, {"apos", "'"}, {"nbsp", " "}, {"auml", "ä"}, {"ouml", "ö"}, {"Auml", "Ä"}, {"Ouml", "Ö"}, {"aring", "å"}, {"Aring", "Å"}} {
		if e[0] == name {
			return e[1], end + 1
		}
	}
	if name[0] != '#' {
		return "", 0
	}
	base, digits := 10, name[1:]
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		base, digits = 16, digits[1:]
	}
	code, err := strconv.ParseUint(digits, base, 21)
	if err != nil {
		return "", 0
	}
	return string(rune(code)), end + 1
}

// unescapeXML reads the entities of a text.
func unescapeXML(v view) value {
	if strings.IndexByte(v.text, '&') < 0 {
		return literal(v, 0)
	}
	return literal(v.replaced("&", entity), unescaped)
}

// isQuotedPrintable says whether a mail is in the encoding of that name.
func isQuotedPrintable(text string) bool {
	if strings.Contains(text, "=3D") && (strings.Contains(text, "=\n") || strings.Contains(text, "=\r\n")) {
		return true
	}
	return strings.Contains(asciiLower(text[:min(len(text), 1<<14)]), "content-transfer-encoding: quoted-printable")
}

// unquotePrintable reads =3D and joins lines that end with "=" (RFC 2045).
func unquotePrintable(v view) view { return v.replaced("=", printableAt) }

func printableAt(rest string) (string, int) {
	if len(rest) < 3 {
		return "", 0
	}
	if rest[1] == '\n' {
		return "", 2
	}
	if rest[1] == '\r' && rest[2] == '\n' {
		return "", 3
	}
	var bytes []byte
	n := 0
	for n+3 <= len(rest) && rest[n] == '=' {
		if len(bytes) > 0 && rest[n+1] == '\n' && rest[n+2] == '=' { // a line end between the bytes of a letter
			n += 2
			continue
		}
		c, err := strconv.ParseUint(rest[n+1:n+3], 16, 8)
		if err != nil || rest[n+1] >= 'a' || rest[n+2] >= 'a' {
			break
		}
		bytes = append(bytes, byte(c))
		n += 3
	}
	return text8(bytes), n
}
