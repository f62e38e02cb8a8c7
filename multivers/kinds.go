package multivers

import (
	"strings"

	"netvisormac/internal/said"
)

// kind is what a file may be instead of the web.config of the WebAPI.
type kind struct {
	id string
	// is tells whether a file is of this kind: at which offset that shows, and what it is more exactly.
	is    func(d *document) (at int, details []said.Text, found bool)
	stops bool // nothing else is said of the file, and nothing is mended
}

// kinds are those that are told apart, the surest first.
var kinds = []kind{
	{"not-text", isNoText, true},
	{"line-alone", isLineAlone, true},
	{"not-configuration", isOtherRoot, true},
	{"other-config", isServerFile, true},
	{"transform", isTransform, true},
	{"views-config", isViews, false},
	{"folder-config", isFolder, false},
	{"aspnet-core", hasSection(aspNetCore), false},
	{"right-file", hasSection(openAuth), false},
}

// rightFile reports what kind of file this is, and tells whether to look into it.
func (r *report) rightFile(d *document) bool {
	for _, k := range kinds {
		if at, details, found := k.is(d); found {
			r.add(k.id, at, details...)
			if k.stops {
				return false
			}
		}
	}
	return true
}

// beginnings are those of files that hold no text, as their characters are read.
var beginnings = []struct{ text, what string }{
	{"MZ", "file.program-or-dll"}, {"PK\x03\x04", "file.zip"},
	{"\x89PNG", "file.picture"}, {"\xff\xd8\xff", "file.picture"}, {"GIF8", "file.picture"}, {"BM", "file.picture"},
	{"%PDF", "file.pdf"}, {"\xd0\xcf\x11\xe0", "file.installer"}, {"\x7fELF", "file.program"},
	{"Rar!", "file.archive"}, {"7z\xbc\xaf", "file.archive"}, {"\x1f\x8b", "file.archive"},
	{"0\x82", "file.certificate"}, {"-----BEGIN ", "file.certificate-or-key"},
	{"SQLite format", "file.database"},
}

// isNoText knows by its first bytes what is no text. What is well-formed XML is text.
func isNoText(d *document) (at int, details []said.Text, found bool) {
	if d.fatal == nil {
		return none, nil, false
	}
	for _, b := range beginnings {
		if strings.HasPrefix(d.text, b.text) && (len(b.text) > 2 || hasControls(d.text)) {
			return none, []said.Text{Sentences.Text(b.what)}, true
		}
	}
	return none, nil, hasControls(d.text) && !strings.HasPrefix(strings.TrimLeft(d.text, "\ufeff \t\r\n"), "<")
}

// hasControls tells whether a text begins with what no text has: control characters, or bytes of no encoding.
func hasControls(text string) bool {
	strange := 0
	for i, r := range text {
		if i >= 512 {
			break
		}
		if r == 0xFFFD || !isCharacter(r) {
			strange++
		}
	}
	return strange > 2
}

// isLineAlone knows one or both of the guide's lines, without a file around them.
func isLineAlone(d *document) (at int, details []said.Text, found bool) {
	text := strings.ToLower(strings.TrimLeft(d.text, "\ufeff \t\r\n"))
	line := strings.HasPrefix(text, "<add") || strings.HasPrefix(text, "&lt;add") || strings.HasPrefix(text, "add key") || strings.HasPrefix(text, "add name")
	return none, nil, line && strings.Contains(text, "zenvoices")
}

// roots are what other files have as their first element.
var roots = []rootElement{
	{"appSettings", "file.section"}, {"modules", "file.section"}, {"system.webServer", "file.section"},
	{"connectionStrings", "file.section"}, {"system.web", "file.section"},
	{"packages", "file.packages"}, {"Project", "file.project"}, {"html", "file.html"},
	{"assembly", "file.manifest"}, {"rules", "file.rewrite"}, {"doc", "file.documentation"},
}

type rootElement struct{ name, what string }

func (r rootElement) told() said.Text {
	if r.what == "file.section" {
		return Sentences.Text(r.what, "section", "<"+r.name+">")
	}
	return Sentences.Text(r.what)
}

func isOtherRoot(d *document) (at int, details []said.Text, found bool) {
	if d.fatal != nil || len(d.in(configuration)) > 0 {
		return none, nil, false
	}
	for _, root := range roots {
		if root.name == d.root {
			details = []said.Text{root.told()}
		}
	}
	return none, details, true
}

// serverFiles are sections that stand in one file only, which is not web.config.
var serverFiles = []struct {
	in   section
	what string
}{
	{applicationHost, "file.application-host"},
	{redirection, "file.redirection"},
	{providers, "file.administration"},
	{packageSources, "file.nuget"},
	{startup, "file.exe-config"},
}

func isServerFile(d *document) (at int, details []said.Text, found bool) {
	for _, file := range serverFiles {
		for _, e := range d.elements {
			if e.section == file.in {
				return e.start, []said.Text{Sentences.Text(file.what)}, true
			}
		}
	}
	return none, nil, false
}

// isTransform knows a transform by one of its attributes, by the namespace of its root, and by the comments that
// Visual Studio writes into one without any.
func isTransform(d *document) (at int, details []said.Text, found bool) {
	if d.xdt != none {
		return d.xdt, nil, true
	}
	for _, e := range d.in(configuration) {
		for _, a := range e.attributes {
			if a.name == "xmlns:xdt" || a.raw == transformNamespace {
				return a.start, nil, true
			}
		}
	}
	i := strings.Index(d.text, "xdt:Transform=")
	return i, nil, i >= 0 && d.fatal == nil && len(d.elements) < 4
}

// isViews knows the file that Visual Studio puts in Views, by the section of Razor and by the handlers that keep views from being served.
func isViews(d *document) (at int, details []said.Text, found bool) {
	for _, e := range d.elements {
		name, _ := e.get("name")
		kind, _ := e.get("type")
		blocks := e.section == handlerAdd && (name == "BlockViewHandler" || strings.HasSuffix(kind, "HttpNotFoundHandler"))
		if e.section == razor || blocks {
			return e.start, nil, true
		}
	}
	return none, nil, false
}

// isFolder knows a file that only says who may enter a folder.
func isFolder(d *document) (at int, details []said.Text, found bool) {
	first := none
	for _, e := range d.elements {
		switch e.section {
		case configuration, systemWeb:
		case authorization:
			first = e.start
		default:
			return none, nil, false
		}
	}
	return first, nil, first != none && len(d.in(configuration)) == 1 && d.in(configuration)[0].firstChild == d.in(configuration)[0].lastChild
}

func hasSection(s section) func(d *document) (int, []said.Text, bool) {
	return func(d *document) (int, []said.Text, bool) { return d.startOf(s), nil, d.startOf(s) != none }
}
