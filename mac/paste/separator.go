package paste

import "strings"

// separator returns what stands between a name and its value, and how much of
// rest it takes: a colon, an equals sign, a tab, the border of a cell, or
// spaces (two, or one more as layout).
func separator(rest string) (byte, int) {
	i := 0
	for i < len(rest) && has(" *`'\"’”", rest[i]) {
		i++
	}
	if strings.HasPrefix(rest[i:], "’") || strings.HasPrefix(rest[i:], "”") {
		i += len("’")
	}
	if i == 0 && rest != "" && has("])", rest[0]) {
		if after := strings.TrimLeft(rest[1:], "\"' "); strings.HasPrefix(after, "=") {
			i = len(rest) - len(after) // headers[name] = value
		}
	}
	if i == len(rest) {
		return 0, 0
	}
	switch c := rest[i]; c {
	case ':', '=', '\t', '|':
		i++
		if c == '=' && strings.HasPrefix(rest[i:], ">") {
			i++
		}
		if strings.HasPrefix(rest[i:], "**") {
			i += 2
		}
		return c, i
	}
	for _, dash := range []string{" - ", " -> ", " → ", " – "} {
		if strings.HasPrefix(rest, dash) {
			return ':', len(dash)
		}
	}
	if strings.HasPrefix(rest, "  ") {
		return '\t', i
	}
	return 0, 0
}

// propertyAt reads an escape of Java's properties.
func propertyAt(rest string) (string, int) {
	if strings.HasPrefix(rest, `\u`) {
		s, size := codePoint(rest[2:], 4, 2)
		return s, size
	}
	if len(rest) > 1 && has(`:=#!\`, rest[1]) {
		return rest[1:2], 2
	}
	return "", 0
}

// content returns the value behind a separator.
func (w *walk) content(v view, sep byte) value {
	switch sep {
	case '|', '\t':
		if val, _, ok := csvDialect.quoted(v, 0, map[string]int{}); ok {
			return val
		}
		if end := strings.IndexByte(v.text, sep); end >= 0 {
			v = v.sub(0, end)
		}
		if kind, data, found := strings.Cut(v.text, "    "); found && strings.TrimSpace(kind) == "REG_SZ" { // of the registry
			v = v.sub(len(v.text)-len(data), len(v.text))
		}
		cell := v.trim(" \t`*")
		if cell.text != v.text && (strings.Trim(v.text, " ") != cell.text || strings.Contains(v.text, "  ")) {
			return literal(cell, cellPadding)
		}
		return literal(cell, 0)
	case ':', '=':
		if strings.HasPrefix(v.text, " ") {
			v = v.sub(1, len(v.text))
		}
		if strings.Contains(v.text, `\:`) || strings.Contains(v.text, `\u00`) && !strings.ContainsAny(v.text, "\"'") {
			return literal(v.replaced(`\`, propertyAt), unescaped)
		}
	}
	how := how(0)
	if nbsp := "\u00a0"; strings.HasPrefix(v.text, nbsp) {
		how, v = cellPadding, v.sub(len(nbsp), len(v.text))
	}
	if strings.HasPrefix(v.text, " ") || strings.HasPrefix(v.text, "\t") {
		how = cellPadding
		v = v.sub(len(v.text)-len(strings.TrimLeft(v.text, " \t")), len(v.text))
	}
	if n := len(strings.TrimRight(v.text, " ")); sep == ':' && n > 2 && v.text[0] == '`' && v.text[n-1] == '`' {
		return literal(v.sub(1, n-1), how)
	}
	if val, next, ok := ofLines.quoted(v, 0, map[string]int{}); ok && strings.Trim(v.text[next:], " ,;") == "" {
		val.how |= how
		return val
	}
	if len(v.text) > 1 && v.text[0] == '[' && strings.HasSuffix(strings.TrimRight(v.text, " "), "]") {
		return literal(v.trim(" ").sub(1, len(v.trim(" ").text)-1), how|unwrapped)
	}
	return literal(v, how)
}
