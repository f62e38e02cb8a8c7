package multivers

import (
	"cmp"
	"slices"
)

// Fix mends a web.config: typographic marks and the like, the key's line and the module's line. Every
// other byte stays, with byte order mark, line ends and indentation. The token, if any, becomes the
// file's; without one a good token in the file stays.
//
// After it [Check] finds no error in the file, and a second Fix makes no edit. What it cannot mend so far
// it refuses: then the file is returned as it came, without edits, and the error, a *[Refusal], says why.
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
			return nil, nil, err
		}
	}
	d := parse(config)
	if d.fatal != nil {
		return nil, nil, firstError(d.check("").findings())
	}
	f := &fixer{document: d, lines: d.findLines(), add: map[*element]*addition{}}
	if err := cmp.Or(firstError(f.refusals()), f.unseenBoth()); err != nil {
		return nil, nil, err
	}
	f.edits = d.mends
	for i := range f.list {
		if f.list[i].row == none {
			f.list[i].row = int16(Row("element-case"))
		}
	}
	if f.unseen(appSettings) == nil {
		if err := f.key(token); err != nil {
			return nil, nil, err
		}
	}
	if f.unseen(modules) == nil {
		f.module()
	}
	f.additions()
	fixed, edits := f.apply(d.source, config)
	if len(edits) > 0 {
		d = parse(fixed)
	}
	if err := firstError(d.check("").findings()); err != nil {
		return nil, nil, err
	}
	return fixed, edits, nil
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

// unseenBoth refuses a file of which both sections stand elsewhere or are encrypted.
func (f *fixer) unseenBoth() error {
	if e := f.unseen(appSettings); e != nil && f.unseen(modules) != nil {
		return f.refuse(whyUnseen(e), e.start, Sentences.Text("finding.by-hand"))
	}
	return nil
}

// refusals are the findings that need a person.
func (f *fixer) refusals() []Finding {
	var result []Finding
	for _, finding := range f.check("").findings() {
		switch finding.ID {
		case "section-repeated", "section-in-both", "configsections-not-first", "text-in-section":
			result = append(result, finding)
		default:
			if slices.ContainsFunc(kinds, func(k kind) bool { return k.stops && k.id == finding.ID }) {
				result = append(result, finding)
			}
		}
	}
	return result
}
