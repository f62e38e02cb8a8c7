package paste

import "strings"

// ruled reads a table with a line of dashes below its names, as sqlcmd, sqlite3 and Format-Table write it: the dashes
// say where the columns stand.
func (w *walk) ruled(i, end int, line string) int {
	if end+1 >= len(w.v.text) || !has("- ", w.v.text[end+1]) {
		return i
	}
	ruler := w.v.sub(end+1, w.v.lineEnd(end+1))
	if w.language != nil || len(ruler.text) < 5 || strings.Trim(ruler.text, "- \r") != "" || !strings.Contains(strings.TrimSpace(ruler.text), "- ") {
		return i
	}
	starts := columnsOf(ruler.text)
	names := cut(w.v.sub(i, end), starts)
	if !hasNames(names) {
		return i
	}
	at := w.v.lineEnd(end+1) + 1
	for at < len(w.v.text) {
		row := w.v.sub(at, w.v.lineEnd(at))
		if strings.TrimSpace(row.text) == "" {
			break
		}
		w.row(names, cut(row, starts))
		at += len(row.text) + 1
	}
	return at
}

// columnsOf returns where groups of dashes begin.
func columnsOf(ruler string) (starts []int) {
	for i := range ruler {
		if ruler[i] == '-' && (i == 0 || ruler[i-1] != '-') {
			starts = append(starts, i)
		}
	}
	return starts
}

// cut divides a line where the columns begin, counted in characters.
func cut(line view, starts []int) (list []view) {
	n, from := 0, 0
	for i := range line.text {
		if k := len(list) + 1; k < len(starts) && n == starts[k] {
			list = append(list, line.sub(from, i).trim(" "))
			from = i
		}
		n++
	}
	for list = append(list, line.sub(from, len(line.text)).trim(" \r")); len(list) < len(starts); {
		list = append(list, line.sub(len(line.text), len(line.text)))
	}
	return list
}
