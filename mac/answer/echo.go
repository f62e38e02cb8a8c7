package answer

import (
	"crypto/sha256"
	"strings"

	"netvisormac/internal/letters"
	"netvisormac/mac"
)

// echo returns the string to sign that message shows, and message without keys.
func echo(message string) ([]mac.Part, string) {
	start := strings.Index(message, "http")
	if start < 0 {
		return nil, message
	}
	shown := message[start:]
	if end := strings.LastIndex(shown, " :: "); end >= 0 {
		shown = shown[:end]
	}
	var parts []mac.Part
	spans := mac.SplitMessage(shown)
	hidden := message[:start]
	for i, span := range spans {
		part := mac.Part{Field: span.Field, Value: shown[span.Start:span.End]}
		if span.Field.Info().Secret {
			part.Value = ""
		} else if span.Field != mac.FieldTransactionID || len(spans) < len(mac.Message(mac.Request{Algorithm: mac.SHA256})) && letters.IsHex(last(shown)) {
			part.Value = withoutHexRuns(part.Value) // a value less, and a key stands in its place
		}
		if i > 0 {
			hidden += "&"
		}
		parts = append(parts, part)
		hidden += part.Value
	}
	if parts == nil {
		return nil, message
	}
	return parts, hidden + message[start+len(shown):]
}

// hiddenKey stands in a message where a key stood.
const hiddenKey = "●●●●●●●●"

// shortestKey is of how many hex digits a run may be a key, or most of one. The documented ones have 32, of which one or
// two leading zeros get lost.
const shortestKey = 24

// withoutKeys hides in a message what may be a key: all long runs of hex digits but the MAC at the end and, unless its
// parts were told apart, the last two parts of a string to sign, whatever they are made of. One that lacks a part, is
// cut or in another order is not told apart.
func withoutKeys(message string, toldApart bool) string {
	shown, sum := message, ""
	if end := strings.LastIndex(message, " :: "); end >= 0 {
		if code := strings.TrimSpace(message[end+4:]); len(code) == 2*sha256.Size && letters.IsHex(code) {
			shown, sum = message[:end], message[end:]
		}
	}
	if parts := strings.Split(shown, "&"); len(parts) >= 4 && !toldApart {
		for i := len(parts) - 2; i < len(parts); i++ {
			parts[i] = hiddenKey
		}
		shown = strings.Join(parts, "&")
	}
	return withoutHexRuns(shown) + sum
}

// withoutHexRuns hides each run of hex digits that is as long as a key.
func withoutHexRuns(text string) string {
	var out strings.Builder
	for start, i := 0, 0; i <= len(text); i++ {
		if i < len(text) && letters.IsHexDigit(text[i]) {
			continue
		}
		if i-start >= shortestKey {
			out.WriteString(hiddenKey)
		} else {
			out.WriteString(text[start:i])
		}
		if i < len(text) {
			out.WriteByte(text[i])
		}
		start = i + 1
	}
	return out.String()
}

// last returns what stands behind the last "&".
func last(shown string) string { return shown[strings.LastIndexByte(shown, '&')+1:] }
