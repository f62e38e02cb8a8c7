package multivers

import (
	"strings"
	"testing"
)

// tenMegabytes are web.config files of ten million bytes: as an application writes them, and as the guide would have them.
func tenMegabytes() map[string][]byte {
	const size = 10_000_000
	key, module := Lines(token)
	around := func(settings string) []byte {
		return []byte("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <appSettings>\n    " + key + "\n" +
			settings + "  </appSettings>\n  <system.webServer>\n    <modules>\n      " + module + "\n    </modules>\n  </system.webServer>\n</configuration>\n")
	}
	straight := `    <add key="setting" value="3.0.0.0" />` + "\n"
	curly := strings.ReplaceAll(straight, `"`, "”")
	return map[string][]byte{
		"straight":    around(strings.Repeat(straight, size/len(straight))),
		"typographic": around(strings.Repeat(curly, size/len(curly))),
		"keys":        around(strings.Repeat("    "+key+"\n", size/(len(key)+5))),
		"spaces":      around("    <add key=\"a\"" + strings.Repeat("\u00a0", size/2) + " value=\"b\" />\n"),
	}
}

func BenchmarkTenMegabytes(b *testing.B) {
	for name, config := range tenMegabytes() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Check(config, Options{Token: token})
				_, _, _ = Fix(config, token)
			}
		})
	}
}
