package snippet

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"netvisormac/mac"
)

// What HTTP or the server cannot take from a snippet.
var (
	errControl   = errors.New("a control character, which no header or address can contain: leave it out")
	errEdge      = errors.New("begins or ends with white space, which does not reach the server: leave it out")
	errScheme    = errors.New("the address must begin with https:// or http://")
	errFragment  = errors.New("what follows # is never sent: leave it out, or write %23 if you mean a #")
	errDots      = errors.New("the path has a part . or .., which many clients resolve before they send it: write it without")
	errVariable  = errors.New("{{ begins a variable in this language, and cannot be written otherwise")
	errAlgorithm = refusal{mac.ErrAlgorithm, mac.ErrAlgorithm.Error() + " to make a program"}
)

// refusal is an error with more words; package fmt would cost much of the WebAssembly.
type refusal struct {
	error
	text string
}

func (r refusal) Error() string { return r.text }
func (r refusal) Unwrap() error { return r.error }

// but says what stood in place of what is wanted.
func but(wanted error, text string) error {
	return refusal{wanted, wanted.Error() + ", not " + strconv.Quote(text)}
}

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
			return "", in(field, but(errScheme, text))
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
		return but(errAlgorithm, text)
	case field == mac.FieldURL && strings.Contains(text, "#"):
		return errFragment
	case field == mac.FieldURL && hasDots(text):
		return errDots
	case strings.Trim(text, " ") != text:
		return refusal{errEdge, strconv.Quote(text) + " " + errEdge.Error()}
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
		Err: refusal{errControl, "character " + strconv.Itoa(position) + ", " + strconv.QuoteRune(r) + " (U+" + hex4(r) + "), is " + errControl.Error()}}
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
