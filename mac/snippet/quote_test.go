package snippet

import (
	"encoding/hex"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// printing is a program that prints the bytes of each of its literals in hex.
type printing struct{ head, each, tail string }

var printings = map[string]printing{
	"bash":       {"for v in \\\n", "  LITERAL \\\n", "; do printf '%s\\n' \"$v\"; done | od -An -v -tx1 -w1 | tr -d ' ' | sed 's/^0a$/./' | tr -d '\\n' | tr . '\\n'\n"},
	"csharp":     {"using System; using System.Text; public static class Netvisor { public static async System.Threading.Tasks.Task Main() { foreach (var v in new[] {\n", "LITERAL,\n", "}) Console.WriteLine(BitConverter.ToString(Encoding.UTF8.GetBytes(v)).Replace(\"-\", \"\").ToLower()); } }\n"},
	"go":         {"package main\nimport \"fmt\"\nfunc main() { for _, v := range []string{\n", "LITERAL,\n", "} { fmt.Printf(\"%x\\n\", v) } }\n"},
	"java":       {"import java.nio.charset.StandardCharsets; class Netvisor { public static void main(String[] a) { for (String v : new String[] {\n", "LITERAL,\n", "}) { for (byte b : v.getBytes(StandardCharsets.UTF_8)) System.out.printf(\"%02x\", b); System.out.println(); } } }\n"},
	"javascript": {"for (const v of [\n", "LITERAL,\n", "]) console.log(Buffer.from(v).toString('hex'));\n"},
	"php":        {"<?php foreach ([\n", "LITERAL,\n", "] as $v) echo bin2hex($v), \"\\n\";\n"},
	"python":     {"for v in [\n", "LITERAL,\n", "]: print(v.encode().hex())\n"},
	"ruby":       {"[\n", "LITERAL,\n", "].each { |v| puts v.unpack1('H*') }\n"},
}

// Each language reads what was quoted for it as the text that it was.
func TestQuoting(t *testing.T) {
	for id, p := range printings {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			l := languageOf(id)
			requirePrinted(t, id, p, l.quote, func(text string) []byte { return []byte(text) })
		})
	}
	t.Run("curl", func(t *testing.T) {
		t.Parallel()
		requirePrinted(t, "bash", printings["bash"], shellBytes, func(text string) []byte {
			var bytes []byte
			for _, r := range latin9.Replace(text) {
				bytes = append(bytes, byte(r))
			}
			return bytes
		})
	})
}

func requirePrinted(t *testing.T, id string, p printing, quote rule, bytes func(string) []byte) {
	var code, want strings.Builder
	code.WriteString(p.head)
	for _, text := range awkward() {
		literal, err := quote(text, mac.Latin9)
		require.NoError(t, err)
		code.WriteString(strings.Replace(p.each, "LITERAL", literal, 1))
		want.WriteString(hex.EncodeToString(bytes(text)) + "\n")
	}
	code.WriteString(p.tail)
	program := build(t, interpreters[id], languageOf(id).File, code.String())
	success, out := program.start(t, mac.Keys{})
	require.True(t, success, out)
	got := strings.Split(out, "\n")
	for i, line := range strings.Split(want.String(), "\n") {
		require.Greater(t, len(got), i, "fewer literals than were written")
		require.Equal(t, line, got[i], "literal %d", i)
	}
	require.Equal(t, want.String(), out)
}

// awkward returns each character that ISO-8859-15 has (¤ and seven more of
// ISO-8859-1 are not in it), before a digit that an escape might take in, and
// random texts of those that mean something to some language.
func awkward() []string {
	list := []string{"", nasty, `\`, `'`, `"`, `\\'`, `''`, "ö1", "€a", `\u00f6`, `\xf6`, "ö" + nasty + "ß0"}
	for r := ' '; r <= 0xff; r++ {
		if (r < 0x7f || r >= 0xa0) && !strings.ContainsRune("¤¦¨´¸¼½¾", r) {
			list = append(list, string(r)+"1"+string(r))
		}
	}
	alphabet := []rune("'\"\\`$%^&|;<>(){}[]#!?*~@=-+ nux0aAF1öÄ€Ž\u00a0\u00ad")
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		list = append(list, string(text))
	}
	return list
}

func TestPowerShellQuoting(t *testing.T) {
	for text, want := range map[string]string{
		``:              `''`,
		"O'Brien `$x\"": "'O''Brien `$x\"'",
		`a\b`:           `'a\b'`,
		`Työ 'a\b' €`:   `[regex]::Unescape('Ty\u00F6 ''a\\b'' \u20AC')`,
	} {
		got, err := powerShell(text, mac.Latin1)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}
