package paste

import "strings"

// csv reads a table whose first row, which is this line, has the names.
func (w *walk) csv(i, end int, line string) int {
	if w.language != nil {
		return i
	}
	for _, separator := range []byte(",;\t|") {
		names := cells(w.v.sub(i, end), separator)
		if len(names) < 2 || !hasNames(names) {
			continue
		}
		if next := w.rows(names, separator, end+1); next > end {
			return next
		}
	}
	return i
}

// hasNames says whether all cells are the names of fields, or two and one of a header.
func hasNames(names []view) bool {
	known, spoken, headers := 0, 0, 0
	for _, name := range names {
		text := cellText(name)
		what := identify(text)
		if what.field != "" {
			spoken++
		}
		if what.field != "" && isKey(text) {
			known++
		}
		if what.rank == rankHeader && what.field.Info().Header != "" {
			headers++
		}
	}
	return known >= 2 && headers >= 1 || spoken == len(names) && headers == 0
}

// rows reads the rows below the names, and returns where they end.
func (w *walk) rows(names []view, separator byte, i int) int {
	next := 0
	for i < len(w.v.text) {
		end := endOfRow(w.v.text, i)
		row := w.v.sub(i, end)
		if strings.Trim(row.text, "|-+: \r") == "" && strings.Contains(row.text, "-") {
			i = end + 1
			continue
		}
		if strings.TrimSpace(row.text) == "" && next == 0 {
			i = end + 1
			continue
		}
		list := cells(row, separator)
		if len(list) != len(names) {
			break
		}
		w.row(names, list)
		i = end + 1
		next = i
	}
	return next
}

func (w *walk) row(names, list []view) {
	defer w.as("csv")()
	w.open(true)
	for n, cell := range list {
		if cell.text == "" {
			continue
		}
		val := literal(cell, 0)
		if cell.text[0] == '"' {
			if quoted, _, ok := csvDialect.quoted(cell, 0, map[string]int{}); ok {
				val = quoted
			}
		}
		name := cellText(names[n])
		if what := identify(name); what.field != "" {
			w.addAs("", what, val, names[n].at(0))
		}
	}
	w.close()
}

var csvDialect = &dialect{id: "csv", quotes: []quote{{open: `"`, close: `"`, again: `""`, lines: true}}}

func cellText(v view) string { return strings.Trim(v.text, "\"` ") }

// endOfRow returns where the row ends that begins at byte i: at a line end that is not in quotes.
func endOfRow(text string, i int) int {
	quoted := false
	for n := i; n < len(text) && n < i+1<<16; n++ {
		switch text[n] {
		case '"':
			quoted = !quoted
		case '\n':
			if !quoted {
				return n
			}
		}
	}
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// cells divides a row.
func cells(row view, separator byte) []view {
	row = row.trim("\r")
	if separator == '|' {
		row = row.trim(" ")
		if strings.Count(row.text, "|") < 2 {
			return nil
		}
		row = row.trim("|")
	}
	if strings.IndexByte(row.text, separator) < 0 {
		return nil
	}
	var list []view
	start, quoted := 0, false
	for i := 0; i <= len(row.text); i++ {
		if i < len(row.text) && row.text[i] == '"' {
			quoted = !quoted
		}
		if i == len(row.text) || row.text[i] == separator && !quoted {
			list = append(list, row.sub(start, i).trim(" "))
			start = i + 1
		}
	}
	return list
}
