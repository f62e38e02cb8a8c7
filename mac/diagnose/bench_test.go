package diagnose

import (
	"strings"
	"testing"
	"time"
)

// How long a MAC takes in each stage, its share of all preparation included.
func BenchmarkStages(b *testing.B) {
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	for i := range stages {
		b.Run(stages[i].id, func(b *testing.B) {
			tried := 0
			for b.Loop() {
				s := newSearch(&c, &sentMAC{0: []byte(strings.Repeat("\x00", 32))})
				begin, limit := time.Now(), time.Second
				s.tell = func(int, int, []Stage) bool { return time.Since(begin) < limit }
				for _, t := range stages[i].tasks(s) {
					if !s.stopped {
						t.run(s)
					}
				}
				tried += s.tried
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tried), "ns/MAC")
			b.ReportMetric(0, "ns/op")
		})
	}
}
