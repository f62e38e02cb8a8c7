package multivers

import "strings"

// strict reports what .NET and IIS refuse around the sections and in them, where a reading of XML alone would not.
func (r *report) strict(d *document) {
	root := d.in(configuration)[0]
	for _, a := range root.attributes {
		switch {
		case a.name == "xmlns" && a.raw != configurationNamespace:
			r.add("root-namespace", a.start)
		case a.name != "xmlns":
			r.add("root-attribute", a.start)
		}
	}
	for _, e := range d.in(configSections) {
		if root.firstChild != e.start {
			r.add("configsections-not-first", e.start)
		}
	}
	for _, at := range d.instructions {
		r.add("instruction", at)
	}
	for _, e := range d.elements {
		if e.section == foreign {
			r.add("element-unknown", e.start)
		}
		if a := e.strange(); a != nil {
			r.add("attribute-unknown", a.start)
		}
	}
}

// lineAttributes are those that the elements of the two lines may have; a name with lock at its start may stand everywhere.
var lineAttributes = [...][]string{
	keyAdd: {"key", "value"}, keyRemove: {"key"}, keyClear: {},
	moduleAdd: {"name", "type", "preCondition"}, moduleRemove: {"name"}, moduleClear: {}, lastSection: nil,
}

// strange returns an attribute of a line that .NET or IIS does not know, nil if there is none.
func (e *element) strange() *attribute {
	if misplaced := e.section == keyAdd && isModule(e.attributes) || e.section == moduleAdd && isKey(e.attributes); misplaced {
		return nil // said already
	}
	return strangeAmong(e.section, e.attributes)
}

func strangeAmong(s section, list attributes) *attribute {
	known := lineAttributes[s]
	for i := range list {
		name := list[i].name
		if known != nil && !equalsAny(name, known) && !strings.HasPrefix(name, "lock") && !strings.HasPrefix(name, "xmlns") {
			return &list[i]
		}
	}
	return nil
}

// name reports on a file's name that IIS does not read, or that belongs to another file.
func (r *report) name(name string) {
	lower := strings.ToLower(name)
	if lower != "" && lower != "web.config" && !r.has("other-config") && !r.has("transform") {
		r.add("other-name", none)
	}
}

// sections reports on the sections themselves.
func (r *report) sections(d *document) {
	for _, at := range d.texts {
		r.add("text-in-section", at)
	}
	r.repeated(d, appSettings)
	r.repeated(d, modules)
	groups := d.in(webServer)
	for _, e := range groups[min(1, len(groups)):] {
		if e.location == groups[0].location {
			r.add("group-repeated", e.start)
		}
	}
	for _, e := range d.in(moduleClear) {
		r.add("modules-cleared", e.start)
	}
	for _, e := range d.in(moduleRemove) {
		if name, _ := e.get("name"); equalsAny(strings.ToLower(name), lockedModules) {
			r.add("locked-module-removed", e.start)
		}
	}
	for _, e := range d.in(modules) {
		if allRequests(e) {
			r.add("run-all-modules", e.start)
		}
	}
}

// lockedModules are the native modules that applicationHost.config locks (lockItem), in lower case.
var lockedModules = []string{
	"httpcachemodule", "staticcompressionmodule", "dynamiccompressionmodule", "defaultdocumentmodule",
	"directorylistingmodule", "staticfilemodule", "anonymousauthenticationmodule", "requestfilteringmodule",
	"customerrormodule", "httploggingmodule",
}

// repeated reports what a section must not be: there twice, or somewhere else.
func (r *report) repeated(d *document, s section) {
	var plain, located []*element
	for _, e := range d.in(s) {
		if e.location == nil {
			plain = append(plain, e)
		} else {
			located = append(located, e)
		}
		r.external(e)
	}
	for _, list := range [][]*element{plain, located} {
		for i, e := range list {
			if i > 0 {
				r.add("section-repeated", e.start, Sentences.Text("section.there", "section", "<"+e.name+">"))
			}
		}
	}
	if len(plain) > 0 && len(located) > 0 {
		r.add("section-in-both", located[0].start, Sentences.Text("section.also", "section", "<"+located[0].name+">", "line", r.line(plain[0].start)))
	}
}

// external reports a section whose content stands elsewhere or is encrypted.
func (r *report) external(e *element) {
	if id := whyUnseen(e); id != "" {
		r.add(id, e.start)
	}
	if e.attribute("file") != nil {
		r.add("section-merged", e.start)
	}
}

// unseen returns the element of a section whose content is in another file or encrypted, so that nothing can be said of it; nil if there is none.
func (d *document) unseen(s section) *element {
	for _, e := range d.in(s) {
		if whyUnseen(e) != "" {
			return e
		}
	}
	return nil
}

func whyUnseen(e *element) string {
	switch {
	case e.sealed:
		return "section-encrypted"
	case e.attribute("configSource") != nil:
		return "section-external"
	}
	return ""
}

// risks are settings that are unwise in an API on the internet: an attribute of a section with a value.
var risks = []struct {
	in               section
	attribute, value string
	id               string
}{
	{messaging, "relaxSslRequirements", "true", "ssl-relaxed"},
	{compilation, "debug", "true", "debug-on"},
	{customErrors, "mode", "Off", "errors-shown"},
	{httpErrors, "errorMode", "Detailed", "errors-shown"},
	{trace, "enabled", "true", "trace-on"},
}

// hygiene reports what has nothing to do with the two lines.
func (r *report) hygiene(d *document) {
	for _, e := range d.elements {
		for _, risk := range risks {
			if e.section == risk.in && e.is(risk.attribute, risk.value) {
				r.add(risk.id, e.start)
			}
		}
		if e.section == machineKey || e.section == connectionAdd && hasPassword(e) {
			r.add("secrets-in-file", e.start)
		}
	}
	if d.lines.mixed() {
		r.add("line-ends-mixed", none)
	}
	for _, n := range d.comments {
		r.add(n.id, n.at)
	}
}

func hasPassword(e *element) bool {
	text, _ := e.get("connectionString")
	text = strings.ToLower(text)
	return strings.Contains(text, "password") || strings.Contains(text, "pwd")
}
