package multivers

import (
	"bytes"
	"fmt"
	"html"
	"mime/quotedprintable"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// pageWords are the labels of a detailed error page of IIS in a language of Windows.
type pageWords struct {
	language, heading                                               string // with gaps for status and reason
	details, module, notification, handler, code, url, path, method string
	configError, configFile, configSource                           string
	invalid                                                         string // what 500.19 says
	causes, try                                                     string // over what IIS supposes and advises
}

var pageLanguages = []pageWords{
	{"en", "HTTP Error %s - %s", "Detailed Error Information:", "Module", "Notification", "Handler", "Error Code", "Requested URL", "Physical Path", "Logon Method",
		"Config Error", "Config File", "Config Source:", "The requested page cannot be accessed because the related configuration data for the page is invalid.",
		"Most likely causes:", "Things you can try:"},
	{"nl", "HTTP-fout %s - %s", "Gedetailleerde foutinformatie:", "Module", "Kennisgeving", "Handler", "Foutcode", "Aangevraagde URL", "Fysiek pad", "Aanmeldingsmethode",
		"Configuratiefout", "Configuratiebestand", "Configuratiebron:", "De aangevraagde pagina kan niet worden geopend omdat de gerelateerde configuratiegegevens voor de pagina ongeldig zijn.",
		"Meest waarschijnlijke oorzaken:", "U kunt het volgende proberen:"},
	{"de", "HTTP-Fehler %s - %s", "Detaillierte Fehlerinformationen:", "Modul", "Benachrichtigung", "Handler", "Fehlercode", "Angeforderte URL", "Physischer Pfad", "Anmeldemethode",
		"Konfigurationsfehler", "Konfigurationsdatei", "Konfigurationsquelle:", "Auf die angeforderte Seite kann nicht zugegriffen werden, da die zugehörigen Konfigurationsdaten für die Seite ungültig sind.",
		"Wahrscheinlichste Ursachen:", "Mögliche Vorgehensweise:"},
	{"fr", "Erreur HTTP %s - %s", "Informations d’erreur détaillées :", "Module", "Notification", "Gestionnaire", "Code d’erreur", "URL demandée", "Chemin d’accès physique", "Méthode d’ouverture de session",
		"Erreur de configuration", "Fichier de configuration", "Source de configuration :", "La page demandée n’est pas accessible car les données de configuration associées ne sont pas valides.",
		"Causes les plus probables :", "Procédure possible :"},
}

// pages are what IIS answers: status, reason, error code, and what it says in any language of Windows; and the first explanation.
var pages = []struct{ status, reason, code, says, want string }{
	{"500.19", "Internal Server Error", "0x8007000d", "", "iis-malformed"},
	{"500.19", "Internal Server Error", "0x80070021", "", "iis-locked"},
	{"500.19", "Internal Server Error", "0x800700b7", "", "iis-duplicate"},
	{"500.19", "Internal Server Error", "0x8007007e", "", "iis-module-not-found"},
	{"500.19", "Internal Server Error", "0x800700c1", "", "iis-bitness"},
	{"500.19", "Internal Server Error", "0x80070005", "", "iis-access-denied"},
	{"500.19", "Internal Server Error", "0x80070003", "", "iis-path-not-found"},
	{"500.19", "Internal Server Error", "0x8007010b", "", "iis-directory"},
	{"500.19", "Internal Server Error", "0x8007052e", "", "iis-logon"},
	{"500.19", "Internal Server Error", "0x80070032", "", "iis-undeclared"},
	{"500.19", "Internal Server Error", "0x80070020", "", "iis-in-use"},
	{"500.19", "Internal Server Error", "0x800704cf", "", "iis-config"},
	{"500.19", "Internal Server Error", "0x8007000d", "Unrecognized attribute 'xmlns:xdt'", "iis-attribute"},
	{"500.21", "Internal Server Error", "0x8007000d", "Handler \"ExtensionlessUrlHandler-Integrated-4.0\" has a bad module \"ManagedPipelineHandler\" in its module list", "iis-bad-module"},
	{"500.21", "Internal Server Error", "0x8007000d", "", "iis-bad-module"},
	{"500.22", "Internal Server Error", "0x80070032", "An ASP.NET setting has been detected that does not apply in Integrated managed pipeline mode.", "iis-http-modules"},
	{"500.23", "Internal Server Error", "0x80070032", "An ASP.NET setting has been detected that does not apply in Integrated managed pipeline mode.", "iis-http-handlers"},
	{"500.24", "Internal Server Error", "0x80070032", "An ASP.NET setting has been detected that does not apply in Integrated managed pipeline mode.", "iis-impersonation"},
	{"500.24", "Internal Server Error", "0x80070032", "", "iis-impersonation"},
	{"500.0", "Internal Server Error", "0x80070001", "", "http-500"},
	{"401.1", "Unauthorized", "0x8007052e", "", "iis-401"},
	{"401.2", "Unauthorized", "0x80070005", "You are not authorized to view this page due to invalid authentication headers.", "iis-401"},
	{"401.3", "Unauthorized", "0x80070005", "", "iis-401-file"},
	{"401.5", "Unauthorized", "0x80070005", "", "iis-401"},
	{"403.4", "Forbidden", "0x80070005", "The page you are trying to access is secured with Secure Sockets Layer (SSL).", "iis-403-ssl"},
	{"403.6", "Forbidden", "0x80070005", "", "iis-403-ip"},
	{"403.7", "Forbidden", "0x80070005", "", "iis-403-certificate"},
	{"403.8", "Forbidden", "0x80070005", "", "iis-403-host"},
	{"403.14", "Forbidden", "0x00000000", "", "iis-403-listing"},
	{"403.16", "Forbidden", "0x800b0109", "", "iis-403-certificate"},
	{"403.18", "Forbidden", "0x00000000", "", "iis-403-other"},
	{"403.503", "Forbidden", "0x00000000", "", "iis-403-ip"},
	{"404.0", "Not Found", "0x80070002", "", "http-404"},
	{"404.3", "Not Found", "0x80070032", "", "iis-404-handler"},
	{"404.8", "Not Found", "0x00000000", "", "request-filtering"},
	{"404.17", "Not Found", "0x80070032", "", "iis-404-handler"},
	{"502.3", "Bad Gateway", "0x80072efd", "There was a connection error while trying to route the request.", "http-502"},
	{"503.0", "Service Unavailable", "0x00000000", "", "http-503"},
}

// pageText is what such a page shows, with numbers that are no statuses around.
func pageText(w pageWords, status, reason, code, says string) string {
	var b strings.Builder
	line := func(format string, values ...any) { fmt.Fprintf(&b, format+"\r\n", values...) }
	line(w.heading, status, reason)
	if strings.HasPrefix(status, "500.19") {
		line("%s", w.invalid)
	}
	line("%s\r\n", says)
	if text, found := supposed[status]; found {
		line("%s\r\n%s\r\n\r\n%s\r\n%s\r\n", w.causes, text[0], w.try, text[1])
	}
	line("%s", w.details)
	line("%s\t   IIS Web Core\r\n%s\t   BeginRequest\r\n%s\t   StaticFile\r\n%s\t   %s", w.module, w.notification, w.handler, w.code, code)
	if strings.HasPrefix(status, "500.19") {
		line("%s\t   %s", w.configFile, `\\?\C:\Program Files (x86)\Exact\Multivers API\WebApi\Server\web.config`)
		if code != "0x800704cf" {
			line("%s\r\n   403: <add/>\r\n   404: <add name=\"x\"/>\r\n   405: </modules>", w.configSource)
		}
	}
	line("%s\t   https://localhost:4430/API/\r\n%s\t   C:\\Program Files (x86)\\Exact\\Multivers API\\WebApi\\Server\\API\r\n%s\t   Anonymous", w.url, w.path, w.method)
	return b.String()
}

// pageForms are the ways in which a page comes to be pasted.
var pageForms = []struct {
	name string
	make func(string) string
}{
	{"text", func(page string) string { return page }},
	{"one line", func(page string) string { return strings.Join(strings.Fields(page), " ") }},
	{"HTML", htmlOf},
	{"HTML, references by number", func(page string) string {
		return strings.NewReplacer("’", "&#8217;", "é", "&eacute;", "ö", "&#246;", "'", "&#39;", "-", "&#x2d;").Replace(htmlOf(page))
	}},
	{"mail", mailOf},
	{"HTML in a mail", func(page string) string { return mailOf(htmlOf(page)) }},
	{"reply", func(page string) string { return "Beste,\n\n> " + strings.ReplaceAll(page, "\n", "\n> ") }},
	{"picture", func(page string) string {
		return strings.NewReplacer("500.19", "5OO.l9", "500.2", "5OO.2", "500.0", "5OO.0", "403.", "4O3,", "404.0", "4O4.O", "401.", "40l.", "0x8007000d", "Ox8OO7OOOd", "0x800700", "0x8OO7OO").Replace(page)
	}},
}

func htmlOf(page string) string {
	rows := strings.Split(html.EscapeString(page), "\r\n")
	rows[0] = "<h3>" + rows[0] + "</h3>"
	for i, row := range rows[1:] {
		if name, value, ok := strings.Cut(row, "\t   "); ok {
			rows[i+1] = "<tr class=\"alt\"><th>" + name + "</th><td>&nbsp;&nbsp;&nbsp;" + value + "</td></tr>"
		}
	}
	return "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\">\r\n<html><head><title>IIS 10.0</title>\r\n<style type=\"text/css\"> body{font:400 12px Error 404;} #header{width:500px} </style></head>\r\n<body><div id=\"content\">" +
		strings.Join(rows, "\r\n") + "</div></body></html>"
}

func mailOf(page string) string {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	_, _ = w.Write([]byte(page))
	_ = w.Close()
	return b.String()
}

// TestPages reads whole pages in all languages and forms; what matters first comes first, and nothing else is an error.
func TestPages(t *testing.T) {
	require.Greater(t, len(pages)*len(pageLanguages), 30)
	for _, p := range pages {
		for _, w := range pageLanguages {
			for _, form := range pageForms {
				text := form.make(pageText(w, p.status, p.reason, p.code, p.says))
				got := ids(Explain(text))
				require.Equal(t, p.want, got[0], "%s %s\n%s", w.language, form.name, text)
				if p.want != "iis-config" && p.want != "http-500" {
					require.Len(t, got, 1, "%s %s\n%s", w.language, form.name, text)
				}
			}
		}
	}
}

// The page's line is that of web.config, whatever the language, and none is of another file.
func TestPlacesOfPages(t *testing.T) {
	for _, w := range pageLanguages {
		page := pageText(w, "500.19", "Internal Server Error", "0x8007000d", "")
		require.Equal(t, 404, Explain(page)[0].Line, w.language)
		other := Explain(strings.ReplaceAll(page, `\web.config`, `\applicationHost.config`))[0]
		require.Equal(t, 0, other.Line)
		require.Equal(t, "the file is applicationHost.config, not the site's web.config", other.Detail)
	}
	for _, text := range []string{"Zeile 12, Position 34", "ligne 12, position 34", "regel 12, positie 34"} {
		found := Explain("web.config: '”' is an unexpected token. " + text)[0]
		require.Equal(t, [2]int{12, 34}, [2]int{found.Line, found.Column}, text)
	}
}
