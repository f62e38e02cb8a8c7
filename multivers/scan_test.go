package multivers

import (
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestMends holds what the reading takes as mended, for what is not XML; expat agrees that it is not.
func TestMends(t *testing.T) {
	for in, want := range map[string]string{
		`<a b=”c“/>`:                            `<a b="c"/>`,
		`<a b="c” d="e"/>`:                      `<a b="c" d="e"/>`,
		`<a b="c” d=”e" />`:                     `<a b="c” d=”e" />`, // the reading of XML comes first
		`<a b="c”><d e="f"/></a>`:               `<a b="c"><d e="f"/></a>`,
		`<a b="“c”"/>`:                          `<a b="“c”"/>`,
		`<a b=„c” d=«e»/>`:                      `<a b="c" d="e"/>`,
		`<a b=‘c’ d=’"’ e='f’ />`:               `<a b='c' d='"' e='f' />`,
		"<a\u00a0b=\u202f'c'\u3000/>":           `<a b= 'c' />`,
		"<a\u200b b\ufeff='\u200bc'/>":          "<a b='\u200bc'/>",
		`<a b="c"d='e'/>`:                       `<a b="c" d='e'/>`,
		"\ufeff\ufeff<a/>":                      `<a/>`,
		" \n<?xml version='1.0'?><a/>":          `<?xml version='1.0'?><a/>`,
		"<?xml version=”1.0” ?><a/>":            `<?xml version="1.0" ?><a/>`,
		"<a></A>":                               "<a></a>",
		"<configuration></CONFIGURATION\u00a0>": "<configuration></configuration >",
		"<a/>\u00a0\u200b":                      "<a/> ",
	} {
		d := parse([]byte(in))
		require.Nil(t, d.fatal, in)
		e := edits{}
		for _, m := range d.mends.list {
			e.replace(int(m.start), int(m.end), d.mends.words[m.word], "element-case")
		}
		got, made := e.apply(d.source, []byte(in))
		if in[0] == 0xEF {
			want = "\ufeff" + want // the first byte order mark stays
		}
		require.Equal(t, want, string(got))
		require.Equal(t, len(made) == 0, d.wellFormed(), in)
		require.True(t, parse(got).wellFormed(), in)
	}
}

// TestUTF16 reads what is and is not UTF-16; the expat of the other tests lets half a pair pass.
func TestUTF16(t *testing.T) {
	for units, want := range map[string]bool{
		"<\x00a\x00/\x00>\x00": true,
		"\xff\xfe<\x00a\x00>\x00=\xd8\x00\xde<\x00/\x00a\x00>\x00": true,  // a pair
		"<\x00a\x00>\x00\x00\xd8<\x00/\x00a\x00>\x00":              false, // its first half
		"<\x00a\x00>\x00\x00\xdc<\x00/\x00a\x00>\x00":              false, // its second
		"<\x00a\x00/\x00>\x00\n":                                   false, // half a character
		"\x00<\x00a\x00/\x00>":                                     true,
	} {
		require.Equal(t, want, parse([]byte(units)).wellFormed(), "%q", units)
	}
}

// TestLinearTime reads what could make a reader go back and forth: for a text
// eight times as long, a quadratic one would take eight times as long as for
// eight texts, and a linear one as long as for them.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // a collection comes when it likes
	small, large := hostileTexts(1<<17), hostileTexts(1<<20)
	for name := range small {
		ratio := growth(small[name], large[name])
		require.Less(t, ratio, 4.0, "%s: a text eight times as long takes %.1f times the time of eight texts", name, ratio)
	}
}

// growth is how many times the time of eight times small large takes. Whatever
// else the machine does makes both slower, so that the quickest of some tries tells the most.
func growth(small, large string) float64 {
	eight, one := took(small, 8), took(large, 1)
	for try := 0; try < 20 && one >= 3*eight; try++ {
		eight, one = min(eight, took(small, 8)), min(one, took(large, 1))
	}
	return float64(one) / float64(eight)
}

func took(text string, times int) time.Duration {
	runtime.GC()
	start := time.Now()
	for range times {
		Check([]byte(text), Options{})
		Fix([]byte(text), "")
	}
	return time.Since(start)
}

// hostileTexts are about size bytes long each.
func hostileTexts(size int) map[string]string {
	fill := func(part string) string { return strings.Repeat(part, size/len(part)) }
	_, module := Lines("")
	return map[string]string{
		"deep":                fill("<a>"),
		"siblings":            "<a>" + fill("<b/>") + "</a>",
		"attributes":          "<a" + fill(" b='c'") + "/>",
		"prefixes":            fill("<a xmlns:x='u' x:b='c'>"),
		"typographic":         "<a>" + fill("<b c=”d“/>") + "</a>",
		"typographic in one":  "<a" + fill(" b=”c”"),
		"half typographic":    "<a>" + fill(`<b c="d” e="f"/>`) + "</a>",
		"quotes in one value": `<a b="` + fill("”"),
		"spaces":              "<a" + fill("\u00a0") + "/>",
		"invisible in a name": "<a" + fill("\u200bb") + "/>",
		"ampersands":          "<a>" + fill("&amp;") + "</a>",
		"comments":            fill("<!--zenvoices.secrettoken-->") + "<a/>",
		"brackets":            "<a>" + fill("]") + "</a>",
		"open comment":        "<!--" + fill("-> "),
		"keys":                "<configuration><appSettings>" + fill(`<add key="Zenvoices.SecretToken" value="a"/>`) + "</appSettings></configuration>",
		"modules":             "<configuration><system.webServer><modules>" + fill(module+"\n") + fill(`<remove name="a"/><clear/>`) + "</modules></system.webServer></configuration>",
		"sections":            "<configuration>" + fill("<appSettings/><system.webServer><modules/></system.webServer>") + "</configuration>",
		"locations":           "<configuration>" + fill(`<location path="."><appSettings>x</appSettings></location>`) + "</configuration>",
		"capitals":            "<configuration>" + fill("<AppSettings/>") + "</configuration>",
		"wrong ends":          "<a>" + numbered(size, func(n string) string { return "<b" + n + "></B" + n + ">" }) + "</a>",
		"one long key":        `<configuration><appSettings><add key="` + fill("Zenvoices.SecretToken") + `"/></appSettings></configuration>`,
	}
}

// numbered joins what part makes of numbers, up to size bytes.
func numbered(size int, part func(n string) string) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		b.WriteString(part(strconv.Itoa(n)))
	}
	return b.String()
}
