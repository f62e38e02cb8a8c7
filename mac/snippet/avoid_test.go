package snippet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// mistakes has one of each family, and all that are of none.
var mistakes = strings.Fields(`
	plain-sha256 legacy-sha256 legacy-md5 hmac-in-legacy hmac-sha1 hmac-sha512
	missing-sender missing-timestamp-unix swapped-url-sender timestamp-unix-last timestamp-unix-after-timestamp
	timestamp-unix-before-timestamp partner-id-added partner-id-for-customer-id method-in-front
	keys-swapped keys-swapped-in-message keys-not-in-message hmac-key-reversed hmac-key-customer-only
	hmac-key-partner-only hmac-key-no-separator hmac-key-hex-decoded typo-customer-key typo-partner-key
	no-separator separator-newline separator-pipe separator-comma separator-html trailing-separator trailing-newline byte-order-mark
	utf-8 iso-8859-15 utf-16le nfd mojibake-sender
	lower-case-customer-key upper-case-transaction-id leading-space-sender trailing-space-partner-key newline-sender
	url-without-query url-http url-fragment url-query-utf-8 url-capital-resource
	timestamp-offset timestamp-milliseconds timestamp-iso timestamp-epoch timestamp-unix-offset timestamp-unix-milliseconds
	organisation-id-no-hyphen organisation-id-vat language-sv transaction-id-no-hyphens transaction-id-braces
	output-base64 output-upper-case output-hex-of-hex`)

// Each mistake gives one comment, and that above the line that avoids it.
func TestMistakes(t *testing.T) {
	for _, l := range languages {
		plain, err := Make(l.ID, example)
		require.NoError(t, err)
		require.NotContains(t, plain, "avoids")
		for _, id := range mistakes {
			made, err := Make(l.ID, example, id)
			require.NoError(t, err)
			if !l.computes() {
				require.Equal(t, plain, made, l.ID)
				continue
			}
			require.Equal(t, 1, strings.Count(made, l.comment+" avoids "+id+": "), "%s: %s", l.ID, id)
			require.Equal(t, strings.Count(plain, "\n")+1, strings.Count(made, "\n"), "%s: %s", l.ID, id)
		}
	}
}

func TestMistakesOfTheLegacyHash(t *testing.T) {
	r := example
	r.Algorithm = mac.SHA256
	for _, id := range []string{"hmac-in-legacy", "missing-url", "timestamp-offset", "iso-8859-15"} {
		for name := range interpreters {
			made, err := Make(name, r, id)
			require.NoError(t, err)
			require.Equal(t, 1, strings.Count(made, "avoids "+id+": "), "%s: %s", name, id)
		}
	}
}

func TestWhereTheCommentStands(t *testing.T) {
	tests := []struct{ mistakes, line string }{
		{"timestamp-offset timestamp-iso", "# avoids timestamp-offset, timestamp-iso: UTC with a space and milliseconds, as 2023-05-04 12:00:00.000\ntimestamp = "},
		{"timestamp-unix-milliseconds", "# avoids timestamp-unix-milliseconds: whole seconds, of the same moment as the timestamp\ntimestamp_unix = "},
		{"timestamp-unix-last", "# avoids timestamp-unix-last: these values in this order, the keys last; no method, no body, no partner id\nvalues = "},
		{"keys-swapped-in-message", "# avoids keys-swapped-in-message: these values in this order, the keys last; no method, no body, no partner id\nvalues = "},
		{"utf-8 no-separator", "# avoids no-separator: joined by & alone, with nothing before or after\n# avoids utf-8: hashed and sent in one charset: ISO-8859-1, or ISO-8859-15 for the legacy SHA256\nmessage = "},
		{"lower-case-url", "# avoids lower-case-url: each header carries the very text that was signed\nheaders = {\n"},
	}
	for _, test := range tests {
		made, err := Make("python", example, strings.Fields(test.mistakes)...)
		require.NoError(t, err)
		require.Contains(t, made, test.line)
	}
	made, err := Make("python", example, "not-a-mistake", "")
	require.NoError(t, err)
	require.NotContains(t, made, "avoids")
}

// No id is two points'.
func TestPoints(t *testing.T) {
	for _, id := range mistakes {
		var owners []string
		for name, p := range points {
			if p.reason([]string{id}) != "" {
				owners = append(owners, name)
			}
		}
		require.Len(t, owners, 1, "%s: %s", id, owners)
	}
	for name, p := range points {
		require.NotEmpty(t, p.ids, name)
		require.False(t, strings.HasSuffix(p.text, "."), name)
		require.True(t, isASCII(p.text), "%s stands in scripts of any charset", name)
	}
}
