package diagnose

import (
	"strings"
	"testing"

	"netvisormac/mac/internal/examples"

	"github.com/stretchr/testify/require"
)

// A search stops when it is told to, and says so.
func TestDiagnoseStops(t *testing.T) {
	r, k := examples.Official(t)
	r.MAC = strings.Repeat("0", 64)
	calls := 0
	report := Diagnose(r, k, Options{Depth: 2, Progress: func(done, total int, _ []Stage) bool {
		calls++
		require.LessOrEqual(t, done, total)
		return calls < 3
	}})
	require.Equal(t, 3, calls)
	require.False(t, report.Exhausted)
	require.LessOrEqual(t, report.Tried, 3*4096)
}

// While it goes on, all stages have their counts, and what was seen is of one of them; who keeps what was told keeps it as it was.
func TestProgressTellsStages(t *testing.T) {
	r, k := examples.Official(t)
	r.MAC = strings.Repeat("0", 64)
	var kept [][]Stage
	var told []int
	Diagnose(r, k, Options{Depth: 2, Progress: func(done, total int, stages []Stage) bool {
		_, counted := seenAndCounted(stages)
		require.Equal(t, total, counted)
		require.False(t, stages[len(stages)-1].Done)
		kept, told = append(kept, stages), append(told, done)
		return len(kept) < 100
	}})
	require.Len(t, kept, 100)
	require.True(t, kept[99][0].Done, "the first stage has ended by then")
	require.Positive(t, kept[99][0].Tried)
	for i, stages := range kept {
		seen, _ := seenAndCounted(stages)
		require.Equal(t, told[i], seen)
	}
}

func seenAndCounted(stages []Stage) (seen, counted int) {
	for _, stage := range stages {
		seen += stage.Seen
		counted += stage.Count
	}
	return seen, counted
}
