package multivers

import (
	"slices"
	"strconv"
	"strings"
)

// seen is what the text of an error holds.
type seen struct {
	lines    []string // plain
	page     string   // the same in one line
	statuses []status
	codes    []string // HRESULTs, without 0x
}

// status is one of HTTP with the substatus of IIS; anySubstatus stands in marks.
type status struct{ code, sub int }

func (s status) weight() int {
	if s.sub == noSubstatus {
		return weighsStatus
	}
	return weighsSubbed
}

// see reads the text of an error.
func see(text string) *seen {
	lines := plain(text)
	s := &seen{lines: lines, page: strings.Join(lines, " ")}
	for i, line := range lines {
		if !s.logLine(line) {
			s.numbers(line, len(lines) <= 5, i > 0 && isStatusWord(lines[i-1]))
		}
	}
	return s
}

func (s *seen) has(wanted status) bool {
	return slices.ContainsFunc(s.statuses, func(have status) bool {
		return have == wanted || have.code == wanted.code && wanted.sub == anySubstatus && have.sub > noSubstatus
	})
}

// anySubbed tells whether a status with a substatus was seen.
func (s *seen) anySubbed() bool {
	return slices.ContainsFunc(s.statuses, func(have status) bool { return have.sub > noSubstatus })
}

func (s *seen) add(code, sub int) {
	if found := (status{code, sub}); code >= 400 && code < 600 && !slices.Contains(s.statuses, found) {
		s.statuses = append(s.statuses, found)
	}
}

// parseStatus reads a status: 403, 403.14, in a mark also 403.#.
func parseStatus(text string) (status, bool) {
	code, sub, dotted := strings.Cut(text, ".")
	n, err := strconv.Atoi(code)
	if err != nil || len(code) != statusLength || n < 400 || n >= 600 {
		return status{}, false
	}
	if !dotted {
		return status{n, noSubstatus}, true
	}
	if sub == "#" {
		return status{n, anySubstatus}, true
	}
	m, err := strconv.Atoi(sub)
	return status{n, m}, err == nil && len(sub) <= longSubstatus
}

// word is a run of letters and digits in a line, and what stands around it.
type word struct {
	text       string
	start, end int
}

// wordsOf splits a line into words; a dot or comma within belongs to them.
func wordsOf(line string) []word {
	var words []word
	for i := 0; i < len(line); i++ {
		start := i
		for i < len(line) && (isWord(line[i]) || line[i] == '|' || (line[i] == '.' || line[i] == ',') && i > start && i+1 < len(line) && isWord(line[i+1])) {
			i++
		}
		if i > start {
			words = append(words, word{line[start:i], start, i})
		}
	}
	return words
}

// numbers finds statuses and HRESULTs in a line; few tells that the text has few lines, after that a word before the
// line tells what its number is.
func (s *seen) numbers(line string, few, after bool) {
	words := wordsOf(line)
	for i, w := range words {
		if code := hresult(line, w); code != "" {
			if !slices.Contains(s.codes, code) {
				s.codes = append(s.codes, code)
			}
			continue
		}
		found, ok := parseStatus(digits(w.text))
		if !ok || isAmount(line, words, i) {
			continue
		}
		alone := strings.Trim(line, " .,:;!?()[]#-") == w.text && (few || after)
		if found.sub > noSubstatus || alone || isNamed(line, words, i) || closes(line, words, i) || hasReason(line[w.end:]) ||
			w.start > 0 && w.end < len(line) && line[w.start-1] == '(' && line[w.end] == ')' {
			s.add(found.code, found.sub)
		}
	}
}

// digits reads letters that a picture was read as for digits, in what may be a status: 5OO.l9, 500,19.
func digits(text string) string {
	if len(text) < statusLength || text[0] != '4' && text[0] != '5' {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'o':
			return '0'
		case 'l', 'i', '|':
			return '1'
		case ',':
			return '.'
		}
		return r
	}, text)
}

// statusWords are those before a number that make it a status.
var statusWords = []string{
	"http", "http/1.0", "http/1.1", "http/2", "http/2.0", "http/3", "http-fout", "http-fehler", "http-status", "statuscode", "status", "httpstatus",
	"sc-status", "statut", "error", "errorcode", "fout", "foutcode", "foutmelding", "foutpagina", "fehler", "fehlercode", "erreur", "code", "melding",
	"statuscode:", "returned", "returns", "returning", "response", "antwort", "réponse", "answer", "answered", "answers", "gives", "gave", "gets", "get", "got",
	"geeft", "gaf", "krijg", "krijgt", "kreeg", "krijgen", "antwoordt", "antwoord", "toont", "错误",
}

// fillWords may stand between such a word and the number.
var fillWords = []string{"a", "an", "the", "een", "de", "is", "was", "code", "nummer", "number", "with", "met", "ein", "eine", "un", "une", "http", "of"}

// isStatusWord tells whether a line ends in a word that makes the number of the next one a status.
func isStatusWord(line string) bool {
	last := line[strings.LastIndexByte(line, ' ')+1:]
	return equalsAny(strings.Trim(last, " :=("), statusWords)
}

// isNamed tells whether the words before a number make it a status.
func isNamed(line string, words []word, i int) bool {
	for i--; i >= 0; i-- {
		end := words[i].end
		if strings.Trim(line[end:words[i+1].start], " :=#-–(){}[]/") != "" {
			return false
		}
		name := line[strings.LastIndexAny(line[:words[i].start], " ({[,;:")+1 : end]
		if equalsAny(name, statusWords) || equalsAny(words[i].text, statusWords) {
			return true
		}
		if !equalsAny(words[i].text, fillWords) && !strings.HasPrefix(name, "http/") {
			return false
		}
	}
	return false
}

// closes tells whether a number is what a line that begins with an error comes to: "Error while connecting: 401".
func closes(line string, words []word, i int) bool {
	return i > 0 && equalsAny(words[0].text, statusWords) && strings.HasSuffix(line[:words[i].start], ": ") && strings.Trim(line[words[i].end:], " .!") == ""
}

// reasons are what HTTP and IIS write behind a status.
var reasons = []string{"forbidden", "verboden", "unauthorized", "not found", "niet gevonden", "bad request", "internal server", "interne server", "service unavailable",
	"bad gateway", "gateway time", "method not", "access denied", "toegang geweigerd", "access is denied", "proxy auth"}

func hasReason(rest string) bool {
	rest = strings.TrimLeft(rest, " :-–")
	if strings.HasPrefix(rest, "{") {
		return true
	}
	for _, reason := range reasons {
		if strings.HasPrefix(rest, reason) {
			return true
		}
	}
	return false
}

// amounts are what numbers are counted in, and what they number, that are no statuses.
var amounts = []string{"mb", "kb", "gb", "tb", "ms", "s", "sec", "seconds", "seconden", "min", "euro", "eur", "usd", "px", "bytes", "regels", "lines", "items", "stuks", "keer", "times", "dagen", "days", "records", "rows", "requests"}

var places = []string{"line", "regel", "zeile", "ligne", "rule", "position", "positie", "column", "kolom", "version", "versie", "factuur", "order", "invoice", "port", "poort", "pid", "id", "pagina", "page", "van", "from"}

// isAmount tells whether a number counts or numbers something that is no status.
func isAmount(line string, words []word, i int) bool {
	w := words[i]
	before, after := strings.TrimRight(line[:w.start], " "), strings.TrimLeft(line[w.end:], " ")
	if strings.HasSuffix(before, "€") || strings.HasSuffix(before, "$") || strings.HasPrefix(after, "€") || strings.HasPrefix(after, "%") {
		return true
	}
	if w.start > 0 && strings.IndexByte(`-/\`, line[w.start-1]) >= 0 || strings.HasPrefix(line[w.end:], "/") || strings.HasPrefix(line[w.end:], "\\") {
		return true
	}
	if i > 0 && strings.Trim(line[words[i-1].end:w.start], " :.#") == "" && equalsAny(words[i-1].text, places) {
		return true
	}
	return i+1 < len(words) && strings.Trim(line[w.end:words[i+1].start], " ") == "" && equalsAny(words[i+1].text, amounts)
}
