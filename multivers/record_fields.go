package multivers

// RecordSections are the parts of the installation record. The guide asks for one and names no fields;
// these are what its steps decide and what support asks for later.
var RecordSections = []RecordSection{
	{"customer", "Customer", "Klant", []RecordField{
		{ID: "customer", English: "Customer", Dutch: "Klant"},
		{ID: "date", English: "Date of installation", Dutch: "Datum van installatie"},
		{ID: "installed-by", English: "Installed by", Dutch: "Uitgevoerd door"},
		{ID: "administrator", English: "System administrator", Dutch: "Systeembeheerder"},
	}},
	{"server", "Server", "Server", []RecordField{
		{ID: "server", English: "Name of the server", Dutch: "Naam van de server"},
		{ID: "windows-version", English: "Windows and IIS version", Dutch: "Windows- en IIS-versie"},
		{ID: "access", English: "Access (without passwords)", Dutch: "Toegang (zonder wachtwoorden)"},
		{ID: "multivers-version", English: "Multivers version", Dutch: "Multivers-versie"},
		{ID: "webapi-version", English: "WebAPI version", Dutch: "WebAPI-versie"},
		{ID: "folder", English: "Folder of the WebAPI", Dutch: "Installatiemap van de WebAPI"},
		{ID: "sql-server", English: "SQL Server and instance", Dutch: "SQL Server en instance"},
		{ID: "database", English: "Name of the WEBAPI database", Dutch: "Naam van de WEBAPI-database"},
	}},
	{"iis", "IIS", "IIS", []RecordField{
		{ID: "site", English: "Site", Dutch: "Site"},
		{ID: "pool", English: "Application pool and identity", Dutch: "Groep van toepassingen en identiteit"},
		{ID: "pool-mode", English: "Pipeline mode and 32-bit applications", Dutch: "Pipelinemodus en 32-bits toepassingen"},
		{ID: "binding", English: "https binding", Dutch: "https-binding"},
		{ID: "http-removed", English: "http binding removed", Dutch: "http-binding verwijderd"},
		{ID: "certificate", English: "SSL certificate (subject, issuer, valid until)", Dutch: "SSL-certificaat (onderwerp, uitgever, geldig tot)"},
		{ID: "webapi-certificates", English: "WebAPI certificates (.pfx, rights given to)", Dutch: "WebAPI-certificaten (.pfx, rechten toegekend aan)"},
	}},
	{"network", "Network", "Netwerk", []RecordField{
		{ID: "wan", English: "WAN address or host name", Dutch: "WAN-IP of hostnaam"},
		{ID: "port", English: "Forwarded port", Dutch: "Doorgestuurde poort"},
		{ID: "allowed-addresses", English: "Allowed IP addresses (list of Zenvoices, date)", Dutch: "Toegestane IP-adressen (lijst van Zenvoices, datum)"},
		{ID: "tested-outside", English: "Tested from outside", Dutch: "Van buiten getest"},
		{ID: "proxy", English: "Proxy before IIS", Dutch: "Proxy vóór IIS"},
	}},
	{"config", "web.config", "web.config", []RecordField{
		{ID: "key", English: "Key Zenvoices.SecretToken", Dutch: "Key Zenvoices.SecretToken"},
		{ID: "module", English: "Module ZenvoicesSecurityTokenHttpModule", Dutch: "Module ZenvoicesSecurityTokenHttpModule"},
		{ID: "dll", English: "Version and date of the DLL", Dutch: "Versie en datum van de DLL"},
		{ID: "backup", English: "Place of the backup", Dutch: "Locatie van de back-up"},
		{ID: "sum-before", English: "SHA-256 before", Dutch: "SHA-256 vóór"},
		{ID: "sum-after", English: "SHA-256 after", Dutch: "SHA-256 na"},
	}},
	{"zenvoices", "Zenvoices", "Zenvoices", []RecordField{
		{ID: "url", English: "API url", Dutch: "API url"},
		{ID: "token", English: "Secret token", Dutch: "Secret token", Secret: true},
		{ID: "token-place", English: "Where the secret token is kept", Dutch: "Bewaarplaats van het secret token"},
		{ID: "refresh-token", English: "OAuth refresh token", Dutch: "OAuth refresh token", Secret: true},
		{ID: "refresh-made", English: "Refresh token made on, with Multivers user", Dutch: "Refresh token: wanneer en met welke Multivers-gebruiker gemaakt"},
		{ID: "refresh-place", English: "Where the refresh token is kept", Dutch: "Bewaarplaats van het refresh token"},
	}},
	{"tests", "Tests", "Testresultaten", []RecordField{
		{ID: "browser-403", English: "403 in the browser (date)", Dutch: "403 in de browser (datum)"},
		{ID: "administrations", English: "Test in Zenvoices: number of administrations", Dutch: "Test in Zenvoices: aantal administraties"},
	}},
	{"remarks", "Remarks", "Bijzonderheden", []RecordField{
		{ID: "other-applications", English: "Other applications that use this API", Dutch: "Andere applicaties op deze API"},
		{ID: "remarks", English: "Remarks", Dutch: "Bijzonderheden"},
		{ID: "recovery", English: "How to restore", Dutch: "Herstelstappen"},
	}},
}
