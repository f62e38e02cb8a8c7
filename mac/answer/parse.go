// Package answer reads what Netvisor answered, and says what that means.
package answer

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"netvisormac/mac"

	"golang.org/x/text/encoding/charmap"
)

// Answer is what Netvisor answered. It holds no key.
type Answer struct {
	Status      string // OK, FAILED, or empty if the text does not say
	Code        string // such as AUTHENTICATION_FAILED
	Message     string // what follows the code; keys in it are replaced
	HTTPStatus  int    // 0 if the text does not say
	Explanation *Kind
	Inserted    []string   // the identifiers of what was added
	Echo        []mac.Part // the string to sign that the server shows; keys are left empty
}

// Parse reads an answer of Netvisor: XML with one or two Status
// elements, with or without the HTTP message around it, or the bare text of an
// error in Finnish, Swedish or English. Bytes that are not UTF-8 are read in
// the charset that the XML declares, or in ISO-8859-1. Explanation is nil if
// the text is no answer.
func Parse(text string) Answer {
	text = unescapeMarkup(decode(text))
	a := Answer{HTTPStatus: httpStatus(text), Inserted: elements(text, "InsertedDataIdentifier")}
	if status := elements(text, "Status"); len(status) > 0 {
		a.read(status)
	} else {
		a.readBare(text)
	}
	a.Echo, a.Message = echo(a.Message)
	a.Message = withoutKeys(a.Message, a.Echo != nil)
	a.Explanation = a.explain()
	return a
}

// decode returns text in UTF-8.
func decode(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	if utf8.ValidString(text) {
		return text
	}
	charset := charmap.ISO8859_1
	if strings.Contains(strings.ToLower(text[:min(len(text), 100)]), "iso-8859-15") {
		charset = charmap.ISO8859_15
	}
	out := make([]rune, len(text))
	for i := range out {
		out[i] = charset.DecodeByte(text[i])
	}
	return string(out)
}

// unescapeMarkup returns the XML that was escaped to stand in HTML or JSON.
func unescapeMarkup(text string) string {
	if strings.Contains(text, "<") {
		return text
	}
	for _, escape := range [...][2]string{{`\u003c`, "<"}, {`\u003e`, ">"}, {`\u003C`, "<"}, {`\u003E`, ">"}} {
		text = strings.ReplaceAll(text, escape[0], escape[1])
	}
	return unescapeXML(text)
}

// httpStatus returns the number in the status line "HTTP/1.1 401 Unauthorized".
func httpStatus(text string) int {
	for rest := text; ; {
		_, after, found := strings.Cut(rest, "HTTP/")
		if !found {
			return 0
		}
		version, line, _ := strings.Cut(after[:min(len(after), 10)], " ")
		if len(version) <= 3 && len(line) >= 3 {
			if status, err := strconv.Atoi(line[:3]); err == nil && status >= 100 && status < 600 {
				return status
			}
		}
		rest = after
	}
}

// elements returns the texts of the elements of that name, edges trimmed.
func elements(text, name string) []string {
	var list []string
	for {
		_, after, found := strings.Cut(text, "<"+name)
		if !found {
			return list
		}
		text = after
		open, rest, found := strings.Cut(after, ">")
		if !found || open != "" && strings.IndexByte(" \t\r\n", open[0]) < 0 {
			continue // another name, which begins alike, or an empty element
		}
		content, rest, _ := strings.Cut(rest, "</"+name)
		list = append(list, strings.TrimSpace(unescapeXML(content)))
		text = rest
	}
}

func unescapeXML(s string) string {
	if body, ok := strings.CutPrefix(strings.TrimSpace(s), "<![CDATA["); ok {
		return strings.TrimSuffix(body, "]]>")
	}
	for _, entity := range [...][2]string{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", `"`}, {"&apos;", "'"}, {"&#39;", "'"}, {"&amp;", "&"}} {
		s = strings.ReplaceAll(s, entity[0], entity[1])
	}
	return s
}

// read takes the two elements in either order: a client may show one alone.
func (a *Answer) read(status []string) {
	for _, s := range status {
		switch {
		case s == "OK" || s == "FAILED":
			a.Status = s
		case a.Message == "" && a.Code == "":
			a.readReason(s)
		}
	}
}

// readReason takes "CODE :: message".
func (a *Answer) readReason(s string) {
	a.Status = "FAILED"
	code, message, found := strings.Cut(s, "::")
	if code = strings.TrimSpace(code); isCode(code) {
		a.Code, a.Message = code, strings.TrimSpace(message)
	} else if found || s != "" {
		a.Message = s
	}
}

// isCode says whether s is a word in capitals, as all codes are.
func isCode(s string) bool {
	for _, c := range []byte(s) {
		if (c < 'A' || c > 'Z') && c != '_' {
			return false
		}
	}
	return len(s) > 3
}

// readBare takes a text without elements: the first line that has a code or a
// known message.
func (a *Answer) readBare(text string) {
	for line := range strings.Lines(text) {
		for _, kind := range kinds {
			for _, code := range kind.codes {
				if i := strings.Index(line, code); i >= 0 {
					a.readReason(strings.TrimSpace(line[i:]))
					a.Code = code
					return
				}
			}
		}
	}
	for line := range strings.Lines(text) {
		if kind := kindOfText(line); kind != nil {
			a.Status, a.Message = "FAILED", strings.TrimSpace(line)
			return
		}
	}
}

// explain returns the kind of the answer; nil if the text was none.
func (a *Answer) explain() *Kind {
	kind := a.kind()
	if kind == nil {
		return nil
	}
	found := kind.told()
	if a.Status == "FAILED" && a.HTTPStatus == 200 {
		found = kind.told("answer.always-200")
	}
	found.Fields = append([]mac.Field(nil), kind.Fields...)
	return &found
}

func (a *Answer) kind() *Kind {
	switch {
	case a.Status == "OK":
		return &answerOK
	case a.Status == "FAILED" && a.Code == "" && a.Message == "":
		return &answerNoReason
	case a.Status == "FAILED":
		return a.reason()
	case a.HTTPStatus == 0:
		return nil
	}
	for i := range kinds {
		for _, status := range kinds[i].http {
			if status == a.HTTPStatus {
				return &kinds[i].Kind
			}
		}
	}
	return &answerStatusOnly
}

func (a *Answer) reason() *Kind {
	if kind := kindOfText(a.Message); kind != nil {
		return &kind.Kind
	}
	for i := range kinds {
		for _, code := range kinds[i].codes {
			if code == a.Code && kinds[i].texts == nil || code == a.Code && code != "AUTHENTICATION_FAILED" {
				return &kinds[i].Kind
			}
		}
	}
	return &answerUnknownCode
}

// kindOfText finds a known message, even if its ä and ö were lost on the way.
func kindOfText(text string) *kind {
	letters := asciiLetters(text)
	for i := range kinds {
		for _, known := range textLetters[i] {
			if strings.Contains(letters, known) {
				return &kinds[i]
			}
		}
	}
	return nil
}

// textLetters are the letters of the texts of each kind.
var textLetters = func() (all [][]string) {
	for _, kind := range kinds {
		var list []string
		for _, text := range kind.texts {
			list = append(list, asciiLetters(text))
		}
		all = append(all, list)
	}
	return all
}()

// asciiLetters returns the ASCII letters of s in lower case: what is the same
// in every charset.
func asciiLetters(s string) string {
	out := make([]byte, 0, len(s))
	for _, c := range []byte(s) {
		if c |= 0x20; 'a' <= c && c <= 'z' {
			out = append(out, c)
		}
	}
	return string(out)
}
