package paste

import (
	"strings"

	"netvisormac/internal/letters"
)

// base64 returns the text that s is the base64 of, as a HAR file writes it, with padding; empty if it is not.
func base64(s string) string {
	if len(s)%4 != 0 {
		return ""
	}
	bytes, ok := letters.FromBase64(strings.TrimRight(s, "="), "+/")
	if !ok {
		return ""
	}
	return string(bytes)
}

const mailEncoding = "content-transfer-encoding: base64"

// isBase64Mail says whether a text is the source of a mail in that encoding.
func isBase64Mail(text string) bool {
	head := text[:min(len(text), 1<<14)]
	return strings.Contains(head, ": base64") && strings.Contains(asciiLower(head), mailEncoding)
}

// decodeMail puts the text of each part that is in base64 in its place: what stands below the empty line.
func decodeMail(v view) view {
	e := edit{of: v}
	var encoded strings.Builder
	inPart, at, first := false, 0, 0
	flush := func() {
		if text := base64(encoded.String()); text != "" {
			e.put("\n"+text8([]byte(text))+"\n", first)
			inPart = false
		}
		encoded.Reset()
	}
	for line := range strings.Lines(v.text) {
		trimmed := strings.TrimRight(line, "\r\n")
		inPart = inPart || strings.HasPrefix(asciiLower(trimmed), mailEncoding)
		switch {
		case inPart && trimmed != "" && isEncoded(trimmed):
			if encoded.Len() == 0 {
				first = at
			}
			encoded.WriteString(trimmed)
		default:
			flush()
			e.copy(at, at+len(line))
		}
		at += len(line)
	}
	flush()
	return e.view(len(v.text))
}

// isEncoded says whether a line is nothing but base64.
func isEncoded(line string) bool {
	for i := range len(line) {
		if !isShape(line[i]) && line[i] != '=' {
			return false
		}
	}
	return true
}
