package paste

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// Whatever settings are called and written as, their keys are read, and no request is made of them.
func TestSettings(t *testing.T) {
	const c, p = "7cd680e89e880553358bc07cd28b0ee2", "07f94228d149a96b2f25e3edad55096e"
	for name, text := range map[string]string{
		"env":            "NETVISOR_CUSTOMER_KEY=" + c + "\nNETVISOR_PARTNER_KEY=" + p + "\n",
		"env with ids":   "NETVISOR_CUSTOMER_ID=AB_1\nNETVISOR_CUSTOMER_KEY=" + c + "\nNETVISOR_PARTNER_ID=PA_1\nNETVISOR_PARTNER_KEY=" + p + "\nNETVISOR_LANGUAGE=FI\n",
		"export":         "export NETVISOR_CUSTOMER_KEY='" + c + "'\nexport NETVISOR_PARTNER_KEY=\"" + p + "\"\n",
		"dotnet env":     "Netvisor__CustomerKey=" + c + "\nNetvisor__PartnerKey=" + p + "\n",
		"properties":     "netvisor.customer.key=" + c + "\nnetvisor.partner.key=" + p + "\n",
		"ini":            "[netvisor]\ncustomer_key = " + c + "\npartner_key = " + p + "\n",
		"toml":           "[netvisor]\ncustomer_key = \"" + c + "\"\npartner_key = \"" + p + "\"\n",
		"yaml":           "netvisor:\n  customer_key: " + c + "\n  partner_key: '" + p + "'\n",
		"k8s":            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\nstringData:\n  customer-key: " + c + "\n  partner-key: " + p + "\n",
		"compose":        "services:\n  app:\n    environment:\n      NETVISOR_CUSTOMER_KEY: " + c + "\n      NETVISOR_PARTNER_KEY: " + p + "\n",
		"compose list":   "services:\n  app:\n    environment:\n      - NETVISOR_CUSTOMER_KEY=" + c + "\n      - NETVISOR_PARTNER_KEY=" + p + "\n",
		"json":           `{"customerKey":"` + c + `","partnerKey":"` + p + `"}`,
		"appsettings":    `{"Netvisor":{"CustomerId":"AB_1","CustomerPrivateKey":"` + c + `","PartnerId":"PA_1","PartnerPrivateKey":"` + p + `"}}`,
		"postman env":    `{"name":"e","values":[{"key":"customerKey","value":"` + c + `","enabled":true},{"key":"partnerKey","value":"` + p + `","enabled":true}]}`,
		"web.config":     "<configuration>\n  <appSettings>\n    <add key=\"NetvisorCustomerKey\" value=\"" + c + "\" />\n    <add key=\"NetvisorPartnerKey\" value=\"" + p + "\" />\n  </appSettings>\n</configuration>\n",
		"php array":      "<?php\nreturn [\n  'netvisor' => [\n    'customer_key' => '" + c + "',\n    'partner_key' => '" + p + "',\n  ],\n];\n",
		"php define":     "<?php\ndefine('NETVISOR_CUSTOMER_KEY', '" + c + "');\ndefine('NETVISOR_PARTNER_KEY', '" + p + "');\n",
		"php variables":  "$customerKey = '" + c + "';\n$partnerKey = '" + p + "';\n",
		"c# constants":   "private const string CustomerKey = \"" + c + "\";\nprivate const string PartnerKey = \"" + p + "\";\n",
		"python":         "CUSTOMER_KEY = \"" + c + "\"\nPARTNER_KEY = \"" + p + "\"\n",
		"javascript":     "const customerKey = '" + c + "';\nconst partnerKey = '" + p + "';\n",
		"official words": "userkey: " + c + "\npartnerkey: " + p + "\n",
		"Finnish":        "Integraatiokäyttäjän yksilöivä avain: " + c + "\nIntegraatiokumppanin yksilöivä avain: " + p + "\n",
		"short Finnish":  "Käyttäjän avain: " + c + "\nKumppanin avain: " + p + "\n",
		"Swedish":        "Användarnyckel: " + c + "\nPartnernyckel: " + p + "\n",
		"English":        "Customer key: " + c + "\nPartner key: " + p + "\n",
		"table":          "| Customer key | " + c + " |\n| Partner key | " + p + " |\n",
		"two lines":      "Customer key\n" + c + "\nPartner key\n" + p + "\n",
		"powershell":     "$env:NETVISOR_CUSTOMER_KEY = '" + c + "'\n$env:NETVISOR_PARTNER_KEY = '" + p + "'\n",
		"batch":          "set NETVISOR_CUSTOMER_KEY=" + c + "\nset NETVISOR_PARTNER_KEY=" + p + "\n",
		"terraform":      "customer_key = \"" + c + "\"\npartner_key  = \"" + p + "\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			got := Parse(text)
			require.Empty(t, got.Requests)
			require.Equal(t, mac.Keys{Customer: c, Partner: p}, got.Keys)
			require.NotNil(t, got.Settings)
			source := got.Settings.Sources[mac.FieldPartnerKey]
			require.Equal(t, p, text[source.Start:source.End])
		})
	}
}

// The file has settings in the forms of more tools and mails, with the same keys in all.
func TestMoreSettings(t *testing.T) {
	var forms []struct {
		Name, Text string
		Settings   map[mac.Field]string
		Notes      []string
	}
	require.NoError(t, json.Unmarshal([]byte(read(t, "testdata/settings.json")), &forms))
	require.GreaterOrEqual(t, len(forms), 170)
	for _, f := range forms {
		t.Run(f.Name, func(t *testing.T) {
			got := Parse(f.Text)
			require.Empty(t, got.Requests, f.Text)
			require.NotNil(t, got.Settings, f.Text)
			require.Equal(t, mac.Keys{Customer: "7cd680e89e880553358bc07cd28b0ee2", Partner: "07f94228d149a96b2f25e3edad55096e"}, got.Keys, f.Text)
			for field, want := range f.Settings {
				require.Equal(t, want, *field.Of(&got.Settings.Request, &got.Settings.Keys), "%s\n%s", field, f.Text)
			}
			for _, id := range f.Notes {
				require.Contains(t, fmt.Sprint(got.Notes), id, f.Text)
			}
		})
	}
}

// A number beside a key's name that something else names is no key.
func TestShapes(t *testing.T) {
	const hex = "7cd680e89e880553358bc07cd28b0ee2"
	for text, want := range map[string]string{
		"customerKey " + hex:                             hex,
		`{"customerKey": "", "traceId": "` + hex + `"}`:  "",
		"customerKey of trace " + hex:                    "",
		"customerKey " + hex + "0":                       "",
		"customerKey " + strings.Repeat("g", 32):         "",
		"(customerKey " + strings.Repeat(hex, 2) + ")":   "",
		"kumppanin avain on " + hex + "\nuserkey " + hex: hex,
	} {
		require.Equal(t, want, Parse(text).Keys.Customer, text)
	}
}

// The ids of settings are told with the keys, and where they are others than the request's.
func TestSettingsOfAnother(t *testing.T) {
	const settings = "NETVISOR_CUSTOMER_ID=AB_1\nNETVISOR_CUSTOMER_KEY=7cd680e89e880553358bc07cd28b0ee2\nNETVISOR_PARTNER_KEY=07f94228d149a96b2f25e3edad55096e\n"
	got := Parse(settings)
	require.Equal(t, "AB_1", got.Settings.Request.CustomerID)
	require.Equal(t, "settings", got.Kind)

	got = Parse(settings + "curl https://isvapi.netvisor.fi/a.nv -H 'X-Netvisor-Authentication-CustomerId: AB_2'\n")
	require.Len(t, got.Requests, 1)
	require.Equal(t, "AB_2", got.Requests[0].Request.CustomerID)
	require.Equal(t, "07f94228d149a96b2f25e3edad55096e", got.Requests[0].Keys.Partner)
	found := false
	for _, n := range got.Notes {
		found = found || n.ID == "settings-differ" && n.Field == mac.FieldCustomerID && n.Request == 0 && n.Line == 1
	}
	require.True(t, found, got.Notes)
}
