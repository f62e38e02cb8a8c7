package snippet

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"netvisormac/internal/said"
	"netvisormac/mac"
)

// Sentences has the English of what HTTP or the server cannot take from a snippet, by id.
var Sentences = said.Table{
	{"snippet.control", "character {position}, {character} ({codePoint}), is a control character, which no header or address can contain: leave it out"},
	{"snippet.edge", "{value} begins or ends with white space, which does not reach the server: leave it out"},
	{"snippet.scheme", "the address must begin with https:// or http://, not {value}"},
	{"snippet.fragment", "what follows # is never sent: leave it out, or write %23 if you mean a #"},
	{"snippet.dots", "the path has a part . or .., which many clients resolve before they send it: write it without"},
	{"snippet.variable", "{{ begins a variable in this language, and cannot be written otherwise"},
	{"snippet.algorithm", "the algorithm must be HMACSHA256 or SHA256 to make a program, not {value}"},
}

// refusal says why something cannot be carried.
type refusal struct {
	text  said.Text
	cause error // or nil
}

func (r refusal) Error() string   { return r.text.English }
func (r refusal) Said() said.Text { return r.text }
func (r refusal) Unwrap() error   { return r.cause }

func cannot(id string, args ...any) error { return refusal{Sentences.Text(id, args...), nil} }

// carried returns the text of a field as it is sent. The error is a *mac.FieldError.
func (s *snippet) carried(field mac.Field, text string) (string, error) {
	if err := control(text); err != nil {
		return "", in(field, err)
	}
	if field == mac.FieldURL {
		escaped, err := mac.EncodeURL(text)
		if err != nil {
			return "", err
		}
		if text = escaped; s.runs() && !isHTTP(text) {
			return "", in(field, cannot("snippet.scheme", "value", strconv.Quote(text)))
		}
	}
	if s.computes() {
		if err := s.computed(field, text); err != nil {
			return "", in(field, err)
		}
	}
	return text, nil
}

// computed returns why a program cannot sign and send the text as it is.
func (s *snippet) computed(field mac.Field, text string) error {
	switch {
	case field == mac.FieldAlgorithm && text != string(mac.HMACSHA256) && text != string(mac.SHA256):
		return refusal{Sentences.Text("snippet.algorithm", "value", strconv.Quote(text)), mac.ErrAlgorithm}
	case field == mac.FieldURL && strings.Contains(text, "#"):
		return cannot("snippet.fragment")
	case field == mac.FieldURL && hasDots(text):
		return cannot("snippet.dots")
	case strings.Trim(text, " ") != text:
		return cannot("snippet.edge", "value", strconv.Quote(text))
	}
	_, err := s.charset().EncodeURL(text) // for its error alone
	return err
}

func isHTTP(url string) bool {
	scheme, _, found := strings.Cut(url, "://")
	return found && (scheme == "https" || scheme == "http" || scheme == "HTTPS" || scheme == "HTTP")
}

// hasDots says whether the path has a part that RFC 3986, section 5.2.4, removes.
func hasDots(url string) bool {
	path, _, _ := strings.Cut(url, "?")
	path = strings.ReplaceAll(strings.ReplaceAll(path, "%2e", "."), "%2E", ".") + "/"
	return strings.Contains(path, "/./") || strings.Contains(path, "/../")
}

// control returns which character of the text is a control character.
func control(text string) error {
	at := strings.IndexFunc(text, isControl)
	if at < 0 {
		return nil
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	position := utf8.RuneCountInString(text[:at]) + 1
	return &mac.FieldError{Character: r, Position: position,
		Err: cannot("snippet.control", "position", position, "character", strconv.QuoteRune(r), "codePoint", "U+"+hex4(r))}
}

// isControl says so of control characters, of line ends in Unicode's sense, and of what changes the direction in which a
// text is shown, so that a line of code reads as another one than it is.
func isControl(r rune) bool {
	return r < 0x20 || 0x7f <= r && r < 0xa0 || r == 0x61c || r == 0x200e || r == 0x200f || 0x2028 <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}

// in returns err as the error of a field.
func in(field mac.Field, err error) error {
	wrong, ok := errors.AsType[*mac.FieldError](err)
	if !ok {
		wrong = &mac.FieldError{Err: err}
	}
	wrong.Field = field
	return wrong
}
