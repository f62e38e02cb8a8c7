package mac

import "strings"

// Message returns the string to sign value by value, the keys without theirs.
// Joined by "&", with the keys in their places, it is what is hashed.
func Message(r Request) []Part {
	var parts []Part
	for _, field := range signed(r.Algorithm) {
		parts = append(parts, Part{field, *field.Of(&r, &Keys{})})
	}
	return parts
}

// Span is where a value stands in a string to sign, in bytes.
type Span struct {
	Field      Field
	Start, End int
}

// SplitMessage finds the values of a string to sign: the ten of HMACSHA256,
// the nine of the legacy hashes, or the eight or seven that Netvisor shows
// when it leaves keys out. An "&" in the address or in the sender does not
// mislead it. The result is nil if text is no string to sign.
func SplitMessage(text string) []Span {
	if !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "http://") {
		return nil
	}
	pieces := cut(text)
	best, score := 0, 2 // a timestamp, or an organisation id and one more
	for tail := 3; tail >= 0; tail-- {
		if at := len(pieces) - 4 - tail; at >= 3 {
			if s := resemblance(text, pieces[at:]); s > score {
				best, score = at, s
			}
		}
	}
	if best == 0 {
		return nil
	}
	return name(text, pieces, best)
}

// cut returns the pieces between the "&"s, without their fields.
func cut(text string) []Span {
	var pieces []Span
	for start := 0; ; {
		length := strings.IndexByte(text[start:], '&')
		if length < 0 {
			return append(pieces, Span{"", start, len(text)})
		}
		pieces = append(pieces, Span{"", start, start + length})
		start += length + 1
	}
}

// resemblance says how much the pieces look like timestamp, language,
// organisation id, transaction id and what follows.
func resemblance(text string, pieces []Span) int {
	score := 0
	at := func(i int) string { return text[pieces[i].Start:pieces[i].End] }
	if digits, marks := composition(at(0)); digits >= 8 && marks >= 3 {
		score += 2
	}
	if len(at(1)) == 2 {
		score++
	}
	if digits, marks := composition(at(2)); digits >= 7 && digits+marks >= len(at(2))-2 {
		score += 2
	}
	if digits, _ := composition(strings.TrimSuffix(at(len(pieces)-1), " ")); len(pieces) == 7 && digits < len(at(4)) {
		if unix, _ := composition(at(4)); unix == len(at(4)) && unix >= 9 {
			score++
		}
	}
	return score
}

// composition counts digits, and the marks that stand between them in dates,
// times and business ids.
func composition(s string) (digits, marks int) {
	for _, c := range []byte(s) {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case strings.IndexByte("-:. TZ/", c) >= 0:
			marks++
		}
	}
	return digits, marks
}

// name returns the spans of the fields, the timestamp being the piece at.
func name(text string, pieces []Span, at int) []Span {
	sender := 1
	for sender < at-2 && strings.Contains(text[:pieces[sender-1].End], "?") &&
		strings.Contains(text[pieces[sender].Start:pieces[sender].End], "=") {
		sender++
	}
	spans := []Span{
		{FieldURL, 0, pieces[sender-1].End},
		{FieldSender, pieces[sender].Start, pieces[at-2].End},
		{FieldCustomerID, pieces[at-1].Start, pieces[at-1].End},
	}
	fields := std10[3:]
	if len(pieces)-at < 7 {
		fields = std9[3:]
	}
	for i, piece := range pieces[at:] {
		spans = append(spans, Span{fields[i], piece.Start, piece.End})
	}
	return spans
}
