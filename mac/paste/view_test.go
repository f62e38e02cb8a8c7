package paste

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Where something was left out or replaced, what follows keeps its place.
func TestView(t *testing.T) {
	e := edit{of: view{text: "ab\\u00f6cd"}}
	e.copy(0, 2)
	e.put("ö", 2)
	e.copy(8, 10)
	v := e.view(10)
	require.Equal(t, "aböcd", v.text)
	for i, want := range []int{0, 1, 2, 3, 8, 9, 10} {
		require.Equal(t, want, v.at(i), i)
	}
	part := v.sub(4, 6)
	require.Equal(t, "cd", part.text)
	require.Equal(t, 8, part.at(0))
	require.Equal(t, 10, part.end(2))

	e = edit{of: v}
	e.put("long", 0)
	e.copy(4, 6)
	again := e.view(6)
	require.Equal(t, "longcd", again.text)
	require.LessOrEqual(t, again.at(3), 8, "not beyond what it stands for")
	require.Equal(t, 8, again.at(4))
	require.Equal(t, "cd", view{text: " cd\t"}.trim(" \t").text)
}
