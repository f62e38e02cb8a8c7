package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a server with IIS as it comes prints, and the WebAPI's site and pool beside it.
const (
	stockSites = `SITE "Default Web Site" (id:1,bindings:http/*:80:,net.tcp/808:*,state:Started)` + "\r\n"
	ourSite    = `SITE "Multivers WebAPI" (id:2,bindings:https/*:4430:,state:Started)` + "\r\n"
	stockPools = `APPPOOL "DefaultAppPool" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)` + "\r\n" +
		`APPPOOL ".NET v4.5 Classic" (MgdVersion:v4.0,MgdMode:Classic,state:Started)` + "\r\n" +
		`APPPOOL ".NET v2.0 Classic" (MgdVersion:v2.0,MgdMode:Classic,state:Stopped)` + "\r\n" +
		`APPPOOL "Classic .NET AppPool" (MgdVersion:v2.0,MgdMode:Classic,state:Started)` + "\r\n"
	ourPool = `APPPOOL "Multivers" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)` + "\r\n"
	ourApp  = `APP "Default Web Site/" (applicationPool:DefaultAppPool)` + "\r\n" + `APP "Multivers WebAPI/" (applicationPool:Multivers)` + "\r\n"
	noCert  = "\r\nSSL Certificate bindings:\r\n-------------------------\r\n\r\n"
)

// TestServer reads what real commands print; only what is of this installation counts.
func TestServer(t *testing.T) {
	all := stockSites + ourSite + ourApp + stockPools + ourPool
	change := func(from, to string) string {
		require.Contains(t, all, from)
		return strings.Replace(all, from, to, 1)
	}
	for _, test := range []struct{ output, site, want string }{
		{all, "", "pool-ok bindings-ok"},
		{all, "Multivers WebAPI", "pool-ok bindings-ok"},
		{all, "multivers webapi", "pool-ok bindings-ok"},
		{all, "Anders", "site-unknown"},
		{"> " + strings.ReplaceAll(all, "\r\n", "\r\n> "), "", "pool-ok bindings-ok"},
		{all, "Default Web Site", "http-binding https-port pool-ok"},
		{change("https/*:4430:,state:Started", "https/*:4430:,state:Stopped"), "", "site-stopped pool-ok"},
		{change(`"Multivers" (MgdVersion:v4.0`, `"Multivers" (MgdVersion:v2.0`), "", "pool-version bindings-ok"},
		{change(`"Multivers" (MgdVersion:v4.0`, `"Multivers" (MgdVersion:`), "", "pool-unmanaged bindings-ok"},
		{change(`"Multivers" (MgdVersion:v4.0,MgdMode:Integrated,state:Started`, `"Multivers" (MgdVersion:v4.0,MgdMode:Classic,state:Stopped`), "", "pool-stopped pool-classic bindings-ok"},
		{strings.Replace(all, "applicationPool:Multivers", "applicationPool:.NET v4.5 Classic", 1), "", "pool-classic bindings-ok"},
		{strings.Replace(all, "applicationPool:Multivers", "applicationPool:DefaultAppPool", 1), "", "pool-ok bindings-ok"},
		{stockPools, "", ""},
		{`APPPOOL "Classic" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)`, "", "pool-ok"},
		{noCert + "The system cannot find the file specified.\r\n", "", "certificate-missing"},
		{noCert + "Het systeem kan het opgegeven bestand niet vinden.\r\n", "", "certificate-missing"},
		{noCert + "    Hostname:port                : a.nl:4430\r\n", "", "certificate-ok"},
		{"ERROR ( message:Configuration error\r\nFilename: redirection.config\r\nLine Number: 0\r\nDescription: Cannot read configuration file due to insufficient permissions\r\n. )", "", "not-elevated"},
		{"The requested operation requires elevation (Run as administrator).", "", "not-elevated"},
		{"Get-WebBinding : Process should have elevated status to access IIS configuration data.", "", "not-elevated"},
		{"Name             ID   State      Physical Path                  Bindings\n----             --   -----      -------------                  --------\n" +
			"Default Web Site 1    Started    %SystemDrive%\\inetpub\\wwwroot  http *:80:\n" +
			"Multivers WebAPI 2    Started    C:\\Program Files (x86)\\Exact\\M https *:4430: sslFlags=0\n                                 ", "", "bindings-ok"},
		{"Name             ID   State      Physical Path                  Bindings\n----             --   -----      -------------                  --------\n" +
			"Multivers WebAPI 2    Stopped    C:\\Program Files (x86)\\Exact\\M https *:4430: sslFlags=0\n" +
			"                                                                http *:8080:\n", "", "http-binding site-stopped"},
		{"Name                     State        Applications\n----                     -----        ------------\nDefaultAppPool           Started      Default Web Site\nMultivers                Stopped      Multivers\n", "", "pool-stopped"},
		{"Name                     State        Applications\n----                     -----        ------------\nMultivers                Started      Multivers\n", "", ""},
		{"Name                 Status       CLR Ver  Pipeline Mode  Start Mode\n----                 ------       -------  -------------  ----------\n" +
			"DefaultAppPool       Started      v4.0     Integrated     OnDemand\nMultivers            Stopped               Classic        OnDemand\n", "", "pool-stopped pool-unmanaged pool-classic"},
		{"Name                     State        Applications\n----                     -----        ------------\nv2.0 API                 Started      Multivers\n", "", ""},
		{ourPool + strings.Replace(ourPool, `"Multivers"`, `"Other"`, 1), "", ""}, // which of them is ours is not known
		{strings.Replace(ourPool, "v4.0", "v5.0", 1), "", ""},
		{"Name : Multivers\nManagedPipelineMode : Integrated\nManagedRuntimeVersion : v4.0\n", "", ""}, // whether it is started is not known
		{"protocol bindingInformation sslFlags\n-------- ------------------ --------\nhttps    *:4430:                   0\n", "", "bindings-ok"},
		{"https *:4430: 0\nhttp *:80: 0\n" + ourSite + stockSites, "", "bindings-ok"},
		{"Name : Multivers\nState : Stopped\nManagedPipelineMode : Integrated\nManagedRuntimeVersion : \n", "", "pool-stopped pool-unmanaged"},
		{"appcmd.exe : The term 'appcmd' is not recognized", "", "output-unreadable"},
		{"Beste, hierbij de uitvoer:", "", "output-unreadable"},
	} {
		require.ElementsMatch(t, strings.Fields(test.want), ids(Check(nil, Options{Output: test.output, Site: test.site})), "%s %s", test.site, test.output)
	}
	for output, want := range map[string]string{
		ourPool: "v4.0, Integrated", ourPool + "32-bit:\r\nMultivers\r\n": "v4.0, Integrated, 32-bit", ourPool + "32-bit:\r\n": "v4.0, Integrated, 64-bit",
		"32-bit:\r\nOld\r\n" + ourPool: "v4.0, Integrated, 64-bit", "> 32-bit:\r\n> Old\r\n> Multivers\r\n> " + ourPool: "v4.0, Integrated, 32-bit",
		"32-bit:\r\n\r\nMultivers\r\n" + ourPool: "v4.0, Integrated, 64-bit",
	} {
		require.Equal(t, []string{"pool-ok: " + want}, only(Options{Output: output}), output)
	}
	require.Empty(t, only(Options{Output: "32-bit:\r\nMultivers"}))
	require.Equal(t, []string{"certificate-missing: there is none at all"}, only(Options{Output: noCert + "Le fichier spécifié est introuvable.\r\n"}))
}
