package paste

import (
	"sort"
	"strings"

	"netvisormac/mac"
)

// resolved is a value as a text, and where it stands.
type resolved struct {
	text       string
	start, end int
	how        how
	missing    string // id of the note that says why there is no text
}

const longest = 1 << 16 // bytes of a value; variables could make it grow without end

// resolve follows the references in v. The variable nearest before at counts;
// if there is none, the nearest behind.
func (r *reader) resolve(v value, at, depth int) resolved {
	out := resolved{how: v.how}
	if v.computed {
		return resolved{missing: "computed"}
	}
	for i, p := range v.parts {
		one := resolved{text: p.text, start: p.at(0), end: p.end(len(p.text))}
		if p.ref != "" {
			one = r.variable(p, at, depth)
		}
		if one.missing != "" {
			return one
		}
		out.how |= one.how
		switch {
		case one.text == "" && i > 0:
		case out.text == "":
			out.start, out.end = one.start, one.end
		default:
			out.how |= joined
			if one.how&followed == 0 {
				out.end = max(out.end, one.end)
			}
		}
		if out.text += one.text; len(out.text) > longest {
			return resolved{missing: "variable-unknown"}
		}
	}
	out.end = min(out.end, len(r.input)) // what was escaped may be longer than the text from there on
	return out
}

func (r *reader) variable(p part, at, depth int) resolved {
	if strings.ContainsAny(p.ref, "(+?") {
		return resolved{missing: "computed"}
	}
	missing := "variable-unknown"
	name := lastName(strings.Trim(p.ref, " _{}"))
	if name != "" && strings.Trim(name, "0123456789") == "" || r.isBound(name, true) {
		missing = "computed" // an argument of a script, or of a loop
	} else if indexes := r.vars.of(name); len(indexes) > 0 && depth < 6 {
		for _, i := range r.nearest(indexes, at) {
			to := r.facts.at(int(i))
			if to.at == at && depth > 0 {
				continue
			}
			one := r.resolve(to.value, to.at, depth+1)
			if one.missing == "" {
				one.how |= followed
				return one
			}
			missing = one.missing
			break
		}
	}
	if text, at, ok := defaultOf(p.text); ok {
		return resolved{text: text, start: p.at(at), end: p.end(at + len(text)), how: followed}
	}
	if missing == "variable-unknown" && r.isBound(name, false) {
		missing = "computed"
	}
	if saysItself(p.ref, p.text) {
		return resolved{text: p.text, start: p.at(0), end: p.end(len(p.text))}
	}
	return resolved{missing: missing}
}

// defaultOf returns the value that a shell takes for a variable that is not set: ${X:-value}.
func defaultOf(text string) (string, int, bool) {
	if !strings.HasPrefix(text, "${") || !strings.HasSuffix(text, "}") {
		return "", 0, false
	}
	for _, mark := range []string{":-", ":=", "-"} {
		if at := strings.Index(text, mark); at > 0 && isKey(text[2:at]) {
			at += len(mark)
			return strings.Trim(text[at:len(text)-1], `"'`), at, true
		}
	}
	return "", 0, false
}

// isComputed says whether a text is the piece of a program that computes the
// value of the field. Such a piece often has keys in it. No MAC has a space, a
// bracket or a quote, in whatever writing.
func isComputed(field mac.Field, text string) bool {
	text = strings.TrimSpace(text)
	return strings.Contains(text, "$(") || field == mac.FieldMAC && strings.ContainsAny(text, " \t\n()[]$'\"`,;<>|")
}

// nearest returns the indexes of pairs, the best for a use at at first.
func (r *reader) nearest(indexes []int32, at int) []int32 {
	n := sort.Search(len(indexes), func(n int) bool { return r.facts.at(int(indexes[n])).at >= at })
	if n > 0 {
		return indexes[n-1 : n]
	}
	return indexes[:1]
}

// saysItself says whether a word that no assignment explains is a value: an
// algorithm, or a key that lost its quotes.
func saysItself(ref, text string) bool {
	if ref != text {
		return false
	}
	if text == string(mac.HMACSHA256) || text == string(mac.SHA256) || text == "MD5" {
		return true
	}
	return len(text) >= 20 && strings.ContainsAny(text, "0123456789") && !strings.ContainsAny(text, ".$>_:")
}

// expand fills the {{placeholders}} of collections and .http files.
func (r *reader) expand(one resolved, at int) resolved { return r.expandTo(one, at, 0) }

func (r *reader) expandTo(one resolved, at, depth int) resolved {
	if name, found := strings.CutPrefix(one.text, "$"); found && isKey(name) { // a header line in a shell's here-document
		if filled := r.variable(part{ref: name}, at, 1); filled.missing == "" {
			return filled
		}
	}
	if !strings.Contains(one.text, "{{") {
		return one
	}
	var out strings.Builder
	rest := one.text
	for {
		before, after, found := strings.Cut(rest, "{{")
		name, behind, closed := strings.Cut(after, "}}")
		out.WriteString(before)
		if !found {
			break
		}
		if !closed {
			out.WriteString("{{" + after)
			break
		}
		filled := r.variable(part{ref: strings.TrimSpace(name)}, at, 1)
		if filled.missing == "" && depth < 4 && strings.Contains(filled.text, "{{") {
			filled = r.expandTo(filled, at, depth+1)
		}
		if filled.missing == "computed" && one.text == "{{"+name+"}}" {
			return resolved{missing: filled.missing}
		}
		if filled.missing != "" || out.Len() > longest {
			out.WriteString("{{" + name + "}}")
		} else {
			out.WriteString(filled.text)
			one.how |= followed
		}
		rest = behind
	}
	one.text = out.String()
	return one
}
