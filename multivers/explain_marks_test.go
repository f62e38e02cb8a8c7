package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// carriers are texts in which a mark's parts stand as they do on a page, in a log or in a mail.
var carriers = []func(parts []string) string{
	func(parts []string) string { return "Fout: " + strings.Join(parts, "; ") + "." },
	func(parts []string) string {
		return "Beste support,\r\n\r\nSinds vanmorgen krijg ik dit (zie regel 12 van 500 regels):\r\n\r\n“" + strings.Join(parts, "”\r\n“") + "”\r\n\r\nMet vriendelijke groet"
	},
	func(parts []string) string {
		return "<html><body><h2>" + strings.Join(parts, "</h2>\n<p><b>Error</b>: ") + "</p></body></html>"
	},
}

// textOf is what a part of a mark is of, as it is written.
func textOf(part string) string {
	if _, isStatus := parseStatus(part); isStatus {
		return "HTTP Error " + strings.Replace(part, "#", "99", 1)
	}
	if isCode(part) {
		return "0x" + part
	}
	return strings.ToUpper(strings.Replace(part, "*", "xyz", 1))
}

// TestMarks finds each explanation by each of its marks in a text around it, and by no other part of that text.
func TestMarks(t *testing.T) {
	for _, carrier := range carriers {
		require.Equal(t, []string{"not-recognised"}, ids(Explain(carrier([]string{"hallo"}))))
	}
	for _, e := range Explanations {
		for _, mark := range e.Marks {
			var parts []string
			for _, part := range strings.Split(mark, " & ") {
				if _, isStatus := parseStatus(part); !isStatus && !isCode(part) {
					require.Equal(t, []string{part}, plain(part), "%s: a part of a mark is plain text", e.ID)
				}
				parts = append(parts, textOf(part))
			}
			for _, carrier := range carriers {
				require.Contains(t, ids(Explain(carrier(parts))), e.ID, carrier(parts))
			}
		}
	}
}

// TestExplanationsInOrder holds the table to its form.
func TestExplanationsInOrder(t *testing.T) {
	seen := map[string]bool{}
	marks := map[string]string{}
	for _, e := range Explanations {
		require.False(t, seen[e.ID], e.ID)
		seen[e.ID] = true
		require.NotRegexp(t, `\.$`, e.Title)
		require.Regexp(t, `[.)]$`, e.Fix)
		for _, mark := range e.Marks {
			require.Empty(t, marks[mark], "%s is a mark of %s too", mark, e.ID)
			marks[mark] = e.ID
		}
	}
}

// Numbers that are no statuses, and those that are.
func TestNumbers(t *testing.T) {
	for _, text := range []string{
		`at Foo.Bar() in c:\Foo.cs:line 500`, `in C:\b\Foo.cs:line 400`, "Regel: 404", "500 MB vrij", "Factuur 500 van 403 euro", "€ 404", "403 EUR", "10.500.19.2",
		"port 500", "1500.195", "fout in regel 500", "fout op regel: 500", "Er zijn kamers: 403", "Error in C:\\a.cs:404", "2024-05-403", "versie 500.19", "500.19 euro", "tel. 0403-500", "Line 403, position 5", "404% meer", "error 500 MB vrij", "id 80070005x",
		"C:\\500\\403", "order 403, order 404", "fouten: 4000", "http://localhost/500/404", "een bedrag van 404.50 euro", "pid 502", "HTTP/1.1 200 OK", "status 200",
	} {
		require.Equal(t, []string{"not-recognised"}, ids(Explain(text)), text)
	}
	for text, want := range map[string]string{
		"403": "http-403", "fout 403": "http-403", "Fout: 403.": "http-403", "foutcode 403": "http-403", "error code: 404": "http-404", "(403)": "http-403", "HTTP 403": "http-403",
		"HTTP/1.1 403 Forbidden": "http-403", "HTTP/2 404": "http-404", "HTTP/1.1 503\r\n": "http-503", `{"status":403}`: "http-403", `"statusCode": 403,`: "http-403", "status=500": "http-500",
		"curl: (22) The requested URL returned error: 403": "http-403", "Zenvoices geeft een 403": "http-403", "ik krijg 400 in Zenvoices": "http-400", "Fehler 403": "http-403", "Fout bij verbinding met de server: 401": "http-401", "Error while calling the API: 404.": "http-404", "Erreur 404": "http-404",
		"404 Not Found": "http-404", "500 - Internal server error.": "http-500", "Fout\n403\n": "http-403", "De site antwoordt met 403": "http-403",
		"HTTP 错误 500.19": "iis-config", "HTTP-fout 5OO.19": "iis-config", "HTTP Error 500,19": "iis-config", "foutcode -2147024891": "iis-access-denied", "-2147024883": "iis-malformed",
		"Error\r\n\r\n403.14": "iis-403-listing", "0x8OO7OO0d": "iis-malformed",
	} {
		require.Equal(t, want, Explain(text)[0].ID, text)
	}
}

// Lines of the log of IIS, with the header or without, and of HTTP.sys.
func TestLogLines(t *testing.T) {
	const head = "#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\r\n"
	line := func(end string) string {
		return "2024-03-05 10:11:12 10.0.0.5 GET /API/AdministrationNVL.json - 4430 - 213.0.113.7 curl/8.4.0 - " + end
	}
	for text, want := range map[string]string{
		"500 19 13": "iis-malformed", "403 14 0": "iis-403-listing", "403 0 0": "http-403", "403 0 0 15": "http-403", "500 19 5 31": "iis-access-denied", "500 19 183": "iis-duplicate",
		head + line("403 14 0 31"): "iis-403-listing", line("403 6 5 0"): "iis-403-ip", line("500 19 33 2"): "iis-locked", line("403 0 0 500"): "http-403", line("401 2 5 3"): "iis-401",
		line("500 19 50 2"): "iis-undeclared",
		line("200 0 0 403"): "not-recognised",
		line("200 0 0 15") + "\r\n" + line("500 0 0 404"):                                                  "http-500",
		"2024-03-05 10:11:12 213.0.113.7 51234 10.0.0.5 4430 HTTP/1.1 GET /API/ - 503 2 AppOffline WebAPI": "http-503",
		"2024-03-05 10:11:12 213.0.113.7 51234 10.0.0.5 4430 HTTP/1.1 GET /API/ - 400 - Hostname -":        "http-400",
	} {
		require.Equal(t, want, Explain(text)[0].ID, text)
		require.Len(t, Explain(text), 1, text)
	}
}

// Real errors around this installation, in the languages of Windows, in which no page of IIS stands.
func TestOtherErrors(t *testing.T) {
	for text, want := range map[string]string{
		"This site can’t be reached\nmultivers.contoso.nl refused to connect.\nERR_CONNECTION_REFUSED":      "refused",
		"Deze site is niet bereikbaar\nDe reactie van 213.0.113.7 duurt te lang.\nERR_CONNECTION_TIMED_OUT": "no-answer",
		"ERR_CONNECTION_RESET": "no-answer", "ERR_SSL_PROTOCOL_ERROR": "tls", "ERR_SSL_VERSION_OR_CIPHER_MISMATCH": "tls",
		"curl: (7) Failed to connect to 213.0.113.7 port 4430 after 2033 ms: Could not connect to server":                                "refused",
		"curl: (28) Connection timed out after 21000 milliseconds":                                                                       "no-answer",
		"curl: (60) SSL certificate problem: self-signed certificate":                                                                    "browser-certificate",
		"curl: (6) Could not resolve host: multivers.contoso.nl":                                                                         "unknown-host",
		"ComputerName : 213.0.113.7\nRemotePort : 4430\nTcpTestSucceeded : False":                                                        "no-answer",
		"Hmm... kan deze pagina niet bereiken\nHet duurde te lang voordat 10.0.0.5 reageerde":                                            "no-answer",
		"DNS_PROBE_FINISHED_NXDOMAIN":                                                                                                    "unknown-host",
		"Je verbinding is niet privé\nKwaadwillenden proberen je gegevens te stelen\nNET::ERR_CERT_AUTHORITY_INVALID":                    "browser-certificate",
		"Waarschuwing: mogelijk beveiligingsrisico. Foutcode: SEC_ERROR_UNKNOWN_ISSUER":                                                  "browser-certificate",
		"NET::ERR_CERT_DATE_INVALID":                                                                                                     "certificate-expired",
		"De externe server heeft verbinding geweigerd: De verbinding is actief geweigerd door de doelcomputer 127.0.0.1:4430":            "refused",
		"Cannot open database \"WEBAPI\" requested by the login. The login failed.\nLogin failed for user 'IIS APPPOOL\\Multivers API'.": "sql-login",
		"Kan de database WEBAPI die is aangevraagd bij de aanmelding niet openen. Aanmelden is mislukt voor gebruiker 'sa'.":             "sql-login",
		"A network-related or instance-specific error occurred while establishing a connection to SQL Server. (provider: SQL Network Interfaces, error: 26 - Error Locating Server/Instance Specified)": "sql-server",
		"provider: Named Pipes-provider, error: 40 - Kan geen verbinding met SQL Server maken":                                                                                                          "sql-server",
		"[CryptographicException: Invalid provider type specified.]":                                                                                                                                    "provider-type",
		"CryptographicException: Ongeldig providertype opgegeven.":                                                                                                                                      "provider-type",
		"System.Security.Cryptography.CryptographicException: Der Schlüsselsatz ist nicht vorhanden.":                                                                                                   "keyset",
		"CertUtil: -importPFX command FAILED: 0x80090016 (-2146893802 NTE_BAD_KEYSET)":                                                                                                                  "keyset",
		"The Module DLL 'C:\\Windows\\System32\\inetsrv\\compstat.dll' could not be loaded due to a configuration problem. The current configuration only supports loading images built for a AMD64 processor architecture. (Event ID: 2282)": "iis-bitness",
		"Could not load file or assembly 'ZenvoicesSecurityTokenHttpModule' or one of its dependencies. An attempt was made to load a program with an incorrect format.":                                                                      "bad-image",
		"Kan bestand of assembly ZenvoicesSecurityTokenHttpModule of een van de afhankelijkheden hiervan niet laden. Poging om een programma te laden met een onjuiste indeling.":                                                             "bad-image",
		"Kan bestand of assembly ZenvoicesSecurityTokenHttpModule of een van de afhankelijkheden hiervan niet laden. Het systeem kan het opgegeven bestand niet vinden.":                                                                      "dll-missing",
		"Parserfoutbericht: <b>Kan bestand of assembly &#39;ZenvoicesSecurityTokenHttpModule&#39; of een van de afhankelijkheden hiervan niet laden.</b>":                                                                                     "dll-missing",
		"Could not load file or assembly 'x' or one of its dependencies. This assembly is built by a runtime newer than the currently loaded runtime and cannot be loaded.":                                                                   "runtime-newer",
		"Parser Error Message: Unrecognized configuration section dotNetOpenAuth.\nSource File: C:\\x\\web.config    Line: 31":                                                                                                                "iis-undeclared",
		"Parser Error Message: Unrecognized attribute 'foo'.":                                                                                                                                                     "iis-attribute",
		"It is an error to use a section registered as allowDefinition='MachineToApplication' beyond application level.":                                                                                          "iis-definition",
		"De aangevraagde pagina kan niet worden geopend omdat de gerelateerde configuratiegegevens voor de pagina ongeldig zijn.":                                                                                 "iis-config",
		"Runtime Error\nDescription: An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed remotely": "errors-hidden",
		"CertUtil: -importPFX command FAILED: 0x80070056 (WIN32: 86 ERROR_INVALID_PASSWORD)\nCertUtil: The specified network password is not correct.":                                                            "pfx-password",
		"The process cannot access the file because it is being used by another process. (Exception from HRESULT: 0x80070020)":                                                                                    "port-in-use",
		"ERROR ( message:Configuration error\r\nFilename: redirection.config\r\nLine Number: 0\r\nDescription: Cannot read configuration file due to insufficient permissions\r\n. )":                             "run-as-administrator",
		"The requested operation requires elevation (Run as administrator).":                                                                                                                                      "run-as-administrator",
		"Process should have elevated status to access IIS configuration data.":                                                                                                                                   "run-as-administrator",
		"HTTP Error 500.19 0x80070005\nConfig Error Cannot read configuration file due to insufficient permissions":                                                                                               "iis-access-denied",
		"De naam van de site: Zenvoices geeft 403":             "http-403",
		"error: 26 - Error Locating Server/Instance Specified": "sql-server",
		"PR_CONNECT_RESET_ERROR":                               "no-answer",
		"Secure Connection Failed\nPR_END_OF_FILE_ERROR":       "tls",
		"Waarschuwing: mogelijk beveiligingsrisico\nFirefox heeft een potentieel beveiligingsrisico gedetecteerd":                                    "browser-certificate",
		"The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.":                               "browser-certificate",
		"Kan geen vertrouwensrelatie voor het beveiligde SSL/TLS-kanaal tot stand brengen.":                                                          "browser-certificate",
		"System.BadImageFormatException: Kan bestand of assembly ZenvoicesSecurityTokenHttpModule niet laden":                                        "bad-image",
		"Application pool 'Multivers' is being automatically disabled due to a series of failures in the process(es) serving that application pool.": "http-503",
		"A process serving application pool 'Multivers' terminated unexpectedly. The process exit code was '0xff'.":                                  "http-503",
		"The Module DLL C:\\Windows\\System32\\inetsrv\\compstat.dll failed to load.  The data is the error.":                                        "iis-module-not-found",
		"ERROR ( message:Access is denied. )":                                                                                                               "run-as-administrator",
		"Unblock-File : Access to the path 'C:\\Program Files (x86)\\Exact\\x.dll' is denied.":                                                              "run-as-administrator",
		"Copy-Item : Toegang tot het pad C:\\Program Files (x86)\\Exact\\Multivers API\\WebApi\\Server\\web.config is geweigerd.":                           "run-as-administrator",
		"+ CategoryInfo : PermissionDenied: (C:\\x\\web.config:FileInfo) [Get-FileHash], UnauthorizedAccessException":                                       "run-as-administrator",
		"Import-PfxCertificate : The PFX file you are trying to import requires either a different password or membership in an Active Directory principal": "pfx-password",
		"New-WebBinding : Cannot create a file when that file already exists. (Exception from HRESULT: 0x800700B7)":                                         "binding-exists",
		"SSL Certificate add failed, Error: 183\nCannot create a file when that file already exists.":                                                       "binding-exists",
		"The specified port is in use. 10013 An attempt was made to access a socket in a way forbidden by its access permissions":                           "port-in-use",
		"Forbidden by its access permissions, zegt Windows":                                                                                                 "port-in-use",
	} {
		got := Explain(text)
		require.Equal(t, want, got[0].ID, "%s\n%v", text, ids(got))
	}
}

// What is in a page that nothing is known of.
func TestUnknownPage(t *testing.T) {
	for text, want := range map[string]string{
		"HTTP Error 405.0 - Method Not Allowed\nModule  StaticFileModule\nError Code 0x80070001": `status 405; code 0x80070001; module "StaticFileModule"`,
		"HTTP Error 413.1 - Request Entity Too Large":                                            "status 413.1",
		"Config File \\\\?\\C:\\x\\web.config\nLine: 12":                                         "file web.config; line 12",
	} {
		got := Explain(text)
		require.Equal(t, "page-unknown", got[0].ID, text)
		require.Equal(t, want, got[0].Detail)
	}
	require.Equal(t, "not-recognised", Explain("het doet het niet, line: 12")[0].ID)
}
