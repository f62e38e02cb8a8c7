package paste

import "strings"

var sqlDialect = &dialect{id: "sql", quotes: []quote{{open: "'", close: "'", again: "''", lines: true}, {open: `"`, close: `"`, again: `""`}, {open: "`", close: "`"}}}

// insert reads "INSERT INTO request (url, sender) VALUES ('…', '…')": each row has the names of the columns.
func (w *walk) insert(i, end int, line string) int {
	if line = line[:min(len(line), 200)]; !strings.Contains(line, "INTO ") && !strings.Contains(line, "into ") {
		return i
	}
	start := strings.Index(asciiLower(line), "insert into ")
	if start < 0 {
		return i
	}
	s := sqlReader{walk: w, at: i + start}
	if !s.to('(') {
		return i
	}
	names := s.row()
	known := 0
	for _, name := range names {
		if text, _ := name.text(); identify(text).field != "" {
			known++
		}
	}
	if known == 0 || !strings.HasPrefix(asciiLower(strings.TrimLeft(w.v.text[s.at:min(len(w.v.text), s.at+20)], " \r\n\t")), "values") {
		return i
	}
	defer w.as("sql")()
	for s.to('(') {
		w.open(true)
		for n, cell := range s.row() {
			if n < len(names) && len(cell.parts) > 0 {
				s.cell(names[n], cell)
			}
		}
		w.close()
	}
	return max(s.at, end+1)
}

// sqlReader goes through rows in parentheses.
type sqlReader struct {
	*walk
	at int
}

// to goes to a bracket of the same statement, and says whether there is one.
func (s *sqlReader) to(bracket byte) bool {
	for text := s.v.text; s.at < len(text) && text[s.at] != ';'; s.at++ {
		if text[s.at] == bracket {
			return true
		}
	}
	return false
}

// row reads what stands in the parentheses that begin at s.at.
func (s *sqlReader) row() (cells []value) {
	text := s.v.text
	for s.at++; s.at < len(text) && text[s.at] != ')'; {
		if has(" ,\r\n\t", text[s.at]) {
			s.at++
			continue
		}
		val, next, ok := sqlDialect.quoted(s.v, s.at, map[string]int{})
		if !ok {
			next = s.at + 1
			for next < len(text) && !has(",)", text[next]) {
				next++
			}
			val = literal(s.v.sub(s.at, next), 0)
		}
		cells, s.at = append(cells, val), next
	}
	s.at = min(s.at+1, len(text))
	return cells
}

// cell takes a value of a column. One that holds others, such as JSON, is read.
func (s *sqlReader) cell(name, cell value) {
	text, _ := name.text()
	at := cell.parts[0].at(0)
	if what := identify(text); what.field != "" {
		s.addAs("", what, cell, at)
	} else {
		s.literal(cell, at)
	}
}
