package multivers

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// masked is a file with a bullet for each secret.
func masked(t *testing.T, config []byte) string {
	text := Text(config)
	secrets := Secrets(text)
	require.True(t, utf8.ValidString(text))
	var b strings.Builder
	from := 0
	for _, s := range secrets {
		require.LessOrEqual(t, from, s.Start)
		require.LessOrEqual(t, s.Start, s.End)
		b.WriteString(text[from:s.Start] + "•")
		from = s.End
	}
	return b.String() + text[from:]
}

func TestText(t *testing.T) {
	for config, want := range map[string]string{
		`<add key="Zenvoices.SecretToken" value="abc" />`:                       `<add key="Zenvoices.SecretToken" value="•" />`,
		`<add value='abc' key='zenvoices.secrettoken'/>`:                        `<add value='•' key='zenvoices.secrettoken'/>`,
		`<add key=”Zenvoices.SecretToken” value=”abc“/>`:                        `<add key=”Zenvoices.SecretToken” value=”•“/>`,
		`<add key="Zenvoices.SecretToken" value="”abc"”/>`:                      `<add key="Zenvoices.SecretToken" value="”•”/>`,
		`<add key="Zenvoices.SecretToken" value = "a>b"/>`:                      `<add key="Zenvoices.SecretToken" value = "•"/>`,
		`<add key="Zenvoices.SecretToken" value=abc><x a="b"/>`:                 `<add key="Zenvoices.SecretToken" value=•><x a="b"/>`,
		`<add key="Zenvoices.SecretToken" value="abc`:                           `<add key="Zenvoices.SecretToken" value="•`,
		"<add key=\"Zenvoices.SecretToken\"\u00a0value\u00a0=\u00a0\"abc\" />":  "<add key=\"Zenvoices.SecretToken\"\u00a0value\u00a0=\u00a0\"•\" />",
		`<!-- <add key="Zenvoces.SercetTokn" value="abc" /> -->`:                `<!-- <add key="Zenvoces.SercetTokn" value="•" /> -->`,
		`<add key="SmtpPassword" value="abc" />`:                                `<add key="SmtpPassword" value="•" />`,
		`<add key="webpages:Version" value="3.0.0.0" />`:                        `<add key="webpages:Version" value="3.0.0.0" />`,
		`<machineKey validationKey="AB" decryptionKey="CD" validation="SHA1"/>`: `<machineKey validationKey="•" decryptionKey="•" validation="SHA1"/>`,
		`<add name="a" connectionString="Server=b;Pwd=c;Database=d" />`:         `<add name="a" connectionString="Server=b;Pwd=•" />`,
		`<identity userName="a" PASSWORD="b"/>`:                                 `<identity userName="a" PASSWORD="•"/>`,
		"key=\"Zenvoices.SecretToken\" value=\"abc\"":                           "key=\"Zenvoices.SecretToken\" value=\"•\"",
		"": "", "<": "<", "=": "=", "value=": "value=", "<a b=\xff\xfe/>": "<a b=\ufffd\ufffd/>",
	} {
		require.Equal(t, want, masked(t, []byte(config)))
	}
}

// TestTextHidesTokens looks for the token in the masked text of every file and of many that are broken.
func TestTextHidesTokens(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for _, name := range configNames(t) {
		config := read(t, name)
		require.NotContains(t, masked(t, config), token, name)
		key, _ := Lines(token)
		for range 20 { // a slip in up to three letters of the key: still nearly the key
			slips := []byte("Zenvoices.SecretToken")
			for range 3 {
				slips[r.IntN(len(slips))] = 'q'
			}
			line := strings.Replace(key, Key, string(slips), 1)
			require.NotContains(t, masked(t, []byte(line)), token, line)
		}
	}
	for seed := range uint64(500) {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 7))}
		config := w.config()
		require.NotContains(t, masked(t, config), token, "%s", config)
		fixed, edits, err := Fix(config, other)
		if err != nil {
			continue
		}
		require.NotContains(t, masked(t, fixed), other)
		before := Text(config)
		after, from := "", 0
		for _, e := range edits {
			after += before[from:e.From] + e.Text
			from = e.To
		}
		require.Equal(t, Text(fixed), after+before[from:])
	}
}
