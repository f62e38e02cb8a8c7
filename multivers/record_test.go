package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"netvisormac/internal/fingerprint"
)

func TestRecord(t *testing.T) {
	values := map[string]string{
		"customer": "  Bakker & *Zn* <b>  ", "token": token, "refresh-token": "x7Qz!abc",
		"allowed-addresses": "203.0.113.1\r\n203.0.113.2\n", "unknown": "left out", Salt: "5a17", "url": "https://multivers.contoso.nl:4430/API/",
	}
	english, dutch := Record(values, "en"), Record(values, "nl")
	require.Equal(t, english, Record(values, "sv"))
	for _, want := range []string{
		"# Installation record: Zenvoices and Exact Multivers on-premise\n\n## Customer\n\n- **Customer:** Bakker \\& \\*Zn\\* \\<b\\>\n- **Date of installation:** –\n",
		"- **Secret token:** not in this record; fingerprint " + fingerprint.Of(token, "5a17") + " (HMAC-SHA-256, salt 5a17)\n",
		"- **OAuth refresh token:** not in this record\n",
		"203.0.113.1; 203.0.113.2\n", "- **API url:** https://multivers.contoso.nl:4430/API/\n",
	} {
		require.Contains(t, english, want)
	}
	require.Contains(t, dutch, "# Installatiedocument: Zenvoices en Exact Multivers lokaal\n\n## Klant\n\n- **Klant:** Bakker")
	require.Contains(t, dutch, "- **Secret token:** niet in dit document; vingerafdruk ")
	for _, record := range []string{english, dutch} {
		require.NotContains(t, record, token)
		require.NotContains(t, record, "x7Qz")
		require.NotContains(t, record, "left out")
		require.Equal(t, strings.Count(record, "\n- **"), strings.Count(english, "\n- **"))
	}
	values[WithSecrets] = "true"
	require.Contains(t, Record(values, "nl"), "- **Secret token:** "+token+"\n- **Bewaarplaats")
}

// Whatever field a secret was written into, and however, it is not in a record without secrets.
func TestRecordMasksSecretsInValues(t *testing.T) {
	spaced := token[:10] + " " + token[10:20] + "-" + token[20:]
	for _, value := range []string{token, "token " + token + "!", strings.ToUpper(token), spaced, "é\n" + strings.ToLower(token) + "é", "Pwd=" + other + "\nleft", "https://u:" + other + "@host/x"} {
		for _, section := range RecordSections {
			for _, field := range section.Fields {
				if field.Secret {
					continue
				}
				values := map[string]string{"token": token, field.ID: value}
				record := strings.ToLower(Record(values, "en"))
				for _, secret := range []string{token, other, spaced} {
					require.NotContains(t, record, strings.ToLower(secret), field.ID)
				}
				values[WithSecrets] = "true"
				require.Contains(t, strings.ReplaceAll(Record(values, "en"), "\\", ""), strings.SplitN(strings.ReplaceAll(value, "\n", "; "), "\n", 2)[0])
			}
		}
	}
}

func TestRecordSections(t *testing.T) {
	ids := map[string]bool{WithSecrets: true, Salt: true}
	for _, section := range RecordSections {
		require.NotEmpty(t, section.ID+section.English+section.Dutch)
		for _, field := range section.Fields {
			require.False(t, ids[field.ID], field.ID)
			ids[field.ID] = true
			require.NotEmpty(t, field.English, field.ID)
			require.NotEmpty(t, field.Dutch, field.ID)
			require.Equal(t, strings.Contains(Record(map[string]string{field.ID: "value"}, "en"), ":** value\n"), !field.Secret, field.ID)
		}
	}
	require.Equal(t, strings.Count(Record(nil, "en"), "\n- **"), strings.Count(Record(nil, "en"), ":** –\n"))
}
