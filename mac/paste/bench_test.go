package paste

import (
	"encoding/json"
	"testing"
)

// BenchmarkStream reads HAR entries, one after the other.
func BenchmarkStream(b *testing.B) {
	var har map[string]map[string][]json.RawMessage
	_ = json.Unmarshal([]byte(read(b, "testdata/har.paste")), &har)
	entry := append([]byte(","), har["log"]["entries"][1]...)
	s := NewStream(func(Pasted, int) {})
	s.Write([]byte(`{"log":{"entries":[0`))
	b.SetBytes(int64(len(entry)))
	b.ReportAllocs()
	for b.Loop() {
		s.Write(entry)
	}
}
