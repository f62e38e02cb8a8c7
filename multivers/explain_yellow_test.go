package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// yellowWords are the labels of ASP.NET's own error page in a language of Windows.
var yellowWords = []struct{ language, heading, description, details, trace, version string }{
	{"en", "Server Error in '/' Application.", "Description: An unhandled exception occurred during the execution of the current web request.", "Exception Details: ", "Stack Trace:", "Version Information: Microsoft .NET Framework Version:4.0.30319; ASP.NET Version:4.8.4494.0"},
	{"nl", "Serverfout in toepassing /.", "Beschrijving: Er is een onverwerkte uitzondering opgetreden bij het uitvoeren van de huidige webaanvraag.", "Details van uitzondering: ", "Stacktracering:", "Versie-informatie: Versie van Microsoft .NET Framework:4.0.30319; Versie van ASP.NET:4.8.4494.0"},
	{"de", "Serverfehler in der Anwendung /.", "Beschreibung: Unbehandelte Ausnahme beim Ausführen der aktuellen Webanforderung.", "Details der Ausnahme: ", "Stapelüberwachung:", "Versionsinformationen: Microsoft .NET Framework-Version:4.0.30319; ASP.NET-Version:4.8.4494.0"},
	{"fr", "Erreur du serveur dans l’application '/'.", "Description : Une exception non gérée s'est produite au moment de l'exécution de la requête Web actuelle.", "Détails de l'exception: ", "Trace de la pile:", "Informations sur la version : Version Microsoft .NET Framework :4.0.30319; Version ASP.NET :4.8.4494.0"},
}

// yellowPages are what ASP.NET and the WebAPI say on it, in the order of yellowWords, and the first explanation.
var yellowPages = []struct {
	says [4]string
	want string
}{
	{[4]string{"Keyset does not exist", "De sleutelset bestaat niet.", "Der Schlüsselsatz ist nicht vorhanden.", "Le jeu de clés n’existe pas."}, "keyset"},
	{[4]string{"Invalid provider type specified.", "Ongeldig providertype opgegeven.", "Ungültiger Providertyp angegeben.", "Le type de fournisseur spécifié n’est pas valide."}, "provider-type"},
	{[4]string{"Could not load file or assembly 'ZenvoicesSecurityTokenHttpModule' or one of its dependencies. The system cannot find the file specified.",
		"Kan bestand of assembly ZenvoicesSecurityTokenHttpModule of een van de afhankelijkheden hiervan niet laden. Het systeem kan het opgegeven bestand niet vinden.",
		`Die Datei oder Assembly "ZenvoicesSecurityTokenHttpModule" oder eine Abhängigkeit davon wurde nicht gefunden. Das System kann die angegebene Datei nicht finden.`,
		"Impossible de charger le fichier ou l’assembly 'ZenvoicesSecurityTokenHttpModule' ou une de ses dépendances. Le fichier spécifié est introuvable."}, "dll-missing"},
	{[4]string{"Could not load file or assembly 'ZenvoicesSecurityTokenHttpModule' or one of its dependencies. An attempt was made to load a program with an incorrect format.",
		"Kan bestand of assembly ZenvoicesSecurityTokenHttpModule of een van de afhankelijkheden hiervan niet laden. Poging om een programma te laden met een onjuiste indeling.",
		`Die Datei oder Assembly "ZenvoicesSecurityTokenHttpModule" oder eine Abhängigkeit davon wurde nicht gefunden. Es wurde versucht, eine Datei mit einem falschen Format zu laden.`,
		"Impossible de charger le fichier ou l’assembly 'ZenvoicesSecurityTokenHttpModule' ou une de ses dépendances. Tentative de chargement d’un programme de format incorrect."}, "bad-image"},
	{[4]string{"Could not load type 'Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule' from assembly 'ZenvoicesSecurityTokenHttpModule'.",
		"Kan type Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule niet laden uit assembly ZenvoicesSecurityTokenHttpModule.",
		`Der Typ "Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule" in der Assembly "ZenvoicesSecurityTokenHttpModule" konnte nicht geladen werden.`,
		"Impossible de charger le type 'Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule' à partir de l’assembly 'ZenvoicesSecurityTokenHttpModule'."}, "type-missing"},
	{[4]string{`Cannot open database "WEBAPI" requested by the login. The login failed. Login failed for user 'IIS APPPOOL\Multivers'.`,
		`Kan de database WEBAPI die is aangevraagd bij de aanmelding niet openen. Aanmelden is mislukt voor gebruiker IIS APPPOOL\Multivers.`,
		`Die von der Anmeldung angeforderte "WEBAPI"-Datenbank kann nicht geöffnet werden. Fehler bei der Anmeldung für den Benutzer 'IIS APPPOOL\Multivers'.`,
		`Impossible d’ouvrir la base de données "WEBAPI" demandée par la connexion. Échec de l’ouverture de session de l’utilisateur 'IIS APPPOOL\Multivers'.`}, "sql-login"},
	{[4]string{"A network-related or instance-specific error occurred while establishing a connection to SQL Server. (provider: SQL Network Interfaces, error: 26 - Error Locating Server/Instance Specified)",
		"Er is een netwerkgerelateerde of exemplaarspecifieke fout opgetreden bij het maken van verbinding met SQL Server. (provider: SQL Network Interfaces, error: 26)",
		"Netzwerkbezogener oder instanzspezifischer Fehler beim Herstellen einer Verbindung mit SQL Server. (provider: SQL Network Interfaces, error: 26)",
		"Une erreur liée au réseau ou spécifique à l’instance s’est produite lors de l’établissement d’une connexion à SQL Server. (provider: SQL Network Interfaces, error: 26)"}, "sql-server"},
	{[4]string{"Unrecognized configuration section dotNetOpenAuth.", "Onbekende configuratiesectie dotNetOpenAuth.", "Nicht erkannter Konfigurationsabschnitt dotNetOpenAuth.", "Section de configuration non reconnue dotNetOpenAuth."}, "iis-undeclared"},
	{[4]string{"Unrecognized attribute 'foo'.", "Niet-herkend kenmerk foo.", "Nicht erkanntes Attribut 'foo'.", "Attribut non reconnu 'foo'."}, "iis-attribute"},
	{[4]string{`'”' is an unexpected token. The expected token is '"' or '''.`, `'”' is een onverwacht token. Het verwachte token is '"' of '''.`, `'”' ist ein unerwartetes Token. Erwartet wurde '"' oder '''.`, `'”' est un jeton inattendu. Le jeton attendu est '"' ou '''.`}, "iis-malformed"},
	{[4]string{"The access token's private signing key must be set.", "The access token's private signing key must be set.", "The access token's private signing key must be set.", "The access token's private signing key must be set."}, "signing-key"},
}

// TestYellowPages reads those of ASP.NET, which bear no status, and numbers that are none.
func TestYellowPages(t *testing.T) {
	for _, p := range yellowPages {
		for i, w := range yellowWords {
			page := strings.Join([]string{w.heading, "", p.says[i], w.description, "", w.details + "System.Exception: " + p.says[i], "", w.trace, "[Exception]",
				`   Exact.Multivers.WebApi.Start() in c:\build\Start.cs:line 500`, `   System.Web.HttpApplication.Run() +403`, w.version}, "\r\n")
			for _, form := range pageForms {
				text := form.make(page)
				require.Equal(t, p.want, ids(Explain(text))[0], "%s %s\n%s", w.language, form.name, text)
			}
		}
	}
}
