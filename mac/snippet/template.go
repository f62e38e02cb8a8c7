package snippet

import (
	"errors"
	"strconv"
	"strings"

	"netvisormac/mac"
)

// A template is the snippet itself with marks between double braces:
//
//	{{sender}}          the value of that field, quoted; also {{charset}}
//	{{header sender}}   its header, name and value, quoted as one
//	{{only SHA256}}     the line stands for this algorithm alone
//	{{only sender}}     the line stands if the request has this value
//	{{only POST}}       the line stands if the address is asked so (method.go)
//	{{only unsigned}}   the line stands if the request has no MAC
//	{{avoids address}}  the line avoids the mistakes of this point (avoid.go);
//	                    where one was proved, a comment is put above it
//
// What a value holds is not read again, so braces in a value stay.

// snippet is what a template is filled with.
type snippet struct {
	*language
	request  mac.Request
	mistakes []string
}

func (s *snippet) fill() (string, error) {
	var out strings.Builder
	for line := range strings.Lines(s.template) {
		if err := s.line(&out, line); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

// line writes a line and the comments above it, or nothing if it is not to stand.
func (s *snippet) line(out *strings.Builder, line string) error {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	var comments, text strings.Builder
	for {
		before, rest, found := strings.Cut(line, "{{")
		text.WriteString(before)
		if !found {
			break
		}
		for strings.HasPrefix(rest, "{") { // a brace of the program's before a mark
			text.WriteByte('{')
			rest = rest[1:]
		}
		mark, after, _ := strings.Cut(rest, "}}")
		line = after
		switch word, name, _ := strings.Cut(mark, " "); word {
		case "only":
			if !s.has(name) {
				return nil
			}
		case "avoids":
			if reason := points[name].reason(s.mistakes); reason != "" {
				comments.WriteString(indent + s.comment + " " + reason + "\n")
			}
		default:
			value, err := s.value(mark)
			if err != nil {
				return err
			}
			text.WriteString(value)
		}
	}
	out.WriteString(comments.String())
	out.WriteString(text.String())
	return nil
}

// has says whether a line that is marked as only for name is to stand: name is
// the request's algorithm or method, or a field that it has.
func (s *snippet) has(name string) bool {
	if name == "unsigned" {
		return s.request.MAC == ""
	}
	value := mac.Field(name).Of(&s.request, &mac.Keys{})
	return value != nil && *value != "" || string(s.request.Algorithm) == name || method(s.request.URL) == name
}

// value returns what the mark of a value stands for, as the language writes it.
func (s *snippet) value(mark string) (string, error) {
	if mark == "charset" {
		return s.quote(string(s.charset()), s.charset())
	}
	name, header := strings.CutPrefix(mark, "header ")
	field := mac.Field(name)
	at := field.Of(&s.request, &mac.Keys{})
	if at == nil || field.Info().Secret {
		return "", errors.New("the template of " + s.ID + " has a mark " + strconv.Quote(mark) + ", which is none")
	}
	text, err := s.carried(field, *at)
	if err != nil {
		return "", err
	}
	if header {
		text = field.Info().Header + ": " + text
	}
	if text, err = s.quote(text, s.charset()); err != nil {
		return "", in(field, err)
	}
	return text, nil
}

// charset is the one that the request's algorithm hashes by default.
func (s *snippet) charset() mac.Charset {
	if s.request.Algorithm == mac.SHA256 {
		return mac.Latin9
	}
	return mac.Latin1
}
