package paste

import "strings"

// plain reads "name: value" where the name is one that people and programs
// give a field: at the beginning of the line, or as logfmt has them.
func (w *walk) plain(v view) bool {
	i, start := endOfName(v.text)
	if i < 0 {
		return false
	}
	name := strings.Trim(v.text[start:i], nameMarks)
	name = strings.TrimPrefix(name, "export ")
	for _, sep := range ";,&" {
		if n := strings.Count(v.text, "="); n > 1 && v.text[i] == '=' && strings.Count(v.text, string(sep)) >= n-1 && w.settingsLine(v, string(sep)) {
			return true
		}
	}
	what := identify(name)
	if field := what.field; field != "" && v.text[i] == '=' && (strings.Count(v.text, "=") == 1 || isAddress(strings.TrimSpace(v.text[i+1:]))) {
		// "Customer ID = …", and an address with a query
	} else if v.text[i] == '=' && strings.Contains(name, " ") || strings.Count(v.text, "=") > 1 && strings.Contains(v.text, " ") && v.text[i] == '=' {
		return w.logfmt(v)
	}
	if n := strings.IndexAny(v.text[i+1:], " =:"); v.text[i] == ':' && n > 0 && v.text[i+1] != '*' && identify(v.text[start:i+1+n]).field != "" {
		name, i = v.text[start:i+1+n], i+1+n // Netvisor:CustomerKey
	}
	what = identify(name)
	sep, skip := separator(v.text[i:])
	isVariable := strings.HasPrefix(strings.TrimSpace(v.text), "@") || v.text[i] == '=' || w.form == "bruno" && isKey(name)
	if sep == 0 || what.field == "" && !isVariable {
		return false
	}
	val := w.content(uncommented(v.sub(i+skip, len(v.text)), sep, what), sep)
	if text, _ := val.text(); text == "" {
		if what.field != "" && sep == ':' {
			w.pending, w.pendingAt = name, v.at(0)
		}
		return what.field != ""
	}
	defer w.as(w.lineForm(v.text))()
	w.add(name, val, v.at(0))
	return what.field != "" || w.form == "bruno"
}

const nameMarks = " |\t>*-`\"'@"

// endOfName returns where the name at the beginning of a line ends: before a
// colon, an equals sign, a tab, the border of a cell or two spaces. -1 is none.
func endOfName(line string) (end, start int) {
	for start < len(line) && has(nameMarks, line[start]) {
		start++
	}
	head := line[start:min(len(line), start+100)]
	n := 0
	for n < len(head) && !has(":=\t|", head[n]) { // IndexAny makes a table for each line
		n++
	}
	if n == len(head) {
		n = -1
	}
	for _, gap := range []string{"  ", " - ", " -> ", " → ", " – "} {
		if at := strings.Index(head, gap); n < 0 || at > 0 && at < n && gap != "  " && identify(line[start:start+at]).field != "" {
			n = at
		}
	}
	if n <= 0 {
		return -1, start
	}
	return start + n, start
}

// uncommented leaves out the comment behind a setting.
func uncommented(v view, sep byte, what identified) view {
	if n := strings.Index(v.text, " #"); n >= 0 && sep == '=' && what.rank == rankPlain {
		return v.sub(0, n)
	}
	return v
}

// settingsLine reads name=value pairs with a sign between them, if all have names that are known or none is a header's.
func (w *walk) settingsLine(v view, sep string) bool {
	any := false
	for at := 0; at < len(v.text); {
		end := len(v.text)
		if n := strings.Index(v.text[at:], sep); n >= 0 {
			end = at + n
		}
		piece := v.sub(at, end).trim(" \r")
		if n := strings.IndexByte(piece.text, '='); n > 0 && identify(piece.text[:n]).rank == rankPlain {
			any = true
			w.add(piece.text[:n], w.content(piece.sub(n+1, len(piece.text)), '='), piece.at(0))
		}
		at = end + 1
	}
	return any
}

// logfmt reads key=value pairs, of which values with spaces are quoted.
func (w *walk) logfmt(v view) bool {
	defer w.as("logfmt")()
	any := false
	failed := map[string]int{}
	for i := 0; i < len(v.text); {
		equals := strings.IndexByte(v.text[i:], '=')
		if equals < 0 {
			break
		}
		equals += i
		start := strings.LastIndexByte(v.text[i:equals], ' ') + 1 + i
		val, next, ok := anyLanguage.quoted(v, min(equals+1, len(v.text)), failed)
		if !ok {
			next = equals + 1
			for next < len(v.text) && v.text[next] != ' ' {
				next++
			}
			val = literal(v.sub(equals+1, next), 0)
		}
		w.add(v.text[start:equals], val, v.at(start))
		any = any || identify(v.text[start:equals]).field != ""
		i = next
	}
	return any
}
