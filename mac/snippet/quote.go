package snippet

import (
	"strings"

	"netvisormac/internal/letters"
	"netvisormac/mac"
)

// rule writes a text as a language's literal, with its quotes. The text has no
// control characters. The charset is the one in which its bytes are sent.
type rule func(text string, charset mac.Charset) (string, error)

// rules are named in the first lines of the templates.
var rules = map[string]rule{
	"plain":        plain, // header text
	"http":         variables(plain),
	"shell":        shell,             // sh, bash, zsh; the text in UTF-8
	"shell bytes":  shellBytes,        // bash, zsh; the text in the charset
	"single":       single,            // PHP, Ruby
	"double":       double,            // Python, JavaScript, Go
	"double ASCII": doubleASCII,       // Java, C#: whatever charset the compiler reads
	"script":       variables(double), // Postman, Bruno
	"PowerShell":   powerShell,
}

func plain(text string, _ mac.Charset) (string, error) { return text, nil }

// variables refuses what the application would replace by a variable's value.
func variables(next rule) rule {
	return func(text string, charset mac.Charset) (string, error) {
		if strings.Contains(text, "{{") {
			return "", cannot("snippet.variable")
		}
		return next(text, charset)
	}
}

func shell(text string, _ mac.Charset) (string, error) {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'", nil
}

// shellBytes escapes the bytes outside ASCII, as curl sends the bytes that it is given.
func shellBytes(text string, charset mac.Charset) (string, error) {
	if letters.IsASCII(text) {
		return shell(text, charset)
	}
	return within("$'", "'", text, func(r rune) (string, error) {
		if r < 0x80 {
			return backslash(r, `'\`), nil
		}
		escaped, err := charset.EncodeURL(string(r))
		return strings.ReplaceAll(escaped, "%", `\x`), err
	})
}

func single(text string, _ mac.Charset) (string, error) {
	return within("'", "'", text, func(r rune) (string, error) { return backslash(r, `'\`), nil })
}

func double(text string, _ mac.Charset) (string, error) {
	return within(`"`, `"`, text, func(r rune) (string, error) { return backslash(r, `"\`), nil })
}

func doubleASCII(text string, _ mac.Charset) (string, error) {
	return within(`"`, `"`, text, func(r rune) (string, error) {
		if r < 0x80 {
			return backslash(r, `"\`), nil
		}
		return unicodeEscape(r), nil
	})
}

// powerShell writes what is not ASCII as escapes, as Windows PowerShell reads a
// script without a byte-order mark in the computer's own charset, and takes
// typographic quotes for quotes.
func powerShell(text string, _ mac.Charset) (string, error) {
	if letters.IsASCII(text) {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'", nil
	}
	return within("[regex]::Unescape('", "')", text, func(r rune) (string, error) {
		switch {
		case r == '\'':
			return "''", nil
		case r < 0x80:
			return backslash(r, `\`), nil
		}
		return unicodeEscape(r), nil
	})
}

// within writes each character of the text, between what opens and what closes.
// The error is a *mac.FieldError without its field.
func within(open, closing, text string, write func(rune) (string, error)) (string, error) {
	var out strings.Builder
	out.WriteString(open)
	for _, r := range text {
		written, err := write(r)
		if err != nil {
			return "", err
		}
		out.WriteString(written)
	}
	out.WriteString(closing)
	return out.String(), nil
}

func backslash(r rune, special string) string {
	if strings.ContainsRune(special, r) {
		return `\` + string(r)
	}
	return string(r)
}

// unicodeEscape is of a character that ISO-8859-1 or -15 has, so of four digits.
func unicodeEscape(r rune) string { return `\u` + hex4(r) }

// hex4 returns the code point in at least four digits.
func hex4(r rune) string {
	const digits = "0123456789ABCDEF"
	text := ""
	for ; r != 0 || len(text) < 4; r >>= 4 {
		text = digits[r&15:r&15+1] + text
	}
	return text
}
