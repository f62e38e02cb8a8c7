package paste

import (
	"strings"
	"unicode/utf8"
)

// isDump says whether a text has bytes in hex, as xxd, hexdump -C, tcpdump -X, Wireshark and curl --trace write them.
func isDump(text string) bool {
	n := 0
	for line := range strings.Lines(text) {
		if bytes, _ := dumped(line); len(bytes) == 16 {
			if n++; n == 4 {
				return true
			}
		} else if len(bytes) == 0 {
			n = 0
		}
	}
	return false
}

// dumped returns the bytes of a line such as "00000010: 4745 5420  GET ", and where their hex begins.
func dumped(line string) (bytes []byte, start int) {
	i := len(line) - len(strings.TrimLeft(line, " \t"))
	if strings.HasPrefix(line[i:], "0x") {
		i += 2
	}
	digits := i
	for i < len(line) && hexDigit(line[i]) >= 0 {
		i++
	}
	if i-digits < 4 || i-digits > 8 {
		return nil, 0
	}
	i += len(line[i:]) - len(strings.TrimLeft(line[i:], ": "))
	for start = i; len(bytes) < 16 && i+1 < len(line) && hexDigit(line[i]) >= 0 && hexDigit(line[i+1]) >= 0; {
		bytes = append(bytes, byte(hexDigit(line[i])<<4|hexDigit(line[i+1])))
		i += 2
		gap := len(line[i:]) - len(strings.TrimLeft(line[i:], " "))
		if gap > 2 || gap == 2 && len(bytes) != 8 {
			break
		}
		i += gap
	}
	return bytes, start
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// undump puts what the bytes say in place of the lines that have them. What was encrypted says nothing.
func undump(v view) view {
	e := edit{of: v}
	var bytes []byte
	var lines []mark // where the bytes of each line begin, and where its hex stands
	encrypted := false
	flush := func() {
		utf := utf8.Valid(bytes)
		for n, line := range lines {
			end := len(bytes)
			if n+1 < len(lines) {
				end = lines[n+1].out
			}
			if piece := string(bytes[line.out:end]); utf {
				e.put(piece, line.in)
			} else {
				e.put(text8([]byte(piece)), line.in)
			}
		}
		bytes, lines = bytes[:0], lines[:0]
	}
	at := 0
	for line := range strings.Lines(v.text) {
		if more, start := dumped(line); len(more) > 0 {
			if !encrypted {
				lines = append(lines, mark{len(bytes), at + start})
				bytes = append(bytes, more...)
			}
		} else {
			flush()
			if encrypted = strings.Contains(line, " SSL data, "); !encrypted && !isTraceRemark(line) {
				e.copy(at, at+len(line))
			}
		}
		at += len(line)
	}
	flush()
	return e.view(len(v.text))
}

// isTraceRemark says whether curl --trace says in this line what it does.
func isTraceRemark(line string) bool {
	return strings.HasPrefix(line, "== ") || strings.HasPrefix(line, "=> ") || strings.HasPrefix(line, "<= ")
}
