package paste

import "strings"

// sign is what stands in a line, as bits: one look at each byte tells most
// readers that the line is none of theirs.
type sign uint16

const (
	hasSpace   sign = 1 << iota
	hasQuote        // a quote, straight or typographic
	hasBrace        // {
	hasBracket      // { or [
	hasAngle        // < or an escape of it
	hasColon
	hasDash
	hasComma // or another separator of cells
	hasCode  // what programs have and prose seldom
	hasSlash // a backslash
)

var signOf = func() (table [256]sign) {
	add := func(chars string, s sign) {
		for i := range len(chars) {
			table[chars[i]] |= s
		}
	}
	add(" ", hasSpace)
	add("\"'`\xe2", hasQuote)
	add("{", hasBrace)
	add("{[", hasBracket)
	add("<&\\", hasAngle)
	add(":", hasColon)
	add("-", hasDash)
	add(",;\t|", hasComma)
	add("({[=$;#!.:<", hasCode)
	add("\\", hasSlash)
	return table
}()

func signsOf(line string) sign {
	s := sign(0)
	for i := range len(line) {
		s |= signOf[line[i]]
	}
	return s
}

// codeLike says whether a line is like one of a program in any language: a
// string stands behind a bracket, or behind an equals sign and a space, or
// before an arrow or comma at the end.
func codeLike(line string) bool {
	for i := 0; i < len(line); i++ {
		if c := line[i]; c != '"' && c != '\'' && c != '`' {
			continue
		}
		before := i
		for before > 0 && has(" \t@", line[before-1]) {
			before--
		}
		switch {
		case before > 0 && has("([{", line[before-1]):
			return true
		case before > 1 && before < i && line[before-1] == '=' && has(" :", line[before-2]):
			return true
		case before > 0 && has(":=", line[before-1]) && isKey(strings.TrimLeft(line[strings.LastIndexAny(line[:before], "({")+1:before-1], " ")) && strings.LastIndexAny(line[:before], "({") > 0:
			return true // f(name: " or f(name="
		case before > 0 && before < i && isWordByte(line[before-1]) && strings.Contains(line[:before], " = "):
			return true
		}
		break
	}
	return endsLikeCode(line) || opensBlock(line)
}

// endsLikeCode says whether a line is a string and what leads to the next one.
func endsLikeCode(line string) bool {
	start, end := 0, len(line)
	for start < end && has(" \t", line[start]) {
		start++
	}
	for end > start && has(" \t\r", line[end-1]) {
		end--
	}
	return end-start > 4 && has("\"'", line[start]) && line[end-1] == ',' && has("\"'", line[end-2])
}

// opensBlock says whether a line ends with a bracket that the next lines are in.
func opensBlock(line string) bool {
	end := len(line)
	for end > 0 && has(" \t\r", line[end-1]) {
		end--
	}
	if end < 3 || !has("({[", line[end-1]) {
		return false
	}
	before := line[end-2]
	if before == ' ' {
		before = line[end-3]
		return has("=:)>]}", before) && line[end-1] != '('
	}
	return has("([", before) || line[end-1] != '{' && line[end-1] != '[' && (isWordByte(before) || before == '!')
}
