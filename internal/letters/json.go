package letters

const hexDigits = "0123456789abcdef"

// AppendJSON appends a text as a string of JSON (RFC 8259). What is no UTF-8 stays as it is.
func AppendJSON(to []byte, text string) []byte {
	to = append(to, '"')
	done := 0
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' {
			to = append(append(to, text[done:i]...), `\u00`...)
			to = append(to, hexDigits[c>>4], hexDigits[c&15])
			done = i + 1
		}
	}
	return append(append(to, text[done:]...), '"')
}
