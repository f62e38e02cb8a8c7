package multivers

import "strings"

// section is where an element stands, as far as it matters here.
type section int

const (
	elsewhere section = iota
	outside           // around the root
	configuration
	configSections
	location
	appSettings
	keyAdd
	keyRemove
	keyClear
	connectionStrings
	connectionAdd
	systemWeb
	httpModules
	compilation
	customErrors
	trace
	machineKey
	webServer
	modules
	moduleAdd
	moduleRemove
	moduleClear
	validation
	httpErrors
	aspNetCore
	openAuth
	messaging
	applicationHost
	redirection
	providers
	packageSources
	startup
	razor
	authorization
	handlers
	handlerAdd
	foreign // what .NET and IIS do not know in appSettings or modules
	encrypted
	lastSection = encrypted
)

// sections are the elements of web.config that are looked at: each by the element around it and its name.
var sections = []struct {
	in   section
	name string
	is   section
}{
	{outside, "configuration", configuration},
	{configuration, "configSections", configSections},
	{configuration, "location", location},
	{configuration, "appSettings", appSettings},
	{appSettings, "add", keyAdd},
	{appSettings, "remove", keyRemove},
	{appSettings, "clear", keyClear},
	{appSettings, "EncryptedData", encrypted},
	{configuration, "connectionStrings", connectionStrings},
	{connectionStrings, "add", connectionAdd},
	{configuration, "system.web", systemWeb},
	{systemWeb, "httpModules", httpModules},
	{systemWeb, "compilation", compilation},
	{systemWeb, "customErrors", customErrors},
	{systemWeb, "trace", trace},
	{systemWeb, "machineKey", machineKey},
	{configuration, "system.webServer", webServer},
	{webServer, "modules", modules},
	{webServer, "validation", validation},
	{webServer, "httpErrors", httpErrors},
	{webServer, "aspNetCore", aspNetCore},
	{modules, "add", moduleAdd},
	{modules, "remove", moduleRemove},
	{modules, "clear", moduleClear},
	{modules, "EncryptedData", encrypted},
	{configuration, "dotNetOpenAuth", openAuth},
	{openAuth, "messaging", messaging},
	{configuration, "system.applicationHost", applicationHost},
	{configuration, "configurationRedirection", redirection},
	{configuration, "moduleProviders", providers},
	{configuration, "packageSources", packageSources},
	{configuration, "startup", startup},
	{configuration, "system.web.webPages.razor", razor},
	{systemWeb, "authorization", authorization},
	{webServer, "handlers", handlers},
	{handlers, "add", handlerAdd},
}

// attributeNames are the attributes whose capitals matter.
var attributeNames = [...][]string{
	appSettings: {"file", "configSource"}, modules: {"configSource", "runAllManagedModulesForAllRequests"},
	keyAdd: {"key", "value", "name", "type"}, keyRemove: {"key"}, // the two lines may stand in each other's place
	moduleAdd: {"name", "type", "preCondition", "key", "value"}, moduleRemove: {"name"}, lastSection: nil,
}

// sectionOf finds the section of an element by its name in any capitals, and the name in the right ones.
func sectionOf(in section, name string) (section, string) {
	switch in {
	case elsewhere:
		return elsewhere, name
	case location:
		in = configuration
	}
	for _, s := range sections {
		if s.in == in && strings.EqualFold(s.name, name) {
			return s.is, s.name
		}
	}
	if in == appSettings || in == modules {
		return foreign, name
	}
	return elsewhere, name
}

// holdsNoText tells whether .NET and IIS refuse text directly inside an element.
func (s section) holdsNoText() bool {
	switch s {
	case configuration, location, appSettings, systemWeb, httpModules, webServer, modules:
		return true
	}
	return false
}

// element is one element of the file that is looked at, with the offsets of its parts in the text.
type element struct {
	name     string // in the right capitals
	section  section
	parent   *element // the nearest around it that is looked at
	location *element // the location around it, nil if none
	attributes
	start        int // of the start tag
	tagEnd       int // after the start tag
	endTag       int // of the end tag; tagEnd if the element is empty
	end          int // after the end tag
	empty        bool
	firstChild   int      // offset of the first element inside, none if there is none
	lastChild    int      // offset of the last element inside, none if there is none
	sealed       bool     // its content is encrypted
	escaped      bool     // it is text: a line with &lt; for <
	removedBy    *element // what takes one of our lines away again
	removesRight *element // what would take the right line away again, in this place
}

// attribute is one attribute; its value is as written, with references.
type attribute struct {
	name       string
	start, end int // with the value and its quotation marks
	nameEnd    int
	valueStart int
	valueEnd   int
	raw        string
}

// attributes are those of one tag, in its order.
type attributes []attribute

// get returns the value of an attribute, references and line breaks read as XML does.
func (list attributes) get(name string) (value string, found bool) {
	if a := list.attribute(name); a != nil {
		return unescape(a.raw), true
	}
	return "", false
}

func (list attributes) attribute(name string) *attribute {
	for i := range list {
		if list[i].name == name {
			return &list[i]
		}
	}
	return nil
}

// is tells whether an attribute has a value, in any capitals.
func (e *element) is(name, value string) bool {
	v, found := e.get(name)
	return found && strings.EqualFold(strings.TrimSpace(v), value)
}

// here tells whether the element holds for the whole application: it is in no location, or in one whose path is this place.
func (e *element) here() bool {
	if e.location == nil {
		return true
	}
	path, _ := e.location.get("path")
	return path == "" || path == "."
}
