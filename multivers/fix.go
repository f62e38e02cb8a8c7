package multivers

import (
	"errors"
	"fmt"
)

// Fix mends a web.config: typographic marks and the like, the key's line and the module's line. Every
// other byte stays, with byte order mark, line ends and indentation. The token, if any, becomes the
// file's; without one a good token in the file stays.
//
// After it [Check] finds no error in the file, and a second Fix makes no edit. What it cannot mend so far
// it refuses: then the file is returned as it came, without edits, and the error says why.
func Fix(config []byte, token string) ([]byte, []Edit, error) {
	fixed, edits, err := fix(config, token)
	if err != nil {
		return config, nil, err
	}
	return fixed, edits, nil
}

func fix(config []byte, token string) ([]byte, []Edit, error) {
	if token != "" {
		if err := firstError(Strength(token)); err != nil {
			return nil, nil, fmt.Errorf("token: %w", err)
		}
	}
	d := parse(config)
	if d.fatal != nil {
		return nil, nil, firstError(d.check("").findings())
	}
	f := &fixer{document: d, lines: d.findLines(), add: map[*element]*addition{}}
	if err := f.mendable(); err != nil {
		return nil, nil, err
	}
	for _, m := range d.mends {
		why := m.id
		if why == "" {
			why = "element-case"
		}
		f.replace(m.start, m.end, m.text, why)
	}
	if err := f.key(token); err != nil {
		return nil, nil, err
	}
	f.module()
	f.additions()
	fixed, edits := f.apply(d.source, config)
	if err := firstError(Check(fixed, Options{})); err != nil {
		return nil, nil, err
	}
	return fixed, edits, nil
}

// firstError makes an error of the first finding of that severity.
func firstError(findings []Finding) error {
	for _, f := range findings {
		if f.Severity != Error {
			continue
		}
		text := f.ID + ": " + join("; ", f.Title, f.Detail)
		if f.Line > 0 {
			return fmt.Errorf("line %d, column %d: %s", f.Line, f.Column, text)
		}
		return errors.New(text)
	}
	return nil
}

// fixer builds the edits of one file.
type fixer struct {
	*document
	lines
	edits
	add map[*element]*addition
}

// addition is what an element gets at its end, as lines without indentation; a tab at the start of one is a step.
type addition struct {
	lines []string
	why   string
}

// mendable tells why a file is left to a person, nil if it is not.
func (f *fixer) mendable() error {
	for _, s := range []section{appSettings, modules} {
		if f.unseen(s) {
			return errors.New("a section is encrypted or stands in another file (configSource): add the line there, by hand")
		}
	}
	return firstError(f.refusals())
}

// refusals are the findings that need a person.
func (f *fixer) refusals() []Finding {
	var result []Finding
	for _, finding := range f.check("").findings() {
		switch finding.ID {
		case "not-configuration", "transform", "section-repeated", "section-in-both", "configsections-not-first", "text-in-section":
			result = append(result, finding)
		}
	}
	return result
}

// key makes the secret token's line right.
func (f *fixer) key(token string) error {
	keep := f.keptKey()
	if token == "" {
		token = f.goodToken()
	}
	if token == "" {
		return errors.New("token: the file has no good one, so one must be given")
	}
	line, _ := Lines(token)
	for _, e := range f.strayKeys {
		f.remove(e, "key-elsewhere")
	}
	for _, e := range f.keys {
		if e != keep {
			f.remove(e, f.whyKey(e))
		}
	}
	switch {
	case keep == nil:
		f.put(appSettings, line, "key-missing")
	case keep.removedBy != nil, !isRightKey(keep) && keep.removesRight != nil:
		f.remove(keep, "key-removed")
		f.put(appSettings, line, "key-removed")
	case !isRightKey(keep):
		f.replace(keep.start, keep.end, line, f.whyKey(keep))
	default:
		if old, _ := keep.get("value"); old != token {
			a := keep.attribute("value")
			f.replace(a.valueStart, a.valueEnd, token, whyToken(old))
		}
	}
	return nil
}

// whyToken tells what is wrong with a token that is replaced.
func whyToken(old string) string {
	for _, finding := range Strength(old) {
		if finding.Severity == Error {
			return finding.ID
		}
	}
	return "token-differs"
}

// keptKey returns the line of which the key stays: the one that counts, or the last that was meant to.
func (f *fixer) keptKey() *element {
	var keep *element
	for _, e := range f.keys {
		if keep == nil || isRightKey(e) || !isRightKey(keep) {
			keep = e
		}
	}
	return keep
}

func isRightKey(e *element) bool {
	_, found := e.get("value")
	return found && e.is("key", Key)
}

func (f *fixer) whyKey(e *element) string {
	switch {
	case isRightKey(e):
		return "key-repeated"
	case e.is("key", Key):
		return "token-empty"
	}
	return "key-misspelt"
}

// goodToken returns the token that the file has, if it is a good one: that of the line that counts, or else of any.
func (f *fixer) goodToken() string {
	good := ""
	for _, list := range [][]*element{f.strayKeys, f.keys} {
		for _, e := range list {
			if value, _ := e.get("value"); firstError(Strength(value)) == nil {
				good = value
			}
		}
	}
	return good
}

// module makes the module's line right.
func (f *fixer) module() {
	_, line := Lines("")
	for _, e := range f.strayModules {
		if e.parent != nil && e.parent.section == httpModules {
			f.remove(e, "module-in-httpmodules")
		} else {
			f.remove(e, "module-elsewhere")
		}
	}
	keep := f.keptModule()
	for _, e := range f.modules {
		if e != keep {
			f.remove(e, "module-repeated")
		}
	}
	switch {
	case keep == nil:
		f.put(modules, line, "module-missing")
	case keep.removedBy != nil, !isRightModule(keep) && keep.removesRight != nil:
		f.remove(keep, "module-removed")
		f.put(modules, line, "module-removed")
	case !isRightModule(keep):
		f.replace(keep.start, keep.end, line, whyModule(keep))
	default:
		if a := keep.attribute("preCondition"); a != nil && a.raw != "" {
			start := a.start
			if f.blank(start - 1) {
				start--
			}
			f.replace(start, a.end, "", "module-precondition")
		}
	}
}

func whyModule(e *element) string {
	if e.attribute("name") == nil || e.attribute("type") == nil {
		return "module-incomplete"
	}
	return "module-type"
}

// keptModule returns the line of the module that stays: the first that works, or else the first.
func (f *fixer) keptModule() *element {
	var keep *element
	for _, e := range f.modules {
		if keep == nil || works(e) && !works(keep) {
			keep = e
		}
	}
	return keep
}

func works(e *element) bool { return isRightModule(e) && e.removedBy == nil }

func isRightModule(e *element) bool {
	_, named := e.get("name")
	kind, _ := e.get("type")
	return named && typeMistake(kind) == ""
}
