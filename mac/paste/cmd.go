package paste

// uncaret reads the escapes of cmd, which come before those of the program:
// ^ before a character, a line end included.
func uncaret(v view) view {
	e := edit{of: v}
	start, inQuotes := 0, false
	text := v.text
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '"':
			inQuotes = !inQuotes
		case text[i] == '\n':
			inQuotes = false
		case text[i] == '^' && !inQuotes && i+1 < len(text):
			e.copy(start, i)
			i++
			start = i
			if text[i] == '\r' && i+1 < len(text) {
				i++
			}
			if text[i] == '\n' {
				start = i + 1
			}
		}
	}
	e.copy(start, len(text))
	return e.view(len(text))
}

// endOfCmd returns where a command of cmd ends: at the first line end without
// a caret before it. A line end in a value is a caret and two of them.
func endOfCmd(text string) int {
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '^':
			i += len("^")
			for i < len(text) && has("\r\n", text[i]) && i+1 < len(text) && has("\r\n", text[i+1]) {
				i++
			}
		case text[i] == '\n':
			return i
		}
	}
	return len(text)
}
