package paste

import (
	"strings"

	"netvisormac/internal/letters"
	"netvisormac/mac"
)

// shapes are where a key stands in a text of whatever form: 32 hex digits, or the base64 of them, behind one of a
// key's names with nothing between that says something else. They count where no reader has found such a key.
func (r *reader) shapes(list []*message, loose *message) {
	found := map[mac.Field][]*candidate{}
	for i := 0; i < len(r.input); {
		if !isShape(r.input[i]) {
			i++
			continue
		}
		start := i
		for i < len(r.input) && isShape(r.input[i]) {
			i++
		}
		if key, ok := shaped(view{text: r.input}.sub(start, i)); ok {
			if field := namedBefore(r.input[max(0, start-160):start]); field != "" {
				f := &fact{what: identified{field: field, rank: rankPlain}, value: key, at: start, form: "settings"}
				found[field] = append(found[field], &candidate{r.resolve(key, start, 0), f})
			}
		}
	}
	for field, keys := range found {
		if !hasShape(loose.values.of(field)) && !anyOf(list, field) {
			loose.values.set(field, keys)
		}
	}
}

func isShape(c byte) bool { return isWordByte(c) || c == '+' || c == '/' }

// shaped returns the key that v is, or that its base64 is.
func shaped(v view) (value, bool) {
	v = v.trim("/+")
	if isKeyShaped(v.text) {
		return literal(v, 0), true
	}
	if len(v.text) < 40 || len(v.text) > 48 {
		return value{}, false
	}
	key := strings.TrimSpace(base64(v.text + "==="[:(4-len(v.text)%4)%4]))
	return literal(remade(key, mark{0, v.at(0)}, mark{len(key), v.at(len(v.text))}), base64Text), isKeyShaped(key)
}

func isKeyShaped(s string) bool { return len(s) == 32 && letters.IsHex(s) }

// between are the words that may stand between the name of a key and the key.
const between = "value default string serializeas password td th tr entry b code strong is on userkey partnerkey avain key get set"

// namedBefore returns the field of the key's name that a text ends with.
func namedBefore(text string) mac.Field {
	for gap := 0; gap < 5; gap++ {
		name := normal(text)
		best := ""
		for known, field := range plainNames {
			if field.Info().Secret && len(known) > len(best) && strings.HasSuffix(name, known) {
				best = known
			}
		}
		if best != "" {
			return plainNames[best]
		}
		end := len(text)
		for end > 0 && !isWordByte(text[end-1]) {
			end--
		}
		start := end
		for start > 0 && isWordByte(text[start-1]) {
			start--
		}
		if start == end || !among(asciiLower(text[start:end]), between) {
			return ""
		}
		text = text[:start]
	}
	return ""
}

func hasShape(list []*candidate) bool {
	return len(list) > 0 && isKeyShaped(elect(list).text)
}

func anyOf(list []*message, field mac.Field) bool {
	for _, m := range list {
		if len(m.values.of(field)) > 0 {
			return true
		}
	}
	return false
}
