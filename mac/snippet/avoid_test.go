package snippet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/internal/letters"
	"netvisormac/mac"
	"netvisormac/mac/diagnose"
)

// mistakes are those that a line of a program can avoid.
var mistakes = avoidable()

func avoidable() (ids []string) {
	for _, m := range diagnose.Mistakes() {
		if !strings.HasPrefix(m.ID, "lost-letter-") { // a log's mistake, not a program's
			ids = append(ids, m.ID)
		}
	}
	return ids
}

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
		{"timestamp-offset timestamp-iso", "    # avoids timestamp-offset, timestamp-iso: UTC with a space and milliseconds, as 2023-05-04 12:00:00.000\n    timestamp = "},
		{"timestamp-unix-milliseconds", "    # avoids timestamp-unix-milliseconds: whole seconds, of the same moment as the timestamp\n    timestamp_unix = "},
		{"timestamp-unix-last", "    # avoids timestamp-unix-last: these values in this order, the keys last; no method, no body, no partner id\n    values = "},
		{"keys-swapped-in-message", "    # avoids keys-swapped-in-message: these values in this order, the keys last; no method, no body, no partner id\n    values = "},
		{"utf-8 no-separator", "    # avoids no-separator: joined by & alone, with nothing before or after\n    # avoids utf-8: hashed and sent in one charset: ISO-8859-1, or ISO-8859-15 for the legacy SHA256\n    message = "},
		{"lower-case-url", "    # avoids lower-case-url: each header carries the very text that was signed\n    headers = {\n"},
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
		require.True(t, letters.IsASCII(p.text), "%s stands in scripts of any charset", name)
	}
}

// What is no id cannot end a comment and begin a line of the program.
func TestNoIDs(t *testing.T) {
	for _, id := range []string{"url-\nimport os", "url-\r\nx", "url-\u2028x", "url-*/x", "url-?>", "url-<!--", "URL-x", "url-é"} {
		for _, l := range languages {
			plain, err := Make(l.ID, example)
			require.NoError(t, err)
			made, err := Make(l.ID, example, id)
			require.NoError(t, err)
			require.Equal(t, plain, made, "%s: %q", l.ID, id)
		}
	}
}
