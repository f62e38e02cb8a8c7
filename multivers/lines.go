package multivers

import (
	"cmp"
	"strings"

	"netvisormac/internal/said"
)

// lines are the two lines of the guide as a web.config has them, right or wrong.
type lines struct {
	keys, modules []*element // in appSettings and in modules, in any spelling, holding for the whole application
	strayKeys     []*element // where they do nothing
	strayModules  []*element
	inLocation    []*element // holding for one path only
}

// ours tells by the attributes of an element whether it is one of the two lines or was meant to be.
func ours(e attributes) bool { return isKey(e) || isModule(e) }

// isKey tells whether an element has our key, or one so near that it was meant.
func isKey(e attributes) bool {
	key, found := e.get("key")
	return found && nearly(key, keyLetters)
}

// isModule tells whether an element has our module's name or type, or one so near that it was meant.
func isModule(e attributes) bool {
	name, _ := e.get("name")
	kind, _ := e.get("type")
	class, _, _ := strings.Cut(kind, ",")
	return nearly(name, moduleLetters) || nearly(class, classLetters) || nearly(class, moduleLetters)
}

// findLines finds the two lines.
func (d *document) findLines() lines {
	var l lines
	for _, e := range d.elements {
		switch key, module := isKey(e.attributes), isModule(e.attributes); {
		case e.name != "add" || !key && !module:
		case !e.here():
			l.inLocation = append(l.inLocation, e)
		case e.section == keyAdd && key:
			l.keys = append(l.keys, e)
		case e.section == moduleAdd && module:
			l.modules = append(l.modules, e)
		case key:
			l.strayKeys = append(l.strayKeys, e)
		default:
			l.strayModules = append(l.strayModules, e)
		}
	}
	d.markRemovals(l)
	return l
}

// in returns the elements of a section that hold for the whole application.
func (d *document) in(s section) []*element {
	var found []*element
	for _, e := range d.elements {
		if e.section == s && e.here() {
			found = append(found, e)
		}
	}
	return found
}

// startOf returns the offset of a section, none if there is none.
func (d *document) startOf(s section) int {
	if found := d.in(s); len(found) > 0 {
		return found[0].start
	}
	return none
}

// markRemovals notes at each of the lines the element after it that takes it away again: a clear, or a remove of its name.
func (d *document) markRemovals(l lines) {
	wanted := map[*element]bool{}
	for _, list := range [][]*element{l.keys, l.modules} {
		for _, e := range list {
			wanted[e] = true
		}
	}
	removes := map[string]*element{} // by the add's section and the name, clears by no name
	for i := len(d.elements) - 1; i >= 0; i-- {
		e := d.elements[i]
		switch e.section {
		case keyClear, moduleClear, keyRemove, moduleRemove:
			if e.here() {
				removes[e.collectionKey()] = e
			}
		case keyAdd, moduleAdd:
			if !wanted[e] {
				continue
			}
			key := e.collectionKey()
			cleared := removes[key[:1]]
			e.removedBy = cmp.Or(removes[key], cleared)
			e.removesRight = cmp.Or(removes[e.section.rightKey()], cleared)
		}
	}
}

// rightKey is the collection key of the right line in a section.
func (s section) rightKey() string {
	if s == keyAdd {
		return "k " + strings.ToLower(Key)
	}
	return "m " + strings.ToLower(ModuleName)
}

// collectionKey is the same for an add and the remove of it; a clear has only its first character.
func (e *element) collectionKey() string {
	switch e.section {
	case keyClear:
		return "k"
	case moduleClear:
		return "m"
	case keyAdd, keyRemove:
		key, _ := e.get("key")
		return "k " + strings.ToLower(key)
	}
	name, _ := e.get("name")
	return "m " + strings.ToLower(name)
}

// typeMistake tells what is wrong in a module's type, "" if nothing is. .NET minds the capitals of the class, not of the assembly.
func typeMistake(kind string) said.Text {
	class, assembly, found := strings.Cut(kind, ",")
	class = strings.TrimSpace(class)
	assembly, _, _ = strings.Cut(assembly, ",")
	switch {
	case class == ModuleName:
		return Sentences.Text("module.class-is-assembly", "class", Class)
	case class != Class && strings.EqualFold(class, Class):
		return Sentences.Text("module.class-capitals", "class", Class)
	case class != Class:
		return Sentences.Text("module.class", "class", Class)
	case !found:
		return Sentences.Text("module.assembly-missing", "assembly", ModuleName)
	case !strings.EqualFold(strings.TrimSpace(assembly), ModuleName):
		return Sentences.Text("module.assembly", "assembly", ModuleName)
	}
	return said.Text{}
}

// The letters of the three names, by which a name that was meant to be one of them is known.
const (
	keyLetters    = "zenvoicessecrettoken"
	moduleLetters = "zenvoicessecuritytokenhttpmodule"
	classLetters  = "zenvoicesmoduleszenvoicessecrettokensecurityhttpmodule"
)

// nearly tells whether a name was meant to be the one of these letters: it has them but for three, in any capitals, with any signs between.
func nearly(name, meant string) bool {
	if len(name) < len(meant)-3 || len(name) > 4*len(meant) {
		return false
	}
	return distance(letters(name), meant) <= 3
}

// letters returns the letters of ASCII, small ones.
func letters(s string) string {
	small := make([]byte, 0, len(s))
	for i := range len(s) {
		if c := s[i] | 0x20; 'a' <= c && c <= 'z' {
			small = append(small, c)
		}
	}
	return string(small)
}

// distance returns how many letters must be put in, taken out or replaced to make b of a (Levenshtein), or 99 if the lengths are too different.
func distance(a, b string) int {
	if len(a) > len(b)+3 || len(b) > len(a)+3 {
		return 99
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
