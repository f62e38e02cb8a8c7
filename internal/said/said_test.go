package said

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var table = Table{
	{"sent", "{field} was {value}"},
	{"count", "{count} {count|space|spaces}"},
	{"later", "{sent}, {distance} later"},
	{"both", "{list}"},
	{"brace", "{{ begins a variable"},
	{"title", "{Field} is not {field}"},
}

func TestEnglish(t *testing.T) {
	sent := table.Text("sent", "field", Field{"sender", "Sender", false}, "value", "{field} {")
	for _, test := range []struct {
		text Text
		want string
	}{
		{sent, "Sender was {field} {"},
		{table.Text("count", "count", 1), "1 space"},
		{table.Text("count", "count", 0), "0 spaces"},
		{table.Text("count", "count", 21), "21 spaces"},
		{table.Text("later", "sent", sent, "distance", LengthOf(26*time.Hour+3*time.Millisecond)), "Sender was {field} {, 1 day 2 h 3 ms later"},
		{table.Text("later", "sent", sent, "distance", LengthOf(-48*time.Hour-90*time.Second)), "Sender was {field} {, 2 days 1 min 30 s later"},
		{table.Text("both", "list", List{"a", Field{"mac", "MAC", false}, sent}), "a, MAC, Sender was {field} {"},
		{table.Text("brace"), "{{ begins a variable"},
		{table.Text("title", "field", Field{"sender", "the sender", true}), "The sender is not the sender"},
		{table.Text("title", "field", ""), " is not "},
		{table.Text("title", "field", "åäö"), "Åäö is not åäö"},
		{table.Text("sent", "value", "x"), "{field} was x"}, // a gap that nothing fills is seen
	} {
		require.Equal(t, test.want, test.text.English)
	}
}

func TestText(t *testing.T) {
	require.Equal(t, Text{"count", []Arg{{"count", 2}}, "2 spaces"}, table.Text("count", "count", 2))
	require.Panics(t, func() { table.Text("unknown") })
	require.True(t, Text{}.IsEmpty())
	require.False(t, table.Text("brace").IsEmpty())
	require.Equal(t, "1 space; 2 spaces", Joined([]Text{table.Text("count", "count", 1), table.Text("count", "count", 2)}))
	require.Equal(t, "It is. It was.", Joined([]Text{{English: "It is."}, {English: "It was."}}))
	require.Empty(t, Joined(nil))
}
