package paste

import "strings"

// plainEnd returns where a scalar without quotes ends that is longer than its line: what follows is deeper, and no key.
func (y *yamlReader) plainEnd(end, depth int) int {
	for y.at < len(y.v.text) {
		line, next := y.line()
		trimmed := strings.TrimLeft(line, " ")
		if trimmed == "" || len(line)-len(trimmed) <= depth || keyLength(trimmed) > 0 || has("-#", trimmed[0]) {
			break
		}
		end, y.at = y.at+len(line), next
	}
	return end
}

func (y *yamlReader) quotedScalar(i int) {
	val, next, ok := yamlSingle.quoted(y.v, i, map[string]int{})
	if !ok {
		return
	}
	if next > y.at { // it goes over several lines
		if n := strings.IndexByte(y.v.text[next:], '\n'); n >= 0 {
			y.at = next + n + 1
		} else {
			y.at = len(y.v.text)
		}
		val = folded(val)
	}
	y.scalar(val, true, y.v.at(i))
}

// folded joins the lines of a scalar: a line end and the spaces after it are one space.
func folded(val value) value {
	v, ok := val.single()
	if !ok || strings.IndexByte(v.text, '\n') < 0 {
		return val
	}
	e := edit{of: v}
	start := 0
	for i := 0; i < len(v.text); i++ {
		if v.text[i] != '\n' {
			continue
		}
		e.copy(start, i)
		for i+1 < len(v.text) && has(" \n\r", v.text[i+1]) {
			i++
		}
		if n := len(e.out); n > 0 && e.out[n-1] == '\\' {
			e.out = e.out[:n-1]
		} else {
			e.put(" ", i)
		}
		start = i + 1
	}
	e.copy(start, len(v.text))
	return literal(e.view(len(v.text)), val.how|joined)
}

// blockScalar reads the lines below a key that are deeper.
func (y *yamlReader) blockScalar(depth int) value {
	e := edit{of: y.v}
	inner := -1
	for y.at < len(y.v.text) {
		line, next := y.line()
		trimmed := strings.TrimLeft(line, " ")
		if trimmed != "" {
			if inner < 0 {
				inner = len(line) - len(trimmed)
			}
			if len(line)-len(trimmed) <= depth && len(line)-len(trimmed) < inner || inner <= depth {
				break
			}
		}
		e.copy(min(y.at+max(inner, 0), next), next)
		y.at = next
	}
	return literal(e.view(y.at), joined)
}
