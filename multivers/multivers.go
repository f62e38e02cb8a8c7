// Package multivers makes the installation of Zenvoices' module in an Exact Multivers WebAPI on the
// customer's own server work: the two lines of web.config, the secret token, the API address, the
// refresh token, and the errors that IIS and the WebAPI answer with.
//
// Most people need two functions: [Check] tells what is wrong in a web.config, and [Fix] mends it
// and touches no other byte. [NewToken] and [Lines] make what the installation guide asks for,
// [LocalTest] and [Restore] take the module out for a test and put it back, [Explain] reads a pasted
// error, and [Record] writes the installation record.
//
// A file must be well-formed XML with namespaces, of which encoding/xml would accept too much; beyond that
// appSettings, modules and what stands around them are judged as strictly as .NET and IIS do. Other sections
// are not: their schemas are with IIS. What goes wrong outside the file (bindings, certificates, the
// DLL) can only be seen in pasted command output or in the error itself. IIS remains the last judge.
//
// A token never enters a [Finding]. An [Edit] does hold the text that it writes and removes; to show a
// file, [Secrets] tells which parts of its [Text] to mask.
package multivers

// The three names of the installation guide; no two of them are alike, which is what makes them easy to mistype.
const (
	Key        = "Zenvoices.SecretToken"                                    // in configuration/appSettings
	ModuleName = "ZenvoicesSecurityTokenHttpModule"                         // in configuration/system.webServer/modules; also the assembly
	Class      = "Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule" // the module's class
	ModuleType = Class + ", " + ModuleName
)

// Lines returns the two elements of web.config, with straight quotes: the key with the token, which
// belongs in appSettings, and the module, which belongs in system.webServer/modules. The token is
// written as it is: one of letters and digits, as [NewToken] makes and [Strength] demands, needs no escaping.
func Lines(token string) (key, module string) {
	return `<add key="` + Key + `" value="` + token + `" />`,
		`<add name="` + ModuleName + `" type="` + ModuleType + `" />`
}
