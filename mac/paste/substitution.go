package paste

import (
	"strconv"
	"strings"
)

// character reads PowerShell's $([char]246), by which Chrome writes what is not ASCII.
func character(rest string) (string, int) {
	digits, ok := strings.CutPrefix(rest, "$([char]")
	end := strings.IndexByte(digits[:min(len(digits), 10)], ')')
	if !ok || end < 0 {
		return "", 0
	}
	code, err := strconv.ParseUint(digits[:end], 0, 21)
	if err != nil {
		return "", 0
	}
	return string(rune(code)), len(rest) - len(digits) + end + 1
}

// substitution returns the length of the $(command) or `command` that rest
// begins with. One that does not end goes on to the end of its line.
func substitution(rest string) int {
	rest = rest[:min(len(rest), 1<<12)]
	if rest[0] == '`' {
		if end := strings.IndexAny(rest[1:], "`\n"); end >= 0 {
			return 1 + end + 1
		}
		return len(rest)
	}
	depth := 0
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '\'':
			i += 1 + max(0, strings.IndexByte(rest[i+1:], '\''))
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		return end
	}
	return len(rest)
}

// refAt reads a reference: $x, ${x}, {$x}, #{x}, {x}. It has at most 200 bytes.
func refAt(rest, style string) (string, int) {
	rest = rest[:min(len(rest), 200)]
	if end := strings.IndexAny(rest, ")\"\n"); style == `\(` && end > len(style) && rest[end] == ')' { // Swift
		return rest[len(style):end], end + 1
	}
	for _, open := range []string{"${", "{$", "#{", "{"} {
		if !strings.HasPrefix(rest, open) || len(style) > 1 && open != style || style == "{" && open != "{" {
			continue
		}
		end := strings.IndexByte(rest, '}')
		if end < 0 || strings.HasPrefix(rest, "{{") || end == len(open) || strings.ContainsAny(rest[:end], "\"\n") {
			return "", 0
		}
		name := strings.TrimPrefix(rest[len(open):end], "env:")
		name, _, _ = strings.Cut(name, ":") // a format follows
		return name, end + 1
	}
	if style != "$" || len(rest) < 2 || rest[0] != '$' {
		return "", 0
	}
	end := 1
	for end < len(rest) && (isWordByte(rest[end]) || rest[end] == '_') {
		end++
	}
	if rest[1:end] == "env" && strings.HasPrefix(rest[end:], ":") {
		for end++; end < len(rest) && (isWordByte(rest[end]) || rest[end] == '_'); end++ {
		}
	}
	for strings.HasPrefix(rest[end:], "->") && end+2 < len(rest) && isWordByte(rest[end+2]) {
		for end += 2; end < len(rest) && (isWordByte(rest[end]) || rest[end] == '_'); end++ {
		}
	}
	if end == 1 || '0' <= rest[1] && rest[1] <= '9' {
		return "", 0
	}
	return rest[1:end], end
}
