//go:build js

package binding

import (
	"strconv"
	"strings"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/require"
)

type row struct {
	name  string
	count int
	list  []string
	none  bool
}

func writeRow(j *JSON, r *row) {
	j.Open("{")
	j.Set("name", r.name)
	j.SetNumber("count", r.count)
	SetList(j, "list", r.list)
	if r.none {
		j.Name("none")
		j.Mark("null")
	}
	j.Mark("}")
}

// requireRow compares a row with JavaScript's object.
func requireRow(t *testing.T, want row, got js.Value) {
	require.Equal(t, want.name, got.Get("name").String())
	require.Equal(t, len([]rune(want.name)), js.Global().Get("Array").Call("from", got.Get("name")).Length(), "%q", want.name)
	require.Equal(t, want.count, got.Get("count").Int())
	require.Equal(t, len(want.list), got.Get("list").Length())
	for i, text := range want.list {
		require.Equal(t, text, got.Get("list").Index(i).String())
	}
	require.Equal(t, want.none, got.Get("none").IsNull())
}

func TestRow(t *testing.T) {
	for _, want := range []row{
		{}, {"a", 1, []string{"b"}, true}, {"ö€😀\ufeff", -7, []string{"", "\ufeffa", "{", "[", ":"}, false},
		{"\"quoted\" \\ / \x00\x01\b\t\n\v\f\r\x1f\x7f\u2028\u0085", 1 << 40, nil, true}, {"[{:,", 0, []string{"{\"a\":", ",", "]"}, false},
	} {
		requireRow(t, want, Row(&want, writeRow))
	}
	require.Equal(t, "a\ufffdb", Row(&row{name: "a\xffb"}, writeRow).Get("name").String())
}

// As many rows as are handed over at once, and more.
func TestRows(t *testing.T) {
	for _, n := range []int{0, 1, 3, 5000} {
		var want []row
		for i := range n {
			want = append(want, row{strings.Repeat(strconv.Itoa(i), 10), i, []string{"a"}, i%2 == 0})
		}
		got := Rows(want, writeRow)
		require.True(t, js.Global().Get("Array").Call("isArray", got).Bool())
		require.Equal(t, n, got.Length())
		for i := range want {
			requireRow(t, want[i], got.Index(i))
		}
	}
	long := []row{{name: strings.Repeat("ö", chunk)}, {name: "b"}}
	requireRow(t, long[0], Rows(long, writeRow).Index(0))
	requireRow(t, long[1], Rows(long, writeRow).Index(1))
}
