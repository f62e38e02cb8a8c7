package har

// appendMember appends a member of an object and a comma. The name has nothing to escape.
func appendMember(to []byte, name, value string) []byte {
	to = append(append(append(to, '"'), name...), `":`...)
	return append(appendQuoted(to, value), ',')
}

// appendQuoted appends a text as JSON has it.
func appendQuoted(to []byte, text string) []byte {
	to = append(to, '"')
	done := 0
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' {
			to = append(append(to, text[done:i]...), '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			done = i + 1
		}
	}
	return append(append(to, text[done:]...), '"')
}

const hexDigits = "0123456789abcdef"

// closed ends an object or list, after its last comma.
func closed(text []byte, end string) []byte {
	if last := len(text) - 1; text[last] == ',' {
		text = text[:last]
	}
	return append(text, end...)
}
