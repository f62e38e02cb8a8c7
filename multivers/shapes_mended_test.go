package multivers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// everyShape goes through them, and tells how many there are of each encoding.
func everyShape(t *testing.T, do func(seed uint64, s shaped)) {
	t.Helper()
	shapes := uint64(500)
	if testing.Short() {
		shapes = 50 // where the race detector or WebAssembly slows it down
	}
	of := map[string]int{}
	for seed := range shapes {
		s := shape(seed)
		of[s.encoding]++
		do(seed, s)
	}
	t.Logf("%d files: %v", shapes, of)
	require.Len(t, of, 5)
}

// Of a good file nothing is an error but that the lines are missing; Fix puts them in, and every other byte stays.
func TestShapesAreMended(t *testing.T) {
	missing, lines := 0, 0
	everyShape(t, func(seed uint64, s shaped) {
		for _, f := range Check(s.given, Options{Token: token}) {
			if f.ID == "key-missing" || f.ID == "module-missing" {
				missing++
				continue
			}
			require.NotEqual(t, Error, f.Severity, "a false alarm: seed %d: %+v\n%s", seed, f, s.given)
		}
		lines += s.lines
		fixed, edits, err := Fix(s.given, token)
		require.NoError(t, err, "seed %d:\n%s", seed, s.given)
		require.Equal(t, string(s.wanted), string(fixed), "seed %d", seed)
		back, err := Restore(fixed, edits)
		require.NoError(t, err)
		require.Equal(t, string(s.given), string(back), "seed %d", seed)

		require.NoError(t, firstError(Check(s.wanted, Options{Token: token})), "seed %d", seed)
		_, again, err := Fix(s.wanted, token)
		require.NoError(t, err)
		require.Empty(t, again, "seed %d", seed)
		test, _, err := LocalTest(s.wanted)
		require.NoError(t, err)
		fixed, _, err = Fix(test, token)
		require.NoError(t, err)
		require.Equal(t, string(s.wanted), string(fixed), "seed %d: a local test and back", seed)
	})
	require.Equal(t, lines, missing)
	t.Logf("no false alarm; %d lines put in, all others to the byte", lines)
}

// What is made of a good file that no longer is the one to mend: it is refused with its reason, and stays as it is.
func TestShapesOfOtherKindsAreRefused(t *testing.T) {
	refused := 0
	kinds := []struct{ from, to, id string }{
		{"<configuration", "<configuration xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'", "transform"},
		{"</configuration>", "<x xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform' xdt:Transform='Remove' /></configuration>", "transform"},
		{"</configuration>", "<system.applicationHost /></configuration>", "other-config"},
		{"</configuration>", "<startup><supportedRuntime version='v4.0' /></startup></configuration>", "other-config"},
		{"</configuration>", "<appSettings /><appSettings /></configuration>", "section-repeated"},
		{"</configuration>", "</configuration><configuration />", "not-well-formed"},
		{"</configuration>", "", "not-well-formed"},
		{"<configuration", "<!DOCTYPE configuration><configuration", "doctype"},
	}
	everyShape(t, func(seed uint64, s shaped) {
		for _, kind := range kinds {
			text := strings.Replace(readSource(s.given).text, kind.from, kind.to, 1)
			file := encodeAs(s.encoding, strings.TrimPrefix(text, "\ufeff"))
			require.Contains(t, ids(Check(file, Options{})), kind.id, "seed %d:\n%s", seed, text)
			left, edits, err := Fix(file, token)
			require.ErrorContains(t, err, kind.id, "seed %d", seed)
			require.Empty(t, edits)
			require.Equal(t, string(file), string(left))
			refused++
		}
	})
	t.Logf("%d files of other kinds refused", refused)
}

// The readers of others find the files as good as they are found here.
func TestShapesAsOthersDo(t *testing.T) {
	var files [][]byte
	everyShape(t, func(_ uint64, s shaped) { files = append(files, s.given, s.wanted) })
	agree(t, files)
}

// spoilings are what happens to the two lines on their way from the guide, by what it does to a line; those that
// are exact come back to the byte.
var spoilings = []struct {
	name  string
	spoil func(line string) string
	exact bool
}{
	{"the guide's marks", func(line string) string {
		return strings.Replace(strings.ReplaceAll(line, `"`, "”"), "” />", "“ />", 1)
	}, true},
	{"marks below and above", alternating("„", "“"), true},
	{"marks that point", alternating("»", "«"), true},
	{"marks at one side", alternating(`"`, "”"), true},
	{"single marks", alternating("‘", "’"), false},
	{"no-break spaces", func(line string) string { return strings.ReplaceAll(line, `" `, "\"\u00a0") }, true},
	{"no space between", func(line string) string { return strings.Replace(line, `" value`, `"value`, 1) }, true},
	{"no quotation marks", func(line string) string {
		if strings.Contains(line, ", ") {
			return strings.ReplaceAll(line, "”", `"`) // a value with a space has no end
		}
		return strings.ReplaceAll(line, `"`, "")
	}, true},
	{"no slash", func(line string) string { return strings.Replace(line, " />", ">", 1) }, false},
	{"as entities", func(line string) string { return strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(line) }, false},
	{"broken after the comma", func(line string) string { return strings.Replace(guides(line), ", ", ",\r\n      ", 1) }, false},
	{"the guide's word for a token", func(line string) string { return strings.Replace(line, token, "randomkey", 1) }, true},
	{"twice", func(line string) string { return line + "\r\n" + line }, false},
	{"characters of no width", func(line string) string { return strings.ReplaceAll(line, "add ", "add \u200b") }, true},
	{"an attribute more", func(line string) string { return strings.Replace(line, " />", ` foo="1" />`, 1) }, true},
	{"in capitals", func(line string) string { return strings.Replace(line, "<add", "<ADD", 1) }, true},
}

// guides gives a line the quotation marks that the guide's lines have.
func guides(line string) string {
	return strings.Replace(strings.ReplaceAll(line, `"`, "”"), "” />", "“ />", 1)
}

// alternating gives the quotation marks of a line another form by turns.
func alternating(open, shut string) func(string) string {
	return func(line string) string {
		parts := strings.Split(line, `"`)
		for i := range parts[:len(parts)-1] {
			parts[i] += []string{open, shut}[i%2]
		}
		return strings.Join(parts, "")
	}
}

// spoilt is the file with its lines spoilt; ok is false if its encoding cannot write that.
func (s shaped) spoilt(spoil func(string) string) (file []byte, ok bool) {
	source := readSource(s.wanted)
	text := source.text
	key, module := Lines(token)
	for _, line := range []string{key, module} {
		text = strings.Replace(text, line, spoil(line), 1)
	}
	if s.encoding == "windows-1252" && strings.Contains(text, "\u200b") {
		return nil, false
	}
	return encodeAs(s.encoding, text), true
}

func TestSpoiltShapesAreMended(t *testing.T) {
	mended, exact, impossible := 0, 0, 0
	everyShape(t, func(seed uint64, s shaped) {
		for _, way := range spoilings {
			file, ok := s.spoilt(way.spoil)
			if !ok {
				impossible++
				continue
			}
			if string(file) != string(s.wanted) {
				require.Error(t, firstError(Check(file, Options{Token: token})), "seed %d, %s:\n%s", seed, way.name, file)
			}
			fixed, _, err := Fix(file, token)
			require.NoError(t, err, "seed %d, %s:\n%s", seed, way.name, file)
			require.NoError(t, firstError(Check(fixed, Options{Token: token})), "seed %d, %s:\n%s", seed, way.name, fixed)
			_, again, err := Fix(fixed, token)
			require.NoError(t, err)
			require.Empty(t, again, "seed %d, %s", seed, way.name)
			mended++
			if way.exact {
				require.Equal(t, string(s.wanted), string(fixed), "seed %d, %s", seed, way.name)
				exact++
			}
		}
	})
	t.Logf("%d ways: %d files mended, %d of them to the byte; %d cannot be written in their encoding", len(spoilings), mended, exact, impossible)
}
