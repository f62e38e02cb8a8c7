package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// around is a web.config with a part in it.
func around(part string) string {
	return "<?xml version=\"1.0\"?>\n<configuration>" + part + "</configuration>"
}

// Each kind by what tells it, in files as they are met; what stops is neither judged nor mended.
func TestKinds(t *testing.T) {
	const lines = "<appSettings/><system.webServer><modules/></system.webServer>"
	for _, test := range []struct{ config, want string }{
		{"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00", "not-text: it is a DLL or a program"},
		{"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00", "not-text: it is a zip file or an Office document"},
		{"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not-text: it is a picture"},
		{"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "not-text: it is a picture"},
		{"0\x82\x05\x9e0\x82\x03\x86\xa0\x03\x02\x01\x02\x02\x10\x01\x02\x03", "not-text: it is a certificate"},
		{"-----BEGIN CERTIFICATE-----\nMIIB\n", "not-text: it is a certificate or a key"},
		{"\x7fELF\x02\x01\x01\x00\x00\x00\x00", "not-text: it is a program"},
		{"\x01\x02\x03\x04\x05\x06 \x0e\x0f", "not-text"},
		{"<add key=”Zenvoices.SecretToken” value=”randomkey“/>", "line-alone"},
		{"\r\n <add name=\"ZenvoicesSecurityTokenHttpModule\" type=\"x\" />\r\n<add key=\"Zenvoices.SecretToken\" value=\"\"/>", "line-alone"},
		{"&lt;add key=&quot;Zenvoices.SecretToken&quot; value=&quot;a&quot;/&gt;", "line-alone"},
		{"<appSettings><add key=\"a\" value=\"b\"/></appSettings>", "not-configuration: it is the section <appSettings> alone"},
		{"<packages><package id=\"a\"/></packages>", "not-configuration: it is the list of packages of a project"},
		{"<Project/>", "not-configuration: it is a project of Visual Studio"},
		{"<a/>", "not-configuration"},
		{around("<system.applicationHost><sites/></system.applicationHost>" + lines), "other-config: it is applicationHost.config, by which the whole server runs"},
		{around("<configurationRedirection/>"), "other-config: it is redirection.config of IIS"},
		{around("<startup><supportedRuntime version=\"v4.0\"/></startup>" + lines), "other-config: it is the configuration of a program (.exe.config), not of a site"},
		{around("<packageSources/>"), "other-config: it is NuGet.config"},
		{`<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"></configuration>`, "transform"},
		{`<configuration xmlns:x="http://schemas.microsoft.com/XML-Document-Transform"><system.web/></configuration>`, "transform"},
		{"<configuration>\n<!-- In the example below, <connectionStrings><add xdt:Transform=\"SetAttributes\"/> -->\n<system.web></system.web></configuration>", "transform"},
	} {
		findings := Check([]byte(test.config), Options{Token: token})
		first := strings.TrimSuffix(findings[0].ID+": "+findings[0].Detail, ": ")
		require.Equal(t, test.want, first, "%q", test.config)
		for _, f := range findings[1:] {
			require.Contains(t, []string{"token-ok", "xml-ok", "not-well-formed"}, f.ID, "%q", test.config)
		}
		_, edits, err := Fix([]byte(test.config), token)
		require.ErrorContains(t, err, strings.Split(test.want, ":")[0], "%q", test.config)
		require.Empty(t, edits)
		_, _, err = LocalTest([]byte(test.config))
		require.Error(t, err, "%q", test.config)
	}
}

// Other folders' files are named, and mended all the same: it may be the right one.
func TestFolders(t *testing.T) {
	for config, want := range map[string]string{
		around(`<system.webServer><handlers><remove name="BlockViewHandler"/><add name="BlockViewHandler" path="*" verb="*" preCondition="integratedMode" type="System.Web.HttpNotFoundHandler" /></handlers></system.webServer>`): "views-config",
		around(`<system.web.webPages.razor><host/></system.web.webPages.razor>`):            "views-config",
		around(`<system.web><authorization><deny users="*"/></authorization></system.web>`): "folder-config",
	} {
		require.Contains(t, ids(Check([]byte(config), Options{})), want)
		_, _, err := Fix([]byte(config), token)
		require.NoError(t, err)
	}
	for _, config := range []string{around(`<system.web><authorization/><compilation/></system.web>`), around(`<appSettings/><system.web><authorization/></system.web>`),
		around(`<system.webServer><handlers><add name="a" path="*" type="b"/></handlers></system.webServer>`), around(`<system.web><authorization/></system.web><other/>`)} {
		for _, id := range []string{"views-config", "folder-config"} {
			require.NotContains(t, ids(Check([]byte(config), Options{})), id, config)
		}
	}
}

func TestNames(t *testing.T) {
	right := read(t, "testdata/configs/right.config")
	for name, want := range map[string]bool{"web.config": false, "Web.config": false, "": false, "Web.Release.config": true, "web.config.bak": true, "web.config.txt": true} {
		require.Equal(t, want, strings.Contains(strings.Join(ids(Check(right, Options{Name: name})), " "), "other-name"), name)
	}
}

// What .NET and IIS refuse beyond XML.
func TestStrict(t *testing.T) {
	for config, want := range map[string]string{
		`<configuration xmlns:x="u"></configuration>`:                                                                         "root-attribute 1:16",
		`<configuration version="1"></configuration>`:                                                                         "root-attribute 1:16",
		`<configuration xmlns="urn:x"></configuration>`:                                                                       "root-namespace 1:16",
		`<?a b?><configuration></configuration>`:                                                                              "instruction 1:1",
		`<configuration><?a b?></configuration>`:                                                                              "instruction 1:16",
		`<configuration><system.web><?a b?></system.web></configuration>`:                                                     "instruction 1:28",
		`<configuration><configSections/><configSections/></configuration>`:                                                   "configsections-not-first 1:33",
		`<configuration><appSettings><x/></appSettings></configuration>`:                                                      "element-unknown 1:29",
		`<configuration><system.webServer><modules><add name="a" type="b"/><x/></modules></system.webServer></configuration>`: "element-unknown 1:67",
		`<configuration><appSettings><add key="a" value="b" c="d"/></appSettings></configuration>`:                            "attribute-unknown 1:52",
	} {
		places := []string{}
		for _, f := range Check([]byte(config), Options{}) {
			if f.Severity == Error && !strings.HasSuffix(f.ID, "-missing") {
				places = append(places, strings.Fields(table([]Finding{f}))[1]+" "+strings.Fields(table([]Finding{f}))[2])
			}
		}
		require.Equal(t, []string{want}, places, config)
		_, _, err := Fix([]byte(config), token)
		require.Error(t, err, config)
	}
	for _, config := range []string{`<configuration xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0"></configuration>`, `<configuration><appSettings><?a b?></appSettings></configuration>`,
		`<configuration><appSettings lockItem="true"><add key="a" value="b" lockItem="true"/></appSettings></configuration>`, `<configuration><x><?a b?></x></configuration>`, "<configuration></configuration><?a b?>"} {
		_, _, err := Fix([]byte(config), token)
		require.NoError(t, err, config)
	}
}

// A module's line with an attribute that IIS does not know is not told to be right.
func TestStrangeModuleIsNotRight(t *testing.T) {
	right := string(read(t, "testdata/configs/right.config"))
	require.Contains(t, ids(Check([]byte(right), Options{})), "module-ok")
	odd := ids(Check([]byte(strings.Replace(right, `<add name="Zenvoices`, `<add foo="1" name="Zenvoices`, 1)), Options{}))
	require.Contains(t, odd, "attribute-unknown")
	require.NotContains(t, odd, "module-ok")
}

// Slips of a line that was typed: each is mended, told where it is, and taken back to the byte.
func TestSlips(t *testing.T) {
	const rest = `<add key="other" value="x" /></appSettings><system.webServer><modules><remove name="a" /></modules></system.webServer></configuration>`
	for line, want := range map[string]string{
		`<add key="Zenvoices.SecretToken" value="` + token + `">`:                              "slash-missing",
		`<add key="a" value="b"><add key="Zenvoices.SecretToken" value="` + token + `">`:       "slash-missing",
		`<add key="a" value="b"></add><add key="Zenvoices.SecretToken" value="` + token + `">`: "slash-missing",
		`<add key=Zenvoices.SecretToken value=` + token + `/>`:                                 "quotes-missing",
		`<add key=Zenvoices.SecretToken value=` + token + ` >`:                                 "quotes-missing",
		`&lt;add key="Zenvoices.SecretToken" value="` + token + `"/&gt;`:                       "line-escaped",
		`&lt;add key=&quot;Zenvoices.SecretToken&quot; value=&quot;` + token + `&quot; /&gt;`:  "line-escaped",
		`&lt;add key=”Zenvoices.SecretToken” value=”` + token + `“/&gt;` + "\n" + `&lt;add name=”ZenvoicesSecurityTokenHttpModule” type=”` + ModuleType + `” /&gt;`: "line-escaped",
		`<add name=ZenvoicesSecurityTokenHttpModule type=` + ModuleType + `/>`:                                                                                      "quotes-missing",
		`<add key="Zenvoices.SecretToken" value="` + token + `" foo="1" />`:                                                                                         "attribute-unknown",
	} {
		config := []byte("<configuration><appSettings>" + line + rest)
		require.Contains(t, ids(Check(config, Options{})), want, line)
		given := ""
		if !strings.Contains(line, token) {
			given = token
		}
		fixed, edits, err := Fix(config, given)
		require.NoError(t, err, line)
		require.Equal(t, 1, strings.Count(string(fixed), token), "%s", fixed)
		require.NoError(t, firstError(Check(fixed, Options{Token: token})), "%s", fixed)
		require.Contains(t, string(fixed), `<add key="other" value="x" />`)
		restored, err := Restore(fixed, edits)
		require.NoError(t, err)
		require.Equal(t, string(config), string(restored))
	}
	// An add with content that is closed is well-formed, and not a slip; one that cannot be read either way is told as XML has it.
	require.Contains(t, ids(Check([]byte(`<configuration><appSettings><add key="a" value="b"><x/></add></appSettings></configuration>`), Options{})), "xml-ok")
	require.Equal(t, "not-well-formed", Check([]byte(`<configuration><appSettings><add key="a" value="b"></configuration>`), Options{})[0].ID)
}

// A section that stands elsewhere keeps no other line from being mended.
func TestOtherSectionIsMended(t *testing.T) {
	fixed, edits, err := Fix([]byte(around(`<appSettings configSource="a.config"/><system.webServer><modules/></system.webServer>`)), token)
	require.NoError(t, err)
	require.Len(t, edits, 1)
	require.Contains(t, string(fixed), ModuleType)
	require.NotContains(t, string(fixed), token)
	fixed, _, err = Fix([]byte(around(`<appSettings/><system.webServer><modules configSource="a.config"/></system.webServer>`)), token)
	require.NoError(t, err)
	require.Contains(t, string(fixed), token)
	require.NotContains(t, string(fixed), ModuleType)
	_, _, err = Fix([]byte(around(`<appSettings configSource="a.config"/><system.webServer><modules configSource="a.config"/></system.webServer>`)), token)
	require.ErrorContains(t, err, "by hand")
}

// A token is compared only if it could be the right one.
func TestTokensAreComparedIfGood(t *testing.T) {
	config := func(value string) []byte {
		return []byte(around(`<appSettings><add key="Zenvoices.SecretToken" value="` + value + `"/></appSettings>`))
	}
	for _, value := range []string{"randomkey", "", "kort", "met spaties " + token} {
		require.NotContains(t, ids(Check(config(value), Options{Token: token})), "token-differs", value)
	}
	require.Contains(t, ids(Check(config(other), Options{Token: token})), "token-differs")
}
