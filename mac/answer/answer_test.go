package answer

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"netvisormac/mac"
	"netvisormac/mac/internal/examples"

	"github.com/stretchr/testify/require"
)

func TestAnswerKinds(t *testing.T) {
	seen := map[string]bool{}
	for _, kind := range kinds {
		require.NotEmpty(t, kind.codes, kind.ID)
		for _, code := range kind.codes {
			require.True(t, isCode(code), code)
		}
		for _, text := range kind.texts {
			require.Greater(t, len(asciiLetters(text)), 15, "%q is too short to be known by", text)
		}
	}
	for _, m := range Kinds() {
		require.Regexp(t, regexp.MustCompile(`^answer-[a-z0-9-]+$`), m.ID)
		require.False(t, seen[m.ID], m.ID)
		seen[m.ID] = true
		require.False(t, strings.HasSuffix(m.Title, "."), m.Title)
		require.True(t, strings.HasSuffix(m.Fix, "."), m.Fix)
		require.True(t, m.Detail == "" || strings.HasSuffix(m.Detail, "."), m.Detail)
	}
}

const failed = "<Root><ResponseStatus><Status>FAILED</Status><Status>%</Status><TimeStamp>5.6.2023 16:12:09</TimeStamp></ResponseStatus></Root>"

func TestParseAnswer(t *testing.T) {
	xml := func(reason string) string { return strings.Replace(failed, "%", reason, 1) }
	tests := []struct{ name, text, status, code, id string }{
		{"ok", "<Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>", "OK", "", "answer-ok"},
		{"keys, english", xml("AUTHENTICATION_FAILED :: Integration keys are not valid. Please check the keys specific to the user and partner."), "FAILED", "AUTHENTICATION_FAILED", "answer-keys-not-valid"},
		{"keys, finnish", xml("AUTHENTICATION_FAILED :: Integraatioavaimet eivät kelpaa. Ole hyvä ja tarkista käyttäjä- ja kumppanikohtaiset avaimet"), "FAILED", "AUTHENTICATION_FAILED", "answer-keys-not-valid"},
		{"keys, swedish", xml("AUTHENTICATION_FAILED :: Integrationsnycklarna är ogiltiga. Vänligen kontrollera användar- och partnerspecifika nycklar"), "FAILED", "AUTHENTICATION_FAILED", "answer-keys-not-valid"},
		{"partner", xml("AUTHENTICATION_FAILED :: Integraatiokumppania ei löydy, katso dokumentaatio"), "FAILED", "AUTHENTICATION_FAILED", "answer-partner-not-found"},
		{"an unknown text", xml("AUTHENTICATION_FAILED :: something new"), "FAILED", "AUTHENTICATION_FAILED", "answer-authentication-failed"},
		{"unique", xml("REQUEST_NOT_UNIQUE :: Aineiston yksilöivä tunnus on jo käytetty."), "FAILED", "REQUEST_NOT_UNIQUE", "answer-not-unique"},
		{"unique, bare text", "The transaction ID has already been used. The ID must change in every request.", "FAILED", "", "answer-not-unique"},
		{"access", xml("SERVICE_ACCESS_ERROR :: x"), "FAILED", "SERVICE_ACCESS_ERROR", "answer-no-access"},
		{"data", xml("INVALID_DATA :: x"), "FAILED", "INVALID_DATA", "answer-invalid-data"},
		{"size", xml("INVALID_DATA_SIZE :: x"), "FAILED", "INVALID_DATA_SIZE", "answer-data-size"},
		{"size, bare", "INVALID_DATA_SIZE :: x", "FAILED", "INVALID_DATA_SIZE", "answer-data-size"},
		{"duplicate", xml("DUPLICATE_DATA :: x"), "FAILED", "DUPLICATE_DATA", "answer-duplicate-data"},
		{"period", xml("PERIOD_LOCK :: x"), "FAILED", "PERIOD_LOCK", "answer-period-lock"},
		{"maintenance", xml("SYSTEM_MAINTENANCE :: x"), "FAILED", "SYSTEM_MAINTENANCE", "answer-maintenance"},
		{"maintenance, as it is also spelt", xml("SYSTEM_MAINTANANCE :: x"), "FAILED", "SYSTEM_MAINTANANCE", "answer-maintenance"},
		{"technical", xml("TECHNICAL_ERROR :: x"), "FAILED", "TECHNICAL_ERROR", "answer-technical-error"},
		{"unknown code", xml("BRAND_NEW :: x"), "FAILED", "BRAND_NEW", "answer-unknown-code"},
		{"only the first element", "<Status>FAILED</Status>", "FAILED", "", "answer-no-reason"},
		{"only the second element", "<Status>REQUEST_NOT_UNIQUE :: x</Status>", "FAILED", "REQUEST_NOT_UNIQUE", "answer-not-unique"},
		{"escaped for html", strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(xml("PERIOD_LOCK :: x")), "FAILED", "PERIOD_LOCK", "answer-period-lock"},
		{"escaped for an attribute", strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(xml("BRAND_NEW :: it&apos;s &amp;quot;x&amp;quot;")), "FAILED", "BRAND_NEW", "answer-unknown-code"},
		{"escaped for json", strings.NewReplacer("<", `\u003c`, ">", `\u003e`).Replace(xml("PERIOD_LOCK :: x")), "FAILED", "PERIOD_LOCK", "answer-period-lock"},
		{"iso-8859-1", xml("AUTHENTICATION_FAILED :: Integraatioavaimet eiv\xe4t kelpaa"), "FAILED", "AUTHENTICATION_FAILED", "answer-keys-not-valid"},
		{"mojibake", "Integraatioavaimet eivÃ¤t kelpaa. Ole hyvÃ¤", "FAILED", "", "answer-keys-not-valid"},
		{"umlauts lost", "Integraatioavaimet eiv\ufffdt kelpaa", "FAILED", "", "answer-keys-not-valid"},
		{"401 alone", "HTTP/1.1 401 Unauthorized", "", "", "answer-authentication-failed"},
		{"403 alone", "HTTP/2 403 ", "", "", "answer-no-access"},
		{"400 alone", "HTTP/1.1 400 Bad Request", "", "", "answer-invalid-data"},
		{"500 alone", "HTTP/1.1 500 Internal Server Error", "", "", "answer-technical-error"},
		{"200 alone", "HTTP/1.1 200 OK", "", "", "answer-status-only"},
		{"prose", "Dear support, it does not work.", "", "", ""},
		{"empty", "", "", "", ""},
	}
	for _, test := range tests {
		a := Parse(test.text)
		require.Equal(t, test.status, a.Status, test.name)
		require.Equal(t, test.code, a.Code, test.name)
		if test.id == "" {
			require.Nil(t, a.Explanation, test.name)
			continue
		}
		require.NotNil(t, a.Explanation, test.name)
		require.Equal(t, test.id, a.Explanation.ID, test.name)
	}
}

// Every entity of XML is read, and what stands for one itself stays.
func TestParseAnswerReadsEntities(t *testing.T) {
	a := Parse(strings.Replace(failed, "%", "INVALID_DATA :: &lt;a&gt; &quot;b&quot; it&apos;s &#39;c&#39; d &amp; e &amp;lt;", 1))
	require.Equal(t, `<a> "b" it's 'c' d & e &lt;`, a.Message)
}

func TestParseAnswerReadsTheCharset(t *testing.T) {
	a := Parse("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><Status>PERIOD_LOCK :: 5 \xa4</Status>")
	require.Equal(t, "5 €", a.Message)
	a = Parse("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Status>PERIOD_LOCK :: 5 \xa4</Status>")
	require.Equal(t, "5 ¤", a.Message)
}

func TestParseAnswerInserted(t *testing.T) {
	a := Parse("HTTP/1.1 200 OK\r\n\r\n<Root><ResponseStatus><Status>OK</Status></ResponseStatus><Replies><InsertedDataIdentifier>1802</InsertedDataIdentifier><InsertedDataIdentifier>1803</InsertedDataIdentifier></Replies></Root>")
	require.Equal(t, []string{"1802", "1803"}, a.Inserted)
	require.Equal(t, 200, a.HTTPStatus)
}

// A failure that came with 200 says so, with 401 it does not.
func Test200IsNotSuccess(t *testing.T) {
	a := Parse("HTTP/1.1 200 OK\n\n" + failed)
	require.Contains(t, a.Explanation.Detail, Sentences.Text("answer.always-200").English)
	a = Parse("HTTP/1.1 401 Unauthorized\n\n" + failed)
	require.NotContains(t, a.Explanation.Detail, Sentences.Text("answer.always-200").English)
}

func TestEcho(t *testing.T) {
	const text = "URI-metodi ei kelpaa, katso dokumentaatio. Käytä MAC-tiivisteen laskentaan merkkijonoa: "
	a := Parse("AUTHENTICATION_FAILED :: " + text + "https://isvapi.netvisor.fi/customerlist.nv&Demo Käyttäjä&0_1&2023-06-05T13:12:06.378Z&FI&1967543-8&TRANSID1&YOUR_PRIVATE_KEY_HERE :: " + strings.Repeat("A1", 32))
	require.Equal(t, "answer-string-shown", a.Explanation.ID)
	require.Equal(t, []mac.Part{
		{Field: mac.FieldURL, Value: "https://isvapi.netvisor.fi/customerlist.nv"}, {Field: mac.FieldSender, Value: "Demo Käyttäjä"}, {Field: mac.FieldCustomerID, Value: "0_1"},
		{Field: mac.FieldTimestamp, Value: "2023-06-05T13:12:06.378Z"}, {Field: mac.FieldLanguage, Value: "FI"}, {Field: mac.FieldOrganisationID, Value: "1967543-8"},
		{Field: mac.FieldTransactionID, Value: "TRANSID1"}, {Field: mac.FieldCustomerKey, Value: ""},
	}, a.Echo)
	require.Equal(t, text+"https://isvapi.netvisor.fi/customerlist.nv&Demo Käyttäjä&0_1&2023-06-05T13:12:06.378Z&FI&1967543-8&TRANSID1& :: "+strings.Repeat("A1", 32), a.Message, "all but the key")
}

// Whatever the server shows, a key is neither in the parts nor in the message.
func TestEchoHidesKeys(t *testing.T) {
	r, k := examples.Official(t)
	shown := strings.Join([]string{r.URL, r.Sender, r.CustomerID, r.Timestamp, r.Language, r.OrganisationID, r.TransactionID, r.TimestampUnix, k.Customer, k.Partner}, "&")
	a := Parse("AUTHENTICATION_FAILED :: Käytä MAC-tiivisteen laskentaan merkkijonoa: " + shown + " :: " + r.MAC)
	require.Len(t, a.Echo, 10)
	for _, key := range []string{k.Customer, k.Partner} {
		require.NotContains(t, a.Message, key)
		for _, part := range a.Echo {
			require.NotContains(t, part.Value, key)
		}
	}
}

// However the string that the server shows is damaged on its way here, no eight characters of a key stay in the message.
func TestDamagedEchoHidesKeys(t *testing.T) {
	r, k := examples.Official(t)
	random := rand.New(rand.NewPCG(7, 31))
	for range 3000 {
		keys := k
		if random.IntN(3) == 0 {
			keys = mac.Keys{Customer: "not made of hex digits", Partner: "A-PARTNER's SECRET"}
		}
		values := []string{r.URL, r.Sender, r.CustomerID, r.Timestamp, r.Language, r.OrganisationID, r.TransactionID, r.TimestampUnix, keys.Customer, keys.Partner}
		shown := strings.Join(damaged(random, values, keys == k), "&")
		if random.IntN(2) == 0 {
			shown += " :: " + strings.ToUpper(r.MAC)
		}
		text := []string{"AUTHENTICATION_FAILED :: ", "AUTHENTICATION_FAILED :: Käytä MAC-tiivisteen laskentaan merkkijonoa: ", "<Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: x: "}[random.IntN(3)]
		a := Parse(text + shown)
		for _, key := range []string{keys.Customer, keys.Partner} {
			for i := 0; i+8 <= len(key); i++ {
				require.NotContains(t, strings.ToLower(a.Message), strings.ToLower(key[i:i+8]), text+shown)
				for _, part := range a.Echo {
					require.NotContains(t, strings.ToLower(part.Value), strings.ToLower(key[i:i+8]), text+shown)
				}
			}
		}
	}
	for _, shown := range []string{"https://a.nv&Sender&FI&a secret&another one", "Sender&id&2023-05-04 12:00:00.000&FI&a secret&another one", "b&c&a secret&another one"} {
		a := Parse("AUTHENTICATION_FAILED :: x: " + shown)
		require.Nil(t, a.Echo, shown)
		require.NotContains(t, a.Message, "secret")
		require.NotContains(t, a.Message, "another")
	}
	a := Parse("AUTHENTICATION_FAILED :: x: " + strings.Repeat("ab", 11) + " :: " + r.MAC)
	require.Equal(t, "x: "+strings.Repeat("ab", 11)+" :: "+r.MAC, a.Message, "neither a short run nor the MAC is a key")
}

// damaged leaves a value out, cuts the address, puts the keys first or in one, or writes them in capitals; keys that are
// of hex digits are known by that wherever they stand.
func damaged(random *rand.Rand, values []string, hex bool) []string {
	switch random.IntN(6) {
	case 0:
		if hex {
			values = slices.Delete(values, 2+random.IntN(6), 8)
		}
	case 1:
		i := random.IntN(6)
		if hex {
			i = random.IntN(8)
		}
		values = slices.Delete(values, i, i+1)
	case 2:
		values[0] = values[0][random.IntN(len(values[0])):]
	case 3:
		if hex {
			values = append(values[8:], values[:8]...)
		}
	case 4:
		values[8], values[9] = strings.ToUpper(values[8]), strings.ToUpper(values[9])
	case 5:
		if hex {
			values[8] = values[8] + values[9]
			values = values[:9]
		}
	}
	return values
}

func FuzzParseAnswer(f *testing.F) {
	f.Add(failed)
	f.Add("AUTHENTICATION_FAILED :: https://a.nv&b&c&2023-05-04 12:00:00.000&FI&1967543-8&1&2&3&4 :: 5")
	f.Add("HTTP/1.1 200 OK\n\n<Status>\xe4</Status>")
	f.Fuzz(func(t *testing.T, text string) {
		a := Parse(text)
		for _, part := range a.Echo {
			require.False(t, part.Field.Info().Secret && part.Value != "")
		}
	})
}
