package paste

import (
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// The official example, as the page has it and as it verifies.
func TestOfficialPage(t *testing.T) {
	p := Parse(read(t, "testdata/official-page.paste"))
	require.NotEmpty(t, p.Requests)
	require.NoError(t, mac.Verify(p.Requests[0].Request, p.Requests[0].Keys))
}

// changing are the notes that explain why a value is not in the text as it is.
func changing(id string) bool {
	for _, known := range howNotes {
		if id == known {
			return true
		}
	}
	return id == "from-echo"
}

// requireProperties checks what holds for every text.
func requireProperties(t *testing.T, input string) {
	p := Parse(input)
	text, _ := decode(input)
	require.Contains(t, Kinds, p.Kind)
	requireNoKey(t, p.Keys, p.Notes)
	explained := map[string]bool{}
	for _, note := range p.Notes {
		require.Contains(t, NoteTexts, note.ID)
		require.NotRegexp(t, gaps, note.Text)
		if changing(note.ID) {
			explained[fmt.Sprint(note.Request, note.Field)] = true
			explained[fmt.Sprint(note.Request)] = explained[fmt.Sprint(note.Request)] || note.ID == "from-echo"
		}
	}
	for i, f := range p.Requests {
		requireFound(t, text, f, explained[fmt.Sprint(i)], func(field mac.Field) bool { return explained[fmt.Sprint(i, field)] })
		requireNoKey(t, f.Keys, p.Notes)
	}
	if p.Settings != nil {
		requireFound(t, text, *p.Settings, false, func(field mac.Field) bool { return explained[fmt.Sprint(-1, field)] })
	}
}

// requireFound checks that each value stands in the text where it is said to, or that a note explains it.
func requireFound(t *testing.T, text string, f Found, whole bool, explained func(mac.Field) bool) {
	for _, info := range mac.Fields() {
		value := *info.Field.Of(&f.Request, &f.Keys)
		source, has := f.Sources[info.Field]
		if value == "" {
			continue
		}
		if !explained(info.Field) && !whole {
			require.True(t, has, "%s has no source", info.Field)
			require.Equal(t, value, text[source.Start:source.End], "%s does not stand where it is said to", info.Field)
		}
		if has {
			require.True(t, 0 <= source.Start && source.Start <= source.End && source.End <= len(text), "%s: %v of %d", info.Field, source, len(text))
			require.Equal(t, 1+strings.Count(text[:source.Start], "\n"), source.Line)
		}
	}
}

// keysOfExamples are the keys that the texts of the tests have.
var keysOfExamples = []string{"7cd680e89e880553358bc07cd28b0ee2", "07f94228d149a96b2f25e3edad55096e"}

func requireNoKey(t *testing.T, k mac.Keys, notes []Note) {
	for _, key := range append([]string{k.Customer, k.Partner}, keysOfExamples...) {
		for _, note := range notes {
			require.False(t, len(key) > 12 && strings.Contains(fmt.Sprint(note), key) && !strings.Contains(fmt.Sprint(NoteTexts), key), "a key in the note %s", note.ID)
		}
	}
}

// texts are those of all files, in the forms of all tools.
func texts(t testing.TB) (list []string) {
	for _, file := range pasteFiles(t) {
		list = append(list, read(t, file))
	}
	for _, forms := range [][]form{readForms(t), formsIn(t, "testdata/more-forms.json", 200), formsIn(t, "testdata/settings.json", 170)} {
		for _, f := range forms {
			list = append(list, f.Text)
		}
	}
	return list
}

func TestProperties(t *testing.T) {
	for _, text := range texts(t) {
		requireProperties(t, text)
	}
}

// Cut anywhere, a text is still read.
func TestCutOff(t *testing.T) {
	for _, text := range texts(t) {
		for n := 1; n < 12; n++ {
			requireProperties(t, text[:len(text)*n/12])
		}
	}
}

func FuzzParse(f *testing.F) {
	for i, text := range texts(f) {
		if i%8 == 0 { // each is run before the fuzzing begins
			f.Add(text)
		}
	}
	f.Fuzz(requireProperties)
}

// TestLinear reads what is likely to make a reader look again at what it has
// read: for a text eight times as long, a quadratic one would take eight times
// as long as for eight texts, and a linear one as long as for them.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	texts := map[string]string{
		"braces": "{\"a\":\n", "brackets": "[", "open quotes": "\"X-Netvisor-Interface-Language: FI\\\"\n", "single quotes": "$x = 'a\n",
		"escapes": `\"`, "commands": "curl 'https://isvapi.netvisor.fi/a.nv' -H 'X\n", "cmd": "curl ^\"https://isvapi.netvisor.fi/a.nv^\" ^\n",
		"names": "X-Netvisor-", "name": "netvisor", "header lines": "X-Netvisor-Authentication-Sender: a\n", "ampersands": "http://a&", "status": "<Status>", "roots": "<Root ",
		"variables": "$sender = $sender . $sender;\n", "json strings": `{"a":"\u00f6netvisor"},`, "pieces": "'a'\"b\"", "words": "curl http://a.nv/" + strings.Repeat("'a'", 50),
		"placeholders": "X-Netvisor-Authentication-Sender: {{sender}}{{\nsender = {{sender}}\n", "marks": "> \n< a\n", "requests": "GET /a.nv HTTP/1.1\nX-Netvisor-Authentication-MAC: a\n", "one id": "GET /a.nv HTTP/1.1\nX-Netvisor-Authentication-TransactionId: a\n\n",
		"queries": "r.get(\"https://isvapi.netvisor.fi/a.nv\", params={\"a\": \"b\"}, headers={\"X-Netvisor-Authentication-Sender\": \"S\"})\n", "keys": "customerKey: 7cd680e89e880553358bc07cd28b0ee2\n", "secrets": "data:\n  customerKey: QQ==\n", "loops": "for a in b; do\n", "chains": "x = new URLSearchParams().set('a', 'b')", "setters": "setx customerId a --b c\n", "counters": "set a=b\ncurl \"%%a!a!\" .nv\n",
		"code": "<?php $a = array(\"X-Netvisor-Authentication-Sender\" => $b . \"c\");\n", "parentheses": "x = str(", "codes": "AUTHENTICATION_FAILED ::", "equals": "a=b c=\"d ", "assignments": "S='a'\n", "arrays": "S=(a)\n", "an array that grows": "a+=(-H \"X-Netvisor-Authentication-Sender: S\")\ncurl -s \"${a[@]}\"\n", "one array for each": "a=(-H \"X-Netvisor-Authentication-Sender: S\" http://a.nv)\ncurl -s \"${a[@]}\"\n",
		"addresses of a command": "curl -G -H 'X-Netvisor-Authentication-Sender: S' -d a=b https://a.nv ", "addresses of httpie": "http X-Netvisor-Authentication-Sender:S a==b https://a.nv ", "yaml": "a:\n  - b: c\n", "xml": "<a><b name='c'>netvisor</b>\n", "tables": "url,X-Netvisor-Authentication-MAC\n", "entities": "&#39;<br>",
		"soft breaks": "=3D=\n", "written line ends": "'GET / HTTP/1.1\\r\\nX-Netvisor-Authentication-MAC: a\\r\\n'\n", "maps": "f({a: {b: [c, \"d\"]}, params: p});\n", "brackets of code": "f([{(\"", "percent": "curl \"%a%\" ^\n",
	}
	for _, file := range pasteFiles(t) {
		texts[file] = read(t, file) + "\n"
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // a collection comes when it likes
	for name, unit := range texts {
		n := 20_000/len(unit) + 1
		ratio := growth(strings.Repeat(unit, n), strings.Repeat(unit, 8*n))
		require.Less(t, ratio, 4.0, "%s: a text eight times as long takes %.1f times the time of eight texts", name, ratio)
	}
}

// growth is how many times the processor's time of eight times small large takes. Whatever else the machine does
// empties its caches, so that the quickest of some tries tells the most.
func growth(small, large string) float64 {
	eight, one := took(small, 8), took(large, 1)
	for try := 0; try < 20 && one >= 3*eight; try++ {
		eight, one = min(eight, took(small, 8)), min(one, took(large, 1))
	}
	return float64(one) / float64(eight)
}

func took(text string, times int) time.Duration {
	runtime.GC()
	start := cpu()
	for range times {
		Parse(text)
	}
	return cpu() - start
}

// An encoded mail may be cut off anywhere, within an escape, too.
func TestMailIsCutOff(t *testing.T) {
	for text, want := range map[string]string{"=": "=", "a=3": "a=3", "a=\n": "a=\n", "a=\r\n": "a", "a=\nb": "ab", "=C3=B6=C": "ö=C", "=c3": "=c3"} {
		require.Equal(t, want, unquotePrintable(view{text: text}).text, "%q", text)
	}
}

var gaps = regexp.MustCompile(`\{\w+\}`)

func TestTables(t *testing.T) {
	for id, text := range NoteTexts {
		require.Regexp(t, regexp.MustCompile(`^[a-z0-9-]+$`), id)
		require.True(t, strings.HasSuffix(text, "."), id)
		for _, gap := range gaps.FindAllString(text, -1) {
			require.Contains(t, []string{"{field}", "{library}", "{headers}", "{form}", "{fields}"}, gap, id)
		}
	}
	for _, id := range howNotes {
		require.Contains(t, NoteTexts, id)
	}
	for _, d := range append(dialects, anyLanguage) {
		require.Contains(t, Kinds, d.id)
	}
	for name, field := range plainNames {
		require.Equal(t, name, normal(name))
		require.True(t, field == partIgnored || field.Info().ID != "", name)
	}
}
