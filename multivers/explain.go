package multivers

import (
	"slices"
	"strconv"
	"strings"
)

// Explanation is one error that [Explain] knows, and by what it knows it.
type Explanation struct {
	Finding
	// Marks are texts of which one is in the error, in lower case. A letter or digit at an end of a mark is
	// the end of a word; # is a digit. HRESULTs are without 0x.
	Marks   []string
	Group   string // what is about the same; one within another is written behind it and a dot
	General bool   // told only if nothing else of the group is
}

// Explain reads the text of an error, in Dutch or English: a page of IIS or ASP.NET, a message of the
// WebAPI, of its installer or of Zenvoices, or just a number such as 500.19 or 403. It returns what it
// means and what to do, the likeliest first; the line and column are those of the web.config that the
// error names. Nothing of the text is repeated. An empty text gives nothing.
func Explain(text string) []Finding {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	page := plain(text)
	told := map[string]bool{}
	var result []Finding
	for _, general := range []bool{false, true} {
		for _, e := range Explanations {
			if e.General != general || general && told[e.Group] || !e.in(page) {
				continue
			}
			wider, _, _ := strings.Cut(e.Group, ".")
			told[e.Group], told[wider] = true, true
			finding := e.Finding
			if e.Group == "500.config" {
				finding.Line, finding.Column, finding.Detail = errorPlace(text)
			}
			result = append(result, finding)
		}
	}
	if code := unknownError(page); code != "" {
		f := explanation("hresult-other")
		f.Detail = "it is Windows error " + code + ": net helpmsg " + code + " tells its text"
		result = append(result, f)
	}
	if len(result) == 0 {
		result = append(result, explanation("not-recognised"))
	}
	slices.SortStableFunc(result, func(a, b Finding) int { return rank(a.Severity) - rank(b.Severity) })
	return result
}

func explanation(id string) Finding {
	i := slices.IndexFunc(Explanations, func(e Explanation) bool { return e.ID == id })
	return Explanations[i].Finding
}

// plain writes a text so that marks can be found in it: lower case, one space for any white space, straight marks, HRESULTs without 0x.
func plain(text string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.ToLower(text) {
		if r <= ' ' || isWideSpace(r) {
			space = true
			continue
		}
		if isInvisible(r) {
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		if quote := quoteOf(r); quote != 0 {
			r = quote
		}
		b.WriteRune(r)
	}
	return strings.ReplaceAll(b.String(), "0x80", "80")
}

func (e Explanation) in(page string) bool {
	for _, mark := range e.Marks {
		if marked(page, mark) {
			return true
		}
	}
	return false
}

// marked tells whether a mark is in a text.
func marked(page, mark string) bool {
	stem, digit := strings.CutSuffix(mark, "#")
	for from := 0; ; {
		i := strings.Index(page[from:], stem)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(stem)
		if wordEnds(page, start, end) && (!digit || end < len(page) && isDigit(page[end])) {
			return true
		}
		from = start + 1
	}
}

// wordEnds tells whether a part of a text is not part of a longer word or number.
func wordEnds(page string, start, end int) bool {
	if isWord(page[start]) && start > 0 && (isWord(page[start-1]) ||
		start > 1 && isDigit(page[start]) && page[start-1] == '.' && isDigit(page[start-2])) {
		return false
	}
	if !isWord(page[end-1]) || end == len(page) {
		return true
	}
	inNumber := isDigit(page[end-1]) && page[end] == '.' && end+1 < len(page) && isDigit(page[end+1])
	return !isWord(page[end]) && !inNumber
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isWord(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'z' || c == '_' || c >= 0x80 }

// unknownError returns the number of the Windows error NNNN that an HRESULT 0x8007NNNN is, if no explanation is of it.
func unknownError(page string) string {
	for from := 0; ; {
		i := strings.Index(page[from:], "8007")
		if i < 0 {
			return ""
		}
		start, end := from+i, from+i+8
		from = start + 1
		if end > len(page) || !wordEnds(page, start, end) {
			continue
		}
		n, err := strconv.ParseUint(page[start+4:end], 16, 16)
		known := slices.ContainsFunc(Explanations, func(e Explanation) bool { return equalsAny(page[start:end], e.Marks) })
		if err == nil && !known {
			return strconv.FormatUint(n, 10)
		}
	}
}

// errorPlace finds the line and column of web.config that an error names: "Line 12, position 34" of
// .NET, "Line: 12" of ASP.NET, or the middle one of the lines that IIS shows with their numbers.
func errorPlace(text string) (line, column int, detail string) {
	lower := strings.ToLower(text)
	for _, words := range [][2]string{{"line ", "position "}, {"regel ", "positie "}, {"line: ", ""}, {"regel: ", ""}} {
		_, rest, found := strings.Cut(lower, words[0])
		if line, after := leadingNumber(rest); found && line > 0 {
			if at := strings.Index(after, words[1]); words[1] != "" && at >= 0 && at < 4 {
				column, _ = leadingNumber(after[at+len(words[1]):])
			}
			if column > 0 || words[1] == "" {
				return line, column, ""
			}
		}
	}
	var numbers []int
	for row := range strings.Lines(lower) {
		row = strings.TrimSpace(row)
		if strings.HasPrefix(row, "-1:") {
			return 0, 0, "no line is shown (-1: 0:), so the file could not be read as XML or has a section that IIS does not know"
		}
		if n, after := leadingNumber(row); n > 0 && strings.HasPrefix(after, ":") {
			numbers = append(numbers, n)
		}
	}
	if len(numbers) > 0 {
		line = numbers[len(numbers)/2]
	}
	return line, 0, ""
}

func leadingNumber(s string) (n int, rest string) {
	end := 0
	for end < len(s) && end < 9 && isDigit(s[end]) {
		end++
	}
	n, _ = strconv.Atoi(s[:end])
	return n, s[end:]
}
