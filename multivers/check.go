package multivers

import (
	"strconv"
	"strings"

	"netvisormac/internal/said"
)

// Options are what is known besides the web.config. What is empty is not checked.
type Options struct {
	Token        string // the secret token as it was entered in Zenvoices
	URL          string // the API address as it was entered in Zenvoices
	RefreshToken string // the OAuth refresh token as it was entered in Zenvoices
	Multivers    string // version of Multivers, as 10.8.1
	WebAPI       string // version of Multivers WebAPI, as 2.2.1.1
	// Output is what these commands printed on the server, one or more of them in any order:
	// appcmd list sites, list apps and list apppools, netsh http show sslcert, Get-WebBinding.
	Output string

	Name string // of the file
	// Site is the name of the WebAPI's site in IIS, by which Output is read; without it the site counts that has https
	// at the API's port.
	Site string

	NoRefreshToken    bool // no refresh token has been made yet
	Proxy             bool // a reverse proxy or SSL offloader stands before IIS
	OtherApplications bool // other applications use this API
}

// Check judges a web.config, given as the file's bytes, and what the options hold. An empty file is not
// checked if the options hold something. Findings come in the order in which to mend them: errors
// first. Nothing is an error that [Fix] did not mend, or that it refuses to mend.
func Check(config []byte, o Options) []Finding {
	r := &report{}
	if len(config) > 0 || o == (Options{}) {
		r = parse(config).check(o.Token)
	}
	if o.Token != "" && !r.has("token-equal") {
		r.token(o.Token, none, Sentences.Text("token.in-zenvoices"))
	}
	r.name(o.Name)
	r.values(o)
	return r.findings()
}

// check reports everything that is to say about a file.
func (d *document) check(token string) *report {
	r := &report{text: d.text}
	right := r.rightFile(d)
	if r.has("not-text") || r.has("line-alone") {
		return r
	}
	r.mends(d)
	if d.fatal != nil {
		r.add(d.fatal.id, d.fatal.at, d.fatal.details...)
		return r
	}
	if !d.broken {
		r.add("xml-ok", none)
	}
	if !right {
		return r
	}
	l := d.findLines()
	r.strict(d)
	r.sections(d)
	r.keys(d, l, token)
	r.modules(d, l)
	r.hygiene(d)
	return r
}

// mends reports what stands in the way of XML, each kind once a line.
func (r *report) mends(d *document) {
	last := make([]int, len(Problems)) // where each stood, plus one
	for _, m := range d.mends.list {
		if m.row == none {
			continue
		}
		before := last[m.row]
		last[m.row] = int(m.start) + 1
		if before == 0 || hasLineEnd(d.text[before-1:m.start]) {
			r.add(Problems[m.row].ID, int(m.start))
		}
	}
}

func hasLineEnd(text string) bool {
	return strings.IndexByte(text, '\n') >= 0 || strings.IndexByte(text, '\r') >= 0
}

// keys reports on the secret token's line.
func (r *report) keys(d *document, l lines, token string) {
	for _, e := range l.strayKeys {
		r.add(e.whyStray("key-elsewhere"), e.start)
	}
	var right []*element
	for _, e := range l.keys {
		if key, _ := e.get("key"); strings.EqualFold(key, Key) {
			right = append(right, e)
		} else {
			r.add("key-misspelt", e.start)
		}
	}
	if len(right) == 0 {
		if d.unseen(appSettings) == nil {
			r.add("key-missing", d.startOf(appSettings))
		}
		return
	}
	last := right[len(right)-1]
	value, _ := last.get("value")
	where := Sentences.Text("line.counts", "line", r.line(last.start))
	for _, e := range right[:len(right)-1] {
		if other, _ := e.get("value"); other == value {
			r.add("key-repeated", e.start, where)
		} else {
			r.add("keys-differ", e.start, where)
		}
	}
	if last.removedBy != nil {
		r.add("key-removed", last.removedBy.start)
	}
	at := last.start
	if a := last.attribute("value"); a != nil {
		at = a.valueStart
	}
	if r.token(value, at, said.Text{}); firstError(Strength(value)) == nil {
		r.equal(value, token, at)
	}
}

// whyStray is what is wrong with a line that stands in the wrong place.
func (e *element) whyStray(id string) string {
	if e.escaped {
		return "line-escaped"
	}
	return id
}

// modules reports on the module's line.
func (r *report) modules(d *document, l lines) {
	for _, e := range l.inLocation {
		r.add("in-location", e.start)
	}
	ignored := unprotected(d)
	for _, e := range l.strayModules {
		if e.parent != nil && e.parent.section == httpModules {
			r.add("module-in-httpmodules", e.start, ignored)
		} else {
			r.add(e.whyStray("module-elsewhere"), e.start)
		}
	}
	if len(l.modules) == 0 {
		if d.unseen(modules) == nil {
			r.add("module-missing", d.startOf(modules))
		}
		return
	}
	first := l.modules[0]
	where := Sentences.Text("line.also", "line", r.line(first.start))
	names := map[string]bool{}
	for i, e := range l.modules {
		name := e.collectionKey()
		if names[name] {
			r.add("module-repeated", e.start, where)
		} else if i > 0 {
			r.add("module-twice", e.start, where)
		}
		names[name] = true
		r.module(e)
	}
	if strangeAmong(moduleAdd, first.attributes) == nil && !r.has("module-type") && !r.has("module-incomplete") && !r.has("module-removed") && !r.has("module-repeated") {
		r.add("module-ok", first.start)
	}
}

// module reports on one line of the module.
func (r *report) module(e *element) {
	name, named := e.get("name")
	kind, typed := e.get("type")
	if !named || !typed {
		r.add("module-incomplete", e.start)
	} else if why := typeMistake(kind); !why.IsEmpty() {
		r.add("module-type", e.attribute("type").start, why)
	} else if name != ModuleName {
		r.add("module-name", e.attribute("name").start)
	}
	if strings.Count(kind, ",") > 1 {
		r.add("module-version", e.attribute("type").start)
	}
	if e.removedBy != nil {
		r.add("module-removed", e.removedBy.start)
	}
	if condition, found := e.get("preCondition"); found && condition != "" {
		if !allRequests(e.parent) || condition != "managedHandler" {
			r.add("module-precondition", e.attribute("preCondition").start)
		}
	}
}

func allRequests(modules *element) bool {
	return modules != nil && modules.is("runAllManagedModulesForAllRequests", "true")
}

// unprotected tells what IIS makes of a module in httpModules.
func unprotected(d *document) said.Text {
	for _, e := range d.in(validation) {
		if e.is("validateIntegratedModeConfiguration", "false") {
			return Sentences.Text("module.ignored")
		}
	}
	return Sentences.Text("module.refused")
}

func (r *report) line(at int) string {
	p := place{line: 1, column: 1}
	p.advance(r.text, at)
	return strconv.Itoa(p.line)
}
