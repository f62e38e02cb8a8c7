package multivers

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// plain writes a text so that marks can be found in it, line by line: out of a mail's encoding and its quotes,
// without HTML, in lower case, one space for any white space, without quotation marks.
func plain(text string) []string {
	text = strings.ToLower(fromHTML(fromMail(text)))
	var lines []string
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "\n")) {
		if line = plainLine(strings.TrimLeft(line, "> \t")); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func plainLine(line string) string {
	var b strings.Builder
	space := false
	for _, r := range line {
		switch {
		case r <= ' ' || isWideSpace(r):
			space = true
			continue
		case isInvisible(r) || quoteOf(r) != 0 || r == '`' || r == '\u00b4':
			continue
		case space && b.Len() > 0:
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// fromMail undoes quoted-printable, which breaks lines behind an = and writes an = as =3D.
func fromMail(text string) string {
	if !strings.Contains(text, "=\n") && !strings.Contains(text, "=\r\n") && !strings.Contains(text, "=3D") && !strings.Contains(text, "=20") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		rest := text[i:]
		switch {
		case strings.HasPrefix(rest, "=\r\n"):
			i += 2
		case strings.HasPrefix(rest, "=\n"):
			i++
		case rest[0] == '=' && len(rest) > 2 && isHex(rest[1:3]):
			n, _ := strconv.ParseUint(rest[1:3], 16, 8)
			b.WriteByte(byte(n))
			i += 2
		default:
			b.WriteByte(rest[0])
		}
	}
	return orLatin1(b.String())
}

// orLatin1 is a text of which what is no UTF-8 is taken for ISO-8859-1.
func orLatin1(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	runes := make([]rune, len(text))
	for i := range len(text) {
		runes[i] = rune(text[i])
	}
	return string(runes)
}

func isHex(s string) bool { return strings.Trim(s, "0123456789abcdefABCDEF") == "" }

// htmlNames are the elements of error pages; what looks like another is XML that the page shows.
var htmlNames = []string{
	"html", "head", "title", "meta", "link", "body", "div", "span", "p", "br", "hr", "h1", "h2", "h3", "h4", "b", "i",
	"em", "strong", "font", "a", "ul", "ol", "li", "table", "tbody", "tr", "td", "th", "fieldset", "legend", "code",
	"pre", "center", "!doctype", "style", "script", "blockquote", "o:p",
}

// fromHTML takes the tags and the style sheet out of HTML and reads its character references.
func fromHTML(text string) string {
	var b strings.Builder
	for text != "" {
		before, rest, found := strings.Cut(text, "<")
		b.WriteString(before)
		if !found {
			break
		}
		name, end := htmlTag(rest)
		switch {
		case name == "":
			b.WriteByte('<')
		case name == "style" || name == "script":
			if i := strings.Index(rest, "</"+name); i >= 0 {
				end = i
			}
			b.WriteByte(' ')
		case equalsAny(name, []string{"b", "i", "em", "strong", "span", "font", "a"}):
		case equalsAny(name, []string{"td", "th"}):
			b.WriteByte(' ')
		default:
			b.WriteByte('\n')
		}
		text = rest[end:]
	}
	return characterReferences(b.String())
}

// htmlTag reads the name of a tag, in lower case, and where the tag ends; no name if it is none of HTML.
func htmlTag(rest string) (name string, end int) {
	tag, _, found := strings.Cut(rest, ">")
	if !found || len(tag) > 1000 {
		return "", 0
	}
	name = strings.ToLower(strings.TrimPrefix(tag, "/"))
	if i := strings.IndexAny(name, " \t\r\n/"); i >= 0 {
		name = name[:i]
	}
	if !equalsAny(name, htmlNames) {
		return "", 0
	}
	return name, len(tag) + 1
}

// namedCharacters are those that error pages write by name.
var namedCharacters = strings.NewReplacer("&nbsp;", " ", "&quot;", `"`, "&apos;", "'", "&lt;", "<", "&gt;", ">",
	"&eacute;", "é", "&egrave;", "è", "&ecirc;", "ê", "&agrave;", "à", "&ccedil;", "ç", "&euml;", "ë", "&iuml;", "ï",
	"&auml;", "ä", "&ouml;", "ö", "&uuml;", "ü", "&szlig;", "ß", "&ndash;", "–", "&rsquo;", "'", "&lsquo;", "'",
	"&ldquo;", `"`, "&rdquo;", `"`, "&amp;", "&")

// characterReferences reads &amp; and &#39; and &#x27;.
func characterReferences(text string) string {
	if !strings.Contains(text, "&") {
		return text
	}
	text = namedCharacters.Replace(text)
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "&#")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		digits, after, _ := strings.Cut(rest, ";")
		n, err := strconv.ParseUint(strings.TrimLeft(digits, "xX"), base(digits), 21)
		if err != nil {
			b.WriteString("&#")
			text = rest
			continue
		}
		b.WriteRune(rune(n))
		text = after
	}
}

func base(digits string) int {
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		return 16
	}
	return 10
}
