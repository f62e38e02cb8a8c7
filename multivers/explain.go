package multivers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Explanation is one error that [Explain] knows, and by what it knows it.
type Explanation struct {
	Finding
	// Marks are what the error is known by; one of them is enough. A mark has one or more parts, with " & "
	// between them, and holds if all of them do. A part is a status, such as 403 (of no substatus) or 403.14,
	// with # for any substatus; an HRESULT, without 0x; or a text in lower case, without quotation marks. A
	// letter or digit at an end of a text is the end of a word, unless a * follows. A status beside an HRESULT
	// need not be in the text, if no other is.
	Marks   []string
	Group   string // what is about the same; one within another is written behind it and a dot
	General bool   // told only if nothing else of the group is
}

// Explain reads the text of an error, in Dutch, English, German or French: a page of IIS or ASP.NET, as
// text, as HTML, out of a mail or a picture, a message of the WebAPI, of its installer, of Zenvoices or of a
// browser, lines of the IIS log, or just a number such as 500.19 or 403. It returns what it means and what to
// do, the likeliest first; the line and column are those of the web.config that the error names. Nothing of the
// text is repeated. An empty text gives nothing.
func Explain(text string) []Finding {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	s := see(text)
	result := s.findings(s.specific())
	if code := s.unknownCode(result); code != "" {
		f := explanation("hresult-other")
		f.tell(Sentences.Text("error.windows", "code", code))
		result = append(result, f)
	}
	if len(result) == 0 {
		result = append(result, s.unknown())
	}
	return result
}

// holding is an explanation that holds, and how specific the mark is that says so.
type holding struct {
	*Explanation
	weight int
}

// specific returns the explanations that hold, the most specific first: one of a group that is less specific
// than another of it is not told, and a general one only if nothing else of its group is.
func (s *seen) specific() []holding {
	var all []holding
	most := map[string]int{}
	for i := range Explanations {
		e := &Explanations[i]
		weight := s.weight(e.Marks)
		if weight == 0 {
			continue
		}
		if e.General {
			weight = 1
		}
		all = append(all, holding{e, weight})
		wider, _, _ := strings.Cut(e.Group, ".")
		most[e.Group], most[wider] = max(most[e.Group], weight), max(most[wider], weight)
	}
	told := map[string]bool{}
	all = slices.DeleteFunc(all, func(h holding) bool {
		group, general := h.Group, h.General
		out := h.weight < most[group] || general && told[group]
		wider, _, _ := strings.Cut(group, ".")
		told[group], told[wider] = true, true
		return out
	})
	slices.SortStableFunc(all, func(a, b holding) int {
		return cmp.Or(b.weight-a.weight, rank(a.Severity)-rank(b.Severity))
	})
	return all
}

// findings are the explanations with the place that the text names.
func (s *seen) findings(all []holding) []Finding {
	var result []Finding
	for _, h := range all {
		finding := h.Finding
		if h.Group == "500.config" {
			line, column, details := s.place()
			finding.Line, finding.Column = line, column
			finding.tell(details...)
		}
		result = append(result, finding)
	}
	return result
}

func explanation(id string) Finding {
	i := slices.IndexFunc(Explanations, func(e Explanation) bool { return e.ID == id })
	return Explanations[i].Finding
}

// What a part of a mark weighs: a status with its substatus tells more than a sentence, of which IIS writes the
// same on several pages, and that more than an HRESULT, which comes with several statuses.
const (
	weighsStatus  = 1
	weighsCode    = 4
	weighsText    = 5
	weighsSubbed  = 8
	codeLength    = 8
	statusLength  = 3
	anySubstatus  = -1
	noSubstatus   = 0
	longSubstatus = 3
)

// weight is how specific the marks are that hold: that of the most specific, 0 if none does.
func (s *seen) weight(marks []string) int {
	most := 0
	for _, mark := range marks {
		most = max(most, s.weightOf(strings.Split(mark, " & ")))
	}
	return most
}

// weightOf is the weight of a mark's parts together, 0 if one of them does not hold.
func (s *seen) weightOf(parts []string) int {
	sum := 0
	withCode := slices.ContainsFunc(parts, isCode)
	for _, part := range parts {
		wanted, isStatus := parseStatus(part)
		switch {
		case isStatus && s.has(wanted):
			sum += wanted.weight()
		case isStatus && withCode && !s.anySubbed():
		case isCode(part) && slices.Contains(s.codes, part):
			sum += weighsCode
		case !isStatus && !isCode(part) && marked(s.page, part):
			sum += weighsText
		default:
			return 0
		}
	}
	return sum
}

// marked tells whether a text is in another, as whole words.
func marked(page, mark string) bool {
	stem, open := strings.CutSuffix(mark, "*")
	for from := 0; ; {
		i := strings.Index(page[from:], stem)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(stem)
		if wordEnds(page, start, end, open) {
			return true
		}
		from = start + 1
	}
}

// wordEnds tells whether a part of a text is not part of a longer word or number; where open, it may go on behind.
func wordEnds(page string, start, end int, open bool) bool {
	if isWord(page[start]) && start > 0 && isWord(page[start-1]) {
		return false
	}
	return open || end == len(page) || !isWord(page[end-1]) || !isWord(page[end])
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isWord(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'z' || c == '_' || c >= 0x80 }

// unknownCode returns the number of the Windows error NNNN that an HRESULT 0x8007NNNN is, if no explanation is
// of it and nothing better was found.
func (s *seen) unknownCode(told []Finding) string {
	if len(told) == 0 && len(s.statuses) > 0 {
		return ""
	}
	for _, f := range told {
		if !equalsAny(f.ID, []string{"iis-config", "http-500"}) {
			return ""
		}
	}
	for _, code := range s.codes {
		digits, found := strings.CutPrefix(code, "8007")
		known := slices.ContainsFunc(Explanations, func(e Explanation) bool {
			return slices.ContainsFunc(e.Marks, func(mark string) bool { return strings.Contains(mark, code) })
		})
		if n, err := strconv.ParseUint(digits, 16, 16); found && err == nil && !known {
			return strconv.FormatUint(n, 10)
		}
	}
	return ""
}
