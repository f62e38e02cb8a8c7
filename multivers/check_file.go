package multivers

import "strings"

// rightFile reports whether this is the web.config of an application of this kind at all, and tells whether to look into it.
func (r *report) rightFile(d *document) bool {
	if len(d.in(configuration)) == 0 {
		r.add("not-configuration", none, "")
		return false
	}
	if d.xdt != none {
		return false
	}
	root := d.in(configuration)[0]
	if uri, found := root.get("xmlns"); found && uri != configurationNamespace {
		r.add("root-namespace", root.start, "")
	}
	for _, e := range d.in(aspNetCore) {
		r.add("aspnet-core", e.start, "")
	}
	if len(d.in(openAuth)) > 0 {
		r.add("right-file", d.in(openAuth)[0].start, "")
	}
	if sections := d.in(configSections); len(sections) > 0 && root.firstChild != sections[0].start {
		r.add("configsections-not-first", sections[0].start, "")
	}
	return true
}

// sections reports on the sections themselves.
func (r *report) sections(d *document) {
	for _, at := range d.texts {
		r.add("text-in-section", at, "")
	}
	r.repeated(d, appSettings)
	r.repeated(d, modules)
	groups := d.in(webServer)
	for _, e := range groups[min(1, len(groups)):] {
		if e.location == groups[0].location {
			r.add("group-repeated", e.start, "")
		}
	}
	for _, e := range d.in(moduleClear) {
		r.add("modules-cleared", e.start, "")
	}
	for _, e := range d.in(moduleRemove) {
		if name, _ := e.get("name"); equalsAny(strings.ToLower(name), lockedModules) {
			r.add("locked-module-removed", e.start, "")
		}
	}
	for _, e := range d.in(modules) {
		if allRequests(e) {
			r.add("run-all-modules", e.start, "")
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
				r.add("section-repeated", e.start, "<"+e.name+"> is there already")
			}
		}
	}
	if len(plain) > 0 && len(located) > 0 {
		r.add("section-in-both", located[0].start, "<"+located[0].name+"> also stands in line "+r.line(plain[0].start))
	}
}

// external reports a section whose content stands elsewhere or is encrypted.
func (r *report) external(e *element) {
	if id := whyUnseen(e); id != "" {
		r.add(id, e.start, "")
	}
	if e.attribute("file") != nil {
		r.add("section-merged", e.start, "")
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
				r.add(risk.id, e.start, "")
			}
		}
		if e.section == machineKey || e.section == connectionAdd && hasPassword(e) {
			r.add("secrets-in-file", e.start, "")
		}
	}
	if d.lines.mixed() {
		r.add("line-ends-mixed", none, "")
	}
	for _, n := range d.comments {
		r.add(n.id, n.at, "")
	}
}

func hasPassword(e *element) bool {
	text, _ := e.get("connectionString")
	text = strings.ToLower(text)
	return strings.Contains(text, "password") || strings.Contains(text, "pwd")
}
