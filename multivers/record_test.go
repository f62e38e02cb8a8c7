package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRecord(t *testing.T) {
	values := map[string]string{
		"customer": "  Bakker & *Zn* <b>  ", "token": token, "refresh-token": "x7Qz!abc",
		"allowed-addresses": "203.0.113.1\r\n203.0.113.2\n", "unknown": "left out", "url": "https://multivers.contoso.nl:4430/API/",
	}
	english, dutch := Record(values, "en"), Record(values, "nl")
	require.Equal(t, english, Record(values, "sv"))
	for _, want := range []string{
		"# Installation record: Zenvoices and Exact Multivers on-premise\n\n## Customer\n\n- **Customer:** Bakker \\& \\*Zn\\* \\<b\\>\n- **Date of installation:** –\n",
		"- **Secret token:** not in this record; fingerprint " + Sum([]byte(token))[:8] + "\n",
		"- **OAuth refresh token:** not in this record; fingerprint " + Sum([]byte("x7Qz!abc"))[:8] + "\n",
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

func TestRecordSections(t *testing.T) {
	ids := map[string]bool{WithSecrets: true}
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
