package multivers

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
)

// writer makes a random web.config with the mistakes that people make and Fix mends.
type writer struct {
	*rand.Rand
	b             strings.Builder
	newline, step string
}

func (w *writer) one(of ...string) string { return of[w.IntN(len(of))] }

func (w *writer) often(percent int) bool { return w.IntN(100) < percent }

// line writes text on a line of its own, or sometimes not.
func (w *writer) line(depth int, text string) {
	if text == "" {
		return
	}
	if w.often(90) {
		w.b.WriteString(w.newline + strings.Repeat(w.step, depth))
	}
	if w.often(4) {
		w.b.WriteString(w.one("\u00a0", "\u00a0\u00a0", "\u200b"))
	}
	w.b.WriteString(text)
}

// spoil writes a tag as a word processor or a careless hand would.
func (w *writer) spoil(tag string) string {
	switch w.IntN(12) {
	case 0:
		return strings.ReplaceAll(tag, `"`, w.one("”", "“", "„", "«", "″"))
	case 1:
		return strings.ReplaceAll(tag, `"`, w.one("'", "’", "‘"))
	case 2:
		return strings.ReplaceAll(tag, `" `, `” `)
	case 3:
		return strings.ReplaceAll(tag, ` `, "\u00a0")
	case 4:
		return strings.ReplaceAll(tag, ` `, " \u200b")
	case 5:
		return strings.ReplaceAll(tag, `" `, `"`)
	case 6:
		return strings.Replace(tag, "add", w.one("Add", "ad\u200bd"), 1)
	case 7:
		return strings.Replace(strings.Replace(tag, "key=", "Key=", 1), "type=", "Type=", 1)
	case 8:
		return strings.Replace(tag, " />", "></add>", 1)
	}
	return tag
}

func (w *writer) key() string {
	right, _ := Lines(w.one(token, other, token, "randomkey", "", token[:12], token+" ", "”"+token+"”", "a &lt; b &amp; c"))
	if strings.Contains(right, "”") {
		return right // marks in marks have no one reading
	}
	switch w.IntN(8) {
	case 0:
		right = strings.Replace(right, "SecretToken", w.one("SecurityToken", "secrettoken", "SecretTokn", " SecretToken", "Secret\u200bToken"), 1)
	case 1:
		return `<add key="Zenvoices.SecretToken" />`
	}
	return w.spoil(right)
}

func (w *writer) module() string {
	_, right := Lines("")
	switch w.IntN(10) {
	case 0:
		right = strings.Replace(right, "Security", "Secret", 1+w.IntN(2))
	case 1:
		right = strings.Replace(right, ", Zen", w.one(" Zen", ",Zen", ", zen", ", Version=1, Zen"), 1)
	case 2:
		right = strings.Replace(right, " />", ` preCondition="`+w.one("managedHandler", "bitness64", "")+`" />`, 1)
	case 3:
		return `<add name="ZenvoicesSecurityTokenHttpModule" />`
	}
	return w.spoil(right)
}

// section writes a section with what items make, or nothing of it.
func (w *writer) section(depth int, name string, empty bool, items func(depth int)) {
	name = w.one(name, name, name, name, name, strings.ToUpper(name[:1])+name[1:])
	if empty && w.often(50) {
		w.line(depth, "<"+name+w.one("/>", " />"))
		return
	}
	w.line(depth, "<"+name+">")
	if !empty {
		items(depth + 1)
	}
	if w.often(4) {
		name = strings.ToLower(name)
	}
	w.line(depth, "</"+name+">")
}

// times calls one of the functions a few times.
func (w *writer) times(most, depth int, of ...func() string) {
	for range w.IntN(most + 1) {
		w.line(depth, of[w.IntN(len(of))]())
	}
}

func text(s ...string) func() string { return func() string { return strings.Join(s, "") } }

func (w *writer) settings(depth int) {
	w.section(depth, "appSettings", w.often(20), func(depth int) {
		w.times(6, depth, w.key, text(`<add key="webpages:Version" value="3.0.0.0" />`), text("<!-- ", strings.ReplaceAll(w.key(), "--", ""), " -->"),
			text(`<clear />`), text(`<remove key="`, Key, `" />`), text(`<remove key="other"/>`), w.module, text(`<add key="naam" value="“é” ’s" />`))
	})
}

func (w *writer) webServer(depth int) {
	w.section(depth, "system.webServer", w.often(15), func(depth int) {
		w.times(2, depth, text(`<validation validateIntegratedModeConfiguration="false" />`), text("<!-- x -->"))
		if w.often(20) {
			w.section(depth, "handlers", false, func(depth int) { w.times(2, depth, w.module, text(`<clear />`)) })
		}
		if w.often(80) {
			w.section(depth, "modules", w.often(20), func(depth int) {
				w.times(6, depth, w.module, w.module, text(`<remove name="WebDAVModule" />`), text(`<clear/>`), text(`<remove name="`, ModuleName, `" />`), w.key)
			})
		}
	})
}

// config writes a file.
func (w *writer) config() []byte {
	w.newline, w.step = w.one("\n", "\r\n"), w.one("  ", "    ", "\t", "")
	charset := w.one("utf-8", "utf-8", "utf-16", "windows-1252")
	if charset != "utf-8" || w.often(70) {
		w.b.WriteString(strings.ReplaceAll(`<?xml version="1.0" encoding="`+charset+`"?>`, `"`, w.one(`"`, `"`, `"`, "'", "”")))
	}
	w.section(0, "configuration", w.often(3), func(depth int) {
		if w.often(30) {
			w.line(depth, w.one(`<configSections />`, `<configSections><section name="a" type="b"/></configSections>`))
		}
		w.times(1, depth, text("<!-- é ” -->"), w.key, w.module)
		around := []func(int){w.settings, w.webServer}
		w.Shuffle(2, func(i, j int) { around[i], around[j] = around[j], around[i] })
		for _, section := range around {
			switch {
			case w.often(10):
				w.line(depth, `<location path="`+w.one(".", "", "api")+`">`)
				section(depth + 1)
				w.line(depth, "</location>")
			case w.often(85):
				section(depth)
			}
		}
		if w.often(20) {
			w.section(depth, "system.web", false, func(depth int) {
				w.section(depth, "httpModules", false, func(depth int) { w.times(2, depth, w.module) })
			})
		}
	})
	w.b.WriteString(w.one("", w.newline, "\u00a0"))
	return w.encode(charset)
}

func (w *writer) encode(charset string) []byte {
	text := w.b.String()
	if strings.HasPrefix(text, "\r\n") || strings.HasPrefix(text, "\n") {
		text = strings.TrimLeft(text, "\r\n")
	}
	switch charset {
	case "utf-16":
		var b []byte
		for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
			b = append(b, byte(unit), byte(unit>>8))
		}
		if w.often(50) {
			for i := 0; i < len(b); i += 2 {
				b[i], b[i+1] = b[i+1], b[i]
			}
		}
		return b
	case "windows-1252":
		if b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text)); err == nil {
			return b
		}
	}
	return []byte(w.one("", "\ufeff") + text)
}

// TestFixProperties writes random files and asks of Fix what it promises.
func TestFixProperties(t *testing.T) {
	mended, unchanged := 0, 0
	for seed := range uint64(6000) {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 6))}
		config := w.config()
		given := w.one(other, other, "")
		fixed, edits, err := Fix(config, given)
		if given == "" && err != nil && strings.Contains(err.Error(), "one must be given") {
			given = other
			fixed, edits, err = Fix(config, given)
		}
		require.NoError(t, err, "seed %d:\n%s", seed, config)
		if len(edits) == 0 {
			unchanged++
		}
		mended++

		findings := Check(fixed, Options{Token: given})
		for _, f := range findings {
			require.NotEqual(t, Error, f.Severity, "seed %d: %+v\n%s\n%s", seed, f, config, fixed)
		}
		again, none, err := Fix(fixed, given)
		require.NoError(t, err)
		require.Empty(t, none, "seed %d: %s", seed, fixed)
		require.True(t, bytes.Equal(fixed, again))
		restored, err := Restore(fixed, edits)
		require.NoError(t, err)
		require.True(t, bytes.Equal(config, restored), "seed %d:\n%q\n%q", seed, config, restored)
		require.True(t, bytes.Equal(fixed, replay(config, edits)), "seed %d", seed)

		test, taken, err := LocalTest(fixed)
		require.NoError(t, err)
		require.Contains(t, ids(Check(test, Options{})), "module-missing")
		back, err := Restore(test, taken)
		require.NoError(t, err)
		require.Equal(t, Sum(fixed), Sum(back))
	}
	t.Logf("%d files, %d needed no edit", mended, unchanged)
}

// replay makes edits by hand: their offsets are those of the file before any change.
func replay(config []byte, edits []Edit) []byte {
	s := readSource(config)
	for i := len(edits) - 1; i >= 0; i-- {
		e := edits[i]
		config = append(config[:e.Start:e.Start], append(s.encode(nil, e.Text), config[e.End:]...)...)
	}
	return config
}

func ids(findings []Finding) []string {
	var list []string
	for _, f := range findings {
		list = append(list, f.ID)
	}
	return list
}
