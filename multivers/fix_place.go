package multivers

import "strings"

// remove takes an element out, with its lines if it has them for itself.
func (f *fixer) remove(e *element, why string) {
	start, end := f.whole(e)
	f.replace(start, end, "", why)
}

// put adds a line at the end of a section, which it makes if there is none.
func (f *fixer) put(s section, line, why string) {
	if found := f.in(s); len(found) > 0 {
		f.append(found[0], why, line)
		return
	}
	if s == appSettings {
		f.putSettings(line, why)
		return
	}
	lines := []string{"<modules>", "\t" + line, "</modules>"}
	if found := f.in(webServer); len(found) > 0 {
		f.append(found[0], why, lines...)
		return
	}
	for i := range lines {
		lines[i] = "\t" + lines[i]
	}
	f.append(f.elements[0], why, append(append([]string{"<system.webServer>"}, lines...), "</system.webServer>")...)
}

// putSettings makes appSettings the first section, but after configSections, which must be first.
func (f *fixer) putSettings(line, why string) {
	lines := []string{"<appSettings>", "\t" + line, "</appSettings>"}
	root := f.elements[0]
	at, indent := root.tagEnd, f.inside(root)
	if root.empty {
		f.append(root, why, lines...)
		return
	}
	if found := f.in(configSections); len(found) > 0 {
		at = found[0].end
		if own, alone := f.indentation(found[0].start); alone {
			indent = own
		}
	} else if root.firstChild != none {
		if first, alone := f.indentation(root.firstChild); alone {
			indent = first
		}
	}
	f.insert(at, f.block(indent, lines), why)
}

// block writes lines, each on a line of its own behind a line end.
func (f *fixer) block(indent string, lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		text := strings.TrimLeft(line, "\t")
		b.WriteString(f.document.lines.usual() + indent + strings.Repeat(f.step(), len(line)-len(text)) + text)
	}
	return b.String()
}

// append adds lines at the end of an element, together with others that it gets.
func (f *fixer) append(e *element, why string, lines ...string) {
	a := f.add[e]
	if a == nil {
		a = &addition{why: why}
		f.add[e] = a
	}
	a.lines = append(a.lines, lines...)
}

// additions writes what the elements get at their ends.
func (f *fixer) additions() {
	for _, e := range f.elements {
		a := f.add[e]
		if a == nil {
			continue
		}
		newline := f.document.lines.usual()
		own, _ := f.indentation(e.start)
		block := f.block(f.inside(e), a.lines)
		if e.empty {
			slash := e.tagEnd - len("/>")
			for f.blank(slash - 1) {
				slash--
			}
			f.replace(slash, e.tagEnd, ">"+block+newline+own+"</"+e.name+">", a.why)
			continue
		}
		if indent, alone := f.indentation(e.endTag); alone {
			at := e.endTag - len(indent)
			f.insert(at, strings.TrimPrefix(block, newline)+newline, a.why)
			continue
		}
		f.insert(e.endTag, block+newline+own, a.why)
	}
}
