package paste

import (
	"strings"
	"testing"
)

// BenchmarkParse reads a MB of each usual form.
func BenchmarkParse(b *testing.B) {
	units := map[string]string{
		"backticks": "`", "quotes": "\"", "open": "\"X-Netvisor-Interface-Language: FI\\\"\n", "headers": "X-Netvisor-Authentication-Sender: a\n", "single": "$x = 'a\n",
	}
	for _, f := range readForms(b) {
		switch f.Name {
		case "log lines url first", "ndjson url first", "serilog compact", "okhttp", "curl -v", "har", "python dict repr", "vcrpy yaml", "php var_export", "vba winhttp", "chrome posix (to 2020) 00", "cc:Python 1", "app insights dims flat", "syslog", "burp xml plain", "java map toString", "http file", "json array pretty url last", "go %q dump":
			units[f.Name] = f.Text + "\n"
		}
	}
	for name, unit := range units {
		text := strings.Repeat(unit, 1<<20/len(unit)+1)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(text)
			}
		})
	}
}
