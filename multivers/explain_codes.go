package multivers

import (
	"strconv"
	"strings"
)

// isCode tells whether a part of a mark is an HRESULT.
func isCode(part string) bool { return len(part) == codeLength && part[0] == '8' && isHex(part) }

// hresult reads an HRESULT, without its 0x: 0x8007000d, also as a picture was read, 8007000d, -2147024883.
func hresult(line string, w word) string {
	if n, err := strconv.ParseUint(w.text, 10, 31); err == nil && len(w.text) == 10 && w.start > 0 && line[w.start-1] == '-' {
		return strconv.FormatUint(1<<32-n, 16)
	}
	code := w.text
	for _, prefix := range []string{"0x", "ox", "0×", "o×"} {
		if rest, found := strings.CutPrefix(code, prefix); found {
			code = strings.NewReplacer("o", "0", "l", "1", "i", "1", "|", "1").Replace(rest)
		}
	}
	if !isCode(code) || code == w.text && !strings.HasPrefix(code, "80") {
		return ""
	}
	return code
}

// logLine reads a line of the IIS log, or of HTTP.sys' httperr.log, and tells whether it is one: its status, substatus and
// Win32 error stand behind each other, near its end.
func (s *seen) logLine(line string) bool {
	fields := strings.Fields(line)
	dated := len(fields) > 4 && len(fields[0]) == len("2006-01-02") && strings.Count(fields[0], "-") == 2 && strings.Count(fields[1], ":") == 2
	for i := range fields {
		rest := fields[i:]
		if !dated && (i > 0 || len(rest) < 3 || len(rest) > 4) {
			return false
		}
		code, ok := number(rest[0], statusLength)
		if !ok || code < 100 || code > 599 || len(rest) < 3 {
			continue
		}
		if allNumbers(rest) {
			sub, _ := number(rest[1], longSubstatus)
			s.add(code, sub)
			if win32, _ := number(rest[2], 6); win32 > 0 && win32 < 1<<16 && code >= 400 {
				s.codes = append(s.codes, "8007"+strings.Repeat("0", 4-len(strconv.FormatInt(int64(win32), 16)))+strconv.FormatInt(int64(win32), 16))
			}
			return true
		}
		if dated && strings.Contains(line, " http/") && (rest[1] == "-" || allNumbers(rest[1:2])) && !allNumbers(rest[2:3]) {
			s.add(code, noSubstatus)
			return true
		}
	}
	return dated
}

// allNumbers tells whether fields are numbers, of which the last ones may be missing.
func allNumbers(fields []string) bool {
	for i, field := range fields {
		if _, ok := number(field, 10); !ok && (i < 3 || field != "-") {
			return false
		}
	}
	return true
}

func number(field string, most int) (int, bool) {
	n, err := strconv.Atoi(field)
	return n, err == nil && len(field) <= most && isDigit(field[0])
}
