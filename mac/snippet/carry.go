package snippet

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"netvisormac/mac"
)

// What HTTP or the server cannot take from a snippet.
var (
	errControl   = errors.New("a control character, which no header or address carries: leave it out")
	errEdge      = errors.New("white space at an edge, which is lost on the way to the server: leave it out")
	errScheme    = errors.New("the address must begin with https:// or http://")
	errFragment  = errors.New("what follows # is never sent: leave it out, or write %23 for a # that is meant")
	errDots      = errors.New("the path has a part . or .., which many clients resolve before they send it: write it without")
	errVariable  = errors.New("{{ begins a variable in this language, and cannot be written otherwise")
	errAlgorithm = fmt.Errorf("%w to make a program", mac.ErrAlgorithm)
)

// carried returns the text of a field as it is sent. The error is a *mac.FieldError.
func (s snippet) carried(field mac.Field, text string) (string, error) {
	if err := control(text); err != nil {
		return "", in(field, err)
	}
	if field == mac.FieldURL {
		escaped, err := mac.EncodeURL(text)
		if err != nil {
			return "", err
		}
		text = escaped
	}
	if s.computes() {
		if err := s.computed(field, text); err != nil {
			return "", in(field, err)
		}
	}
	return text, nil
}

// computed returns why a program cannot sign and send the text as it is.
func (s snippet) computed(field mac.Field, text string) error {
	switch {
	case field == mac.FieldAlgorithm && text != string(mac.HMACSHA256) && text != string(mac.SHA256):
		return fmt.Errorf("%w, not %q", errAlgorithm, text)
	case field == mac.FieldURL && !isHTTP(text):
		return fmt.Errorf("%w, not %q", errScheme, text)
	case field == mac.FieldURL && strings.Contains(text, "#"):
		return errFragment
	case field == mac.FieldURL && hasDots(text):
		return errDots
	case strings.Trim(text, " ") != text:
		return fmt.Errorf("%q has %w", text, errEdge)
	}
	_, err := s.charset().EncodeURL(text) // for its error alone
	return err
}

func isHTTP(url string) bool {
	scheme, _, found := strings.Cut(url, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// hasDots says whether the path has a part that RFC 3986, section 5.2.4, removes.
func hasDots(url string) bool {
	path, _, _ := strings.Cut(url, "?")
	path = strings.NewReplacer("%2e", ".", "%2E", ".").Replace(path) + "/"
	return strings.Contains(path, "/./") || strings.Contains(path, "/../")
}

// control returns which character of the text is a control character.
func control(text string) error {
	at := strings.IndexFunc(text, unicode.IsControl)
	if at < 0 {
		return nil
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	position := utf8.RuneCountInString(text[:at]) + 1
	return &mac.FieldError{Character: r, Position: position,
		Err: fmt.Errorf("character %d, %q (%U), is %w", position, r, r, errControl)}
}

// in returns err as the error of a field.
func in(field mac.Field, err error) error {
	var wrong *mac.FieldError
	if !errors.As(err, &wrong) {
		wrong = &mac.FieldError{Err: err}
	}
	wrong.Field = field
	return wrong
}
