package diagnose

import (
	"strconv"
	"strings"
	"time"

	"netvisormac/mac"
	"netvisormac/mac/internal/timestamp"
)

// Found says which of its forms a mistake has in this request: the id of a sentence, and its values by name. What is
// named "field" or "fields" is the name of a field, or several with commas between; "distance" is in milliseconds; no value
// is a key.
type Found struct {
	ID   string // the mistake's, without the name of a field at its end, then a dot and the form where it has several
	Args map[string]string
}

// finder says which form a mistake has, "" if there is only one, and its values; nil where there is nothing to say.
type finder func(f mac.Field, before, after *candidate) (form string, args map[string]string)

// finders are by the ids of mistakes, without the name of a field at their ends.
var finders = map[string]finder{
	"url-http":              parts(func(url string) string { return parseAddress(url).scheme }),
	"url-other-environment": parts(func(url string) string { return parseAddress(url).host }),
	"url-capital-resource":  parts(func(url string) string { a := parseAddress(url); return a.resource() }),

	"url-lower-case-escapes": parts(firstEscape),
	"url-part-escaped":       differing,
	"url-parameter-missing":  leftOutParameter,
	"url-port":               longer,
	"url-double-slash":       longer,
	"url-trailing-slash":     longer,
	"url-empty-query":        longer,
	"url-fragment":           longer,
	"url-html":               longer,
	"url-stray-end":          longer,

	"timestamp-offset":            shifted(timestamp.Parse),
	"timestamp-unix-offset":       shifted(timestamp.ParseUnix),
	"timestamp-milliseconds":      parts(afterDot),
	"timestamp-no-milliseconds":   longer,
	"timestamp-unix-milliseconds": longer,
	"timestamp-month-for-minute":  values,
	"timestamp-twelve-hour":       values,
	"timestamp-iso":               values,
	"timestamp-finnish":           values,
	"timestamp-epoch":             values,
	"clock-read-twice":            shifted(timestamp.Parse),

	"organisation-id-no-hyphen": longer,
	"organisation-id-vat":       values,
	"language-sv":               values,
	"transaction-id-no-hyphens": longer,
	"transaction-id-braces":     longer,
	"value-of-another-request":  ofAnother,

	"missing":        named,
	"mojibake":       named,
	"lost-letter":    named,
	"lower-case":     named,
	"upper-case":     named,
	"leading-space":  longer,
	"trailing-space": longer,
	"newline":        longer,

	"typo":          typo,
	"cut":           cut,
	"leading-zeros": longer,
	"look-alikes":   named,
	"two-typos":     named,
	"hmac-key-other-values": func(_ mac.Field, _, after *candidate) (string, map[string]string) {
		return "", list(after.key.fields())
	},
	"order-of-values": func(_ mac.Field, _, after *candidate) (string, map[string]string) {
		return "", list(after.message.fields())
	},
	"values-missing": func(_ mac.Field, before, after *candidate) (string, map[string]string) {
		return "", list(missingFields(before, after))
	},
}

// found is what a mistake was found to be; nil where its title says it all.
func (m *mistake) found(before, after *candidate) *Found {
	kind, field := m.ID, mac.Field("")
	if len(m.Fields) > 0 {
		field = m.Fields[0]
		kind = strings.TrimSuffix(kind, "-"+field.Info().ID)
	}
	find := finders[kind]
	if find == nil {
		return nil
	}
	form, args := find(field, before, after)
	if args == nil {
		return nil
	}
	if form != "" {
		kind += "." + form
	}
	return &Found{kind, args}
}

// sides are a value as it was sent and as it was signed.
func sides(f mac.Field, before, after *candidate) (sent, signed string) {
	sent, _ = before.text(f)
	signed, _ = after.text(f)
	return sent, signed
}

func named(f mac.Field, _, _ *candidate) (string, map[string]string) {
	return "", map[string]string{"field": string(f)}
}

// both are two texts, if they may be shown.
func both(f mac.Field, sent, signed string) map[string]string {
	args := map[string]string{"field": string(f)}
	if !f.Info().Secret {
		args["sent"], args["signed"] = sent, signed
	}
	return args
}

// longer is for what was signed with more than was sent, or sent with more than was signed. Keys are not sent: it is what
// was signed that has more, or what is here.
func longer(f mac.Field, before, after *candidate) (string, map[string]string) {
	sent, signed := sides(f, before, after)
	form := "sent"
	if len(signed) > len(sent) {
		form = "signed"
	}
	if f.Info().Secret {
		form = "key-" + form
	}
	return form, both(f, sent, signed)
}

func values(f mac.Field, before, after *candidate) (string, map[string]string) {
	sent, signed := sides(f, before, after)
	return "", both(f, sent, signed)
}

// parts shows of both texts what matters.
func parts(of func(string) string) finder {
	return func(f mac.Field, before, after *candidate) (string, map[string]string) {
		sent, signed := sides(f, before, after)
		return "", both(f, of(sent), of(signed))
	}
}

// shifted is for a time that was another when it was signed.
func shifted(parse func(string) (time.Time, bool)) finder {
	return func(f mac.Field, before, after *candidate) (string, map[string]string) {
		sent, signed := sides(f, before, after)
		from, _ := parse(sent)
		to, _ := parse(signed)
		args := both(f, sent, signed)
		d := to.Sub(from)
		switch {
		case f == mac.FieldTimestamp && d == finnishOffset(from):
			return "finnish", args
		case f == mac.FieldTimestamp && -d == finnishOffset(to):
			return "utc", args
		case d == 0:
			return "", nil
		}
		args["distance"] = strconv.FormatInt(d.Abs().Milliseconds(), 10)
		if d < 0 {
			return "earlier", args
		}
		return "later", args
	}
}

// typo says where a key has a character more, fewer, or another one.
func typo(f mac.Field, before, after *candidate) (string, map[string]string) {
	given, made := sides(f, before, after)
	at := 0
	for at < len(given) && at < len(made) && given[at] == made[at] {
		at++
	}
	args := map[string]string{"field": string(f), "position": strconv.Itoa(at + 1)}
	switch {
	case len(made) < len(given):
		return "more", args
	case len(made) > len(given):
		return "fewer", args
	case isSwap(given[at:], made[at:]):
		args["next"] = strconv.Itoa(at + 2)
		return "swapped", args
	}
	return "other", args
}

// isSwap is whether two texts that are one slip apart begin with the same two characters in another order.
func isSwap(a, b string) bool {
	return len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0]
}

func cut(f mac.Field, before, after *candidate) (string, map[string]string) {
	given, made := sides(f, before, after)
	return "", map[string]string{"field": string(f), "here": strconv.Itoa(len([]rune(given))), "there": strconv.Itoa(len([]rune(made)))}
}

func firstEscape(url string) string {
	for i := range len(url) {
		if isEscape(url[i:]) && strings.ToLower(url[i:i+3]) != strings.ToUpper(url[i:i+3]) {
			return url[i : i+3]
		}
	}
	return url
}

func afterDot(text string) string {
	_, after, _ := strings.Cut(text, ".")
	return "." + after
}

// differing shows the first parameter of the query that differs.
func differing(f mac.Field, before, after *candidate) (string, map[string]string) {
	sent, signed := sides(f, before, after)
	_, a, _ := parametersOf(sent)
	_, b, _ := parametersOf(signed)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "", both(f, a[i], b[i])
		}
	}
	return "", both(f, sent, signed)
}

func leftOutParameter(f mac.Field, before, after *candidate) (string, map[string]string) {
	sent, signed := sides(f, before, after)
	_, all, _ := parametersOf(sent)
	_, left, _ := parametersOf(signed)
	for i, parameter := range all {
		if i == len(left) || left[i] != parameter {
			return "", map[string]string{"parameter": parameter}
		}
	}
	return "", map[string]string{"parameter": ""}
}

// ofAnother shows the first value that is of another request.
func ofAnother(_ mac.Field, before, after *candidate) (string, map[string]string) {
	for _, set := range shared {
		for _, f := range set {
			if sent, signed := sides(f, before, after); sent != signed {
				return "", both(f, sent, signed)
			}
		}
	}
	return "", nil
}

func list(fields []mac.Field) map[string]string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = string(f)
	}
	return map[string]string{"fields": strings.Join(names, ",")}
}
