package multivers

import "strings"

// kind is what a file may be instead of the web.config of the WebAPI.
type kind struct {
	id string
	// is tells whether a file is of this kind: at which offset that shows, and what it is more exactly.
	is    func(d *document) (at int, detail string, found bool)
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
		if at, detail, found := k.is(d); found {
			r.add(k.id, at, detail)
			if k.stops {
				return false
			}
		}
	}
	return true
}

// beginnings are those of files that hold no text, as their characters are read.
var beginnings = []struct{ text, what string }{
	{"MZ", "it is a DLL or a program"}, {"PK\x03\x04", "it is a zip file or an Office document"},
	{"\x89PNG", "it is a picture"}, {"\xff\xd8\xff", "it is a picture"}, {"GIF8", "it is a picture"}, {"BM", "it is a picture"},
	{"%PDF", "it is a PDF"}, {"\xd0\xcf\x11\xe0", "it is an installer or an old Office document"}, {"\x7fELF", "it is a program"},
	{"Rar!", "it is an archive"}, {"7z\xbc\xaf", "it is an archive"}, {"\x1f\x8b", "it is an archive"},
	{"0\x82", "it is a certificate"}, {"-----BEGIN ", "it is a certificate or a key"},
	{"SQLite format", "it is a database"},
}

// isNoText knows by its first bytes what is no text. What is well-formed XML is text.
func isNoText(d *document) (at int, detail string, found bool) {
	if d.fatal == nil {
		return none, "", false
	}
	for _, b := range beginnings {
		if strings.HasPrefix(d.text, b.text) && (len(b.text) > 2 || hasControls(d.text)) {
			return none, b.what, true
		}
	}
	return none, "", hasControls(d.text) && !strings.HasPrefix(strings.TrimLeft(d.text, "\ufeff \t\r\n"), "<")
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
func isLineAlone(d *document) (at int, detail string, found bool) {
	text := strings.ToLower(strings.TrimLeft(d.text, "\ufeff \t\r\n"))
	line := strings.HasPrefix(text, "<add") || strings.HasPrefix(text, "&lt;add") || strings.HasPrefix(text, "add key") || strings.HasPrefix(text, "add name")
	return none, "", line && strings.Contains(text, "zenvoices")
}

// roots are what other files have as their first element.
var roots = []struct{ name, what string }{
	{"appSettings", "it is the section <appSettings> alone"}, {"modules", "it is the section <modules> alone"}, {"system.webServer", "it is the section <system.webServer> alone"},
	{"connectionStrings", "it is the section <connectionStrings> alone"}, {"system.web", "it is the section <system.web> alone"},
	{"packages", "it is the list of packages of a project"}, {"Project", "it is a project of Visual Studio"}, {"html", "it is a page of HTML"},
	{"assembly", "it is the manifest of a program"}, {"rules", "it holds rules of URL Rewrite"}, {"doc", "it is the documentation of a DLL"},
}

func isOtherRoot(d *document) (at int, detail string, found bool) {
	if d.fatal != nil || len(d.in(configuration)) > 0 {
		return none, "", false
	}
	for _, root := range roots {
		if root.name == d.root {
			detail = root.what
		}
	}
	return none, detail, true
}

// serverFiles are sections that stand in one file only, which is not web.config.
var serverFiles = []struct {
	in   section
	what string
}{
	{applicationHost, "it is applicationHost.config, by which the whole server runs"},
	{redirection, "it is redirection.config of IIS"},
	{providers, "it is administration.config of IIS"},
	{packageSources, "it is NuGet.config"},
	{startup, "it is the configuration of a program (.exe.config), not of a site"},
}

func isServerFile(d *document) (at int, detail string, found bool) {
	for _, file := range serverFiles {
		for _, e := range d.elements {
			if e.section == file.in {
				return e.start, file.what, true
			}
		}
	}
	return none, "", false
}

// isTransform knows a transform by one of its attributes, by the namespace of its root, and by the comments that
// Visual Studio writes into one without any.
func isTransform(d *document) (at int, detail string, found bool) {
	if d.xdt != none {
		return d.xdt, "", true
	}
	for _, e := range d.in(configuration) {
		for _, a := range e.attributes {
			if a.name == "xmlns:xdt" || a.raw == transformNamespace {
				return a.start, "", true
			}
		}
	}
	i := strings.Index(d.text, "xdt:Transform=")
	return i, "", i >= 0 && d.fatal == nil && len(d.elements) < 4
}

// isViews knows the file that Visual Studio puts in Views, by the section of Razor and by the handlers that keep views from being served.
func isViews(d *document) (at int, detail string, found bool) {
	for _, e := range d.elements {
		name, _ := e.get("name")
		kind, _ := e.get("type")
		blocks := e.section == handlerAdd && (name == "BlockViewHandler" || strings.HasSuffix(kind, "HttpNotFoundHandler"))
		if e.section == razor || blocks {
			return e.start, "", true
		}
	}
	return none, "", false
}

// isFolder knows a file that only says who may enter a folder.
func isFolder(d *document) (at int, detail string, found bool) {
	first := none
	for _, e := range d.elements {
		switch e.section {
		case configuration, systemWeb:
		case authorization:
			first = e.start
		default:
			return none, "", false
		}
	}
	return first, "", first != none && len(d.in(configuration)) == 1 && d.in(configuration)[0].firstChild == d.in(configuration)[0].lastChild
}

func hasSection(s section) func(d *document) (int, string, bool) {
	return func(d *document) (int, string, bool) { return d.startOf(s), "", d.startOf(s) != none }
}
