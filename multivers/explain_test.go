package multivers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const iisPage = `HTTP Error 500.19 - Internal Server Error
The requested page cannot be accessed because the related configuration data for the page is invalid.

Detailed Error Information:
Module 	   IIS Web Core
Notification 	   Unknown
Handler 	   Not yet determined
Error Code 	   0x8007000d
Config Error 	   Configuration file is not well-formed XML
Config File 	   \\?\C:\Program Files (x86)\Exact\Multivers API\WebApi\Server\web.config

Config Source:
   11:   <appSettings>
   12:     <add key=”Zenvoices.SecretToken” value=”Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x“/>
   13:   </appSettings>
`

func TestExplain(t *testing.T) {
	for text, want := range map[string]string{
		iisPage: "iis-malformed 12:0",
		strings.ReplaceAll(iisPage, "0x8007000d", "0x800700c1"):                     "iis-bitness 12:0",
		"HTTP-fout 500.19 - Internal Server Error\r\nFoutcode 0x800700c1":           "iis-bitness 0:0",
		"IIS HTTP error 500.19 met foutcode 0x800700C1":                             "iis-bitness 0:0",
		"HTTP Error 500.19\nError Code 0x8007000d\nConfig Source\n   -1: \n    0: ": "iis-malformed 0:0",
		"500.19":             "iis-config 0:0",
		"500.19 0x80070021":  "iis-locked 0:0",
		"0x800700b7":         "iis-duplicate 0:0",
		"800700B7":           "iis-duplicate 0:0",
		"x0x8007000d0":       "not-recognised 0:0",
		"500.19 0x8007007e":  "iis-module-not-found 0:0",
		"500.19 0x80070005.": "iis-access-denied 0:0",
		"(0x80070003)":       "iis-path-not-found 0:0",
		"0x8007010b":         "iis-directory 0:0",
		"0x8007052e":         "iis-logon 0:0",
		"0x80070520":         "certificate-session 0:0",
		"500.19 0x800704cf":  "iis-config 0:0 hresult-other 0:0",
		"0x800704cf":         "hresult-other 0:0",
		"'”' is an unexpected token. The expected token is '\"' or '''. Line 14, position 23.":                                                   "iis-malformed 14:23",
		"'”' is een onverwacht token. Het verwachte token is '\"'. Regel 14, positie 23.":                                                        "iis-malformed 14:23",
		"Cannot add duplicate collection entry of type 'add' with unique key attribute 'name' set to":                                            "iis-duplicate 0:0",
		"Config section 'appSettings' already defined. Sections must only appear once per config file.\nSource File: C:\\web.config    Line: 31": "iis-duplicate 31:0",
		"Lock violation": "iis-locked 0:0",
		"HTTP Error 500.22 - Internal Server Error, 0x80070032": "iis-http-modules 0:0",
		"500.23": "iis-http-handlers 0:0",
		"500.24": "iis-impersonation 0:0",
		"500.21": "iis-bad-module 0:0",
		"Could not load file or assembly 'ZenvoicesSecurityTokenHttpModule' or one of its dependencies. (0x80131515)": "dll-blocked 0:0",
		"Kan bestand of assembly ‘ZenvoicesSecurityTokenHttpModule’ of een van de afhankelijkheden niet laden":        "dll-missing 0:0",
		"Could not load type 'Zenvoices.Modules.X' from assembly 'ZenvoicesSecurityTokenHttpModule'.":                 "type-missing 0:0",
		"Could not load file or assembly 'Newtonsoft.Json'":                                                           "assembly-missing 0:0",
		"“The access token’s private signing key must be set” foutmelding":                                            "signing-key 0:0",
		"500 Internal Server Error: The access token's private signing key must be set.":                              "signing-key 0:0",
		"“CryptographicException ‘Keyset does not exist” foutmelding":                                                 "keyset 0:0",
		"In het dialoogvenster WebApiServer heeft het besturingselement ExistingSiteCombo een mogelijke waarde":       "existing-site-combo 0:0",
		"This message can only be sent over HTTPS.":                                                                   "oauth-https 0:0",
		"The callback URL (x) is not allowed for this client.":                                                        "oauth-callback 0:0",
		`Missing decryption key for bucket "a" handle "b"`:                                                            "oauth-key-missing 0:0",
		"HTTP/1.1 400 Bad Request\nServer: Microsoft-HTTPAPI/2.0\n\nBad Request - Invalid Hostname":                   "invalid-hostname 0:0",
		`400 {"error":"invalid_grant"}`:                                                                               "oauth-refresh 0:0",
		`{"error":"invalid_request"}`:                                                                                 "oauth-refresh 0:0",
		`{"error":"invalid_client"}`:                                                                                  "oauth-client 0:0",
		"fout 400":                                                                                                    "http-400 0:0",
		"De externe server: (401)":                                                                                    "http-401 0:0",
		"403":                                                                                                         "http-403 0:0",
		"Fout 403.":                                                                                                   "http-403 0:0",
		"403 - Forbidden: Access is denied.":                                                                          "http-403 0:0",
		"HTTP Error 403.14 - Forbidden":                                                                               "iis-403-listing 0:0",
		"403.4":                                                                                                       "iis-403-ssl 0:0",
		"403.6 - Forbidden":                                                                                           "iis-403-ip 0:0",
		"403.16":                                                                                                      "iis-403-certificate 0:0",
		"403.8":                                                                                                       "iis-403-host 0:0",
		"403.18 - Forbidden":                                                                                          "iis-403-other 0:0",
		"403.502":                                                                                                     "iis-403-ip 0:0",
		"404.8":                                                                                                       "request-filtering 0:0",
		"404":                                                                                                         "http-404 0:0",
		"502.3":                                                                                                       "http-502 0:0",
		"HTTP Error 503. The service is unavailable.":                                                                 "http-503 0:0",
		"The operation has timed out":                                                                                 "no-answer 0:0",
		"De externe naam kan niet worden omgezet; kan de externe naam niet omzetten": "unknown-host 0:0",
		"Could not create SSL/TLS secure channel.":                                   "tls 0:0",
		"Lijst met administraties: lege lijst":                                       "no-administrations 0:0",
		"Server Error 500":                                                           "http-500 0:0",
		"hello":                                                                      "not-recognised 0:0",
		"order 14032 for 1500.195":                                                   "not-recognised 0:0",
	} {
		got := []string{}
		for _, f := range Explain(text) {
			got = append(got, fmt.Sprintf("%s %d:%d", f.ID, f.Line, f.Column))
			require.NotContains(t, f.Detail+f.Title, token)
		}
		require.Equal(t, want, strings.Join(got, " "), text)
	}
	require.Empty(t, Explain(" \n"))
	require.Equal(t, "it is Windows error 1231: net helpmsg 1231 tells its text", Explain("0x800704cf")[0].Detail)
	require.Contains(t, Explain("0x8007000d\n -1: 0:")[0].Detail, "could not be read")
}
