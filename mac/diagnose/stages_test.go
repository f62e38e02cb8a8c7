package diagnose

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
	"netvisormac/mac/internal/examples"
	"netvisormac/mac/internal/timestamp"

	"github.com/stretchr/testify/require"
)

// drawn is a calculation that somebody made, and its MAC.
type drawn struct {
	what string
	sum  string
}

// requireFound searches in some stages for all that was drawn.
func requireFound(t *testing.T, c *calculation, list []drawn, stages ...string) map[string]*hit {
	var sums []string
	for _, d := range list {
		sums = append(sums, d.sum)
	}
	found := findAmongRandom(t, c, sums, stages...)
	for _, d := range list {
		require.NotNil(t, found[d.sum], d.what)
	}
	return found
}

// searchFor is a search for the MAC of a calculation, among the changes of another.
func searchFor(t *testing.T, c, made *calculation) *search {
	sum, err := made.Sum()
	require.NoError(t, err)
	sent := readMAC(sum)
	return newSearch(c, &sent)
}

// arrange puts the values at these places, in their order, and joins them.
func arrange(c *calculation, places []int, separator string) calculation {
	made := *c
	made.Message = calc.Joined{N: len(places), Separator: separator}
	for i, place := range places {
		made.Message.List[i] = c.Message.List[place]
	}
	return made
}

func drawnOf(t *testing.T, made *calculation, what string) drawn {
	sum, err := made.Sum()
	require.NoError(t, err)
	return drawn{what, sum}
}

// Every order of all nine values of the legacy algorithm with every separator, and of fewer with &.
func TestOrders(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := pairRequest()
	r.Algorithm = mac.SHA256
	c := rightOf(&r, &k, "")
	random := rand.New(rand.NewPCG(10, 3628800))
	var list []drawn
	for range 500 {
		places, separator := random.Perm(9), separators()[random.IntN(len(separators()))]
		if random.IntN(3) == 0 {
			places, separator = places[:1+random.IntN(7)], "&"
		}
		made := arrange(&c, places, separator)
		list = append(list, drawnOf(t, &made, fmt.Sprint(places, separator)))
	}
	requireFound(t, &c, list, "orders")
}

// Long values make many states before a batch is full: none is used anew while a message waits that goes on from it.
func TestOrdersOfLongValues(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := pairRequest()
	r.Algorithm = mac.SHA256
	random := rand.New(rand.NewPCG(9, 70))
	for _, info := range mac.Fields() {
		if value := info.Of(&r, &k); info.Field != mac.FieldAlgorithm {
			*value = (info.ID + strings.Repeat(" 0123456789", 7))[:64+random.IntN(12)]
		}
	}
	c := rightOf(&r, &k, "")
	for _, separator := range []string{"&", "", ", "} {
		m := &manyMACs{found: map[string]*hit{}, level: map[string]int{}}
		for range 200 {
			made := arrange(&c, random.Perm(9), separator)
			m.found[drawnOf(t, &made, "").sum] = nil
		}
		m.search = newSearch(&c, m)
		m.search.hit = m.keep
		arrangement{9, separator}.run(m.search)
		for sum, hit := range m.found {
			require.NotNil(t, hit, "%q: %s", separator, sum)
		}
	}
}

// An order of the ten values is named, with the order and with the separator if that is another one, and no key is shown.
func TestOrdersAreTold(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := examples.Official(t)
	c := rightOf(&r, &k, "")
	for _, test := range []struct {
		places    []int
		separator string
		ids       string
		detail    string
	}{
		{[]int{3, 0, 1, 2, 4, 5, 6, 7, 8, 9}, "&", "order-of-values", "Timestamp, Address, Sender, Customer id, Language, Organisation id, Transaction id, Unix timestamp, Customer key, Partner key"},
		{[]int{9, 0, 1, 2, 4, 5, 6, 7, 8, 3}, "|", "order-of-values separator-pipe", "Partner key, Address, Sender, Customer id, Language, Organisation id, Transaction id, Unix timestamp, Customer key, Timestamp"},
		{[]int{8, 0}, "&", "values-missing order-of-values", "Customer key, Address"},
	} {
		made := arrange(&c, test.places, test.separator)
		s := searchFor(t, &c, &made)
		arrangement{len(test.places), test.separator}.run(s)
		require.NotNil(t, s.best, test.ids)
		require.Equal(t, test.ids, strings.Join(idsOf(s.best.mistakes), " "))
		for _, m := range s.best.mistakes {
			if m.ID == "order-of-values" {
				require.Equal(t, test.detail, m.Detail)
			}
		}
		require.NotContains(t, fmt.Sprint(s.best.mistakes), k.Customer)
		require.Equal(t, made.making(), s.best.made.making())
	}
}

// Shards divide the orders: together they see each once.
func TestShardsOfOrders(t *testing.T) {
	r, k := examples.Official(t)
	c := rightOf(&r, &k, "")
	for _, length := range []int{1, 2, 3, 5} {
		tried := 0
		for shard := range 3 {
			sum := readMAC(strings.Repeat("0", 64))
			s := newSearch(&c, &sum)
			s.shard, s.shards = shard, 3
			arrangement{length, "&"}.run(s)
			tried += s.tried
		}
		require.Equal(t, arrangement{length, "&"}.count(&search{base: newCandidate(&c), shards: 1}), tried)
	}
}

// A long address leaves no room in a batch; what has room is found beside it.
func TestOrdersOfALongAddress(t *testing.T) {
	r, k := examples.Official(t)
	r.URL += "?" + strings.Repeat("a", 300_000)
	c := rightOf(&r, &k, "")
	made := arrange(&c, []int{2, 1}, "&")
	s := searchFor(t, &c, &made)
	arrangement{2, "&"}.run(s)
	require.NotNil(t, s.best)
}

// Any of the values missing, with each hash, separator and key.
func TestSubsets(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	random := rand.New(rand.NewPCG(2, 1023))
	var list []drawn
	for range 500 {
		var places []int
		for mask, i := 1+random.IntN(1022), 0; i < 10; i++ {
			if mask>>i&1 == 1 {
				places = append(places, i)
			}
		}
		made := arrange(&c, places, "&")
		made.Hash = []*calc.Hash{calc.HMACSHA256, calc.SHA256, calc.MD5, calc.HMACSHA1, calc.HMACSHA512}[random.IntN(5)]
		if made.Hash == calc.HMACSHA256 || made.Hash == calc.SHA256 {
			made.Message.Separator = separators()[random.IntN(len(separators()))]
		}
		if made.Hash.Keyed && random.IntN(2) == 0 {
			made.Key = []calc.Joined{{N: 1, List: [calc.MaxValues]calc.Value{c.Key.List[0]}, Separator: "&"}, {N: 1, List: [calc.MaxValues]calc.Value{c.Key.List[1]}, Separator: "&"},
				{N: 2, List: [calc.MaxValues]calc.Value{c.Key.List[1], c.Key.List[0]}, Separator: "&"}, {N: 2, List: c.Key.List, Separator: ""}}[random.IntN(4)]
		}
		list = append(list, drawnOf(t, &made, fmt.Sprint(places, made.Hash.Name, made.Key.N)))
	}
	found := requireFound(t, &c, list, "subsets")
	for _, d := range list {
		require.NotEmpty(t, found[d.sum].mistakes, d.what)
	}
}

// The clock read twice, alone and with another mistake; and another second of the day with a likely one.
func TestClockReadTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	r, k := pairRequest()
	c := rightOf(&r, &k, "")
	random := rand.New(rand.NewPCG(2, 60))
	var list []drawn
	for i := range 300 {
		made := r
		at, _ := timestamp.Parse(r.Timestamp)
		unix, _ := timestamp.ParseUnix(r.TimestampUnix)
		second := int64(random.IntN(5) - 2)
		made.Timestamp = timestamp.Format(at.Add(milliseconds(random.IntN(4001) - 2000)))
		made.TimestampUnix = fmt.Sprint(unix.Unix() + second)
		if i%3 == 1 {
			made.TimestampUnix, made.URL = r.TimestampUnix, strings.Split(r.URL, "?")[0]
		}
		if i%3 == 2 {
			made = r
			made.Timestamp = timestamp.Format(at.Add(milliseconds(1000 * random.IntN(80_000))))
			made.URL = strings.Split(r.URL, "?")[0]
		}
		sum, err := mac.Sum(made, k)
		require.NoError(t, err)
		list = append(list, drawn{made.Timestamp + " " + made.TimestampUnix, sum})
	}
	requireFound(t, &c, list, "alone", "pairs", "clock")
}

// Values of the neighbours in a table, and what was the cause before is tried first.
func TestOthersAndFirst(t *testing.T) {
	r, k := pairRequest()
	others := []mac.Request{{TransactionID: "11111111-2222-4333-8444-555555555555", Timestamp: "2026-07-14 17:05:08.001", TimestampUnix: "1784048708", URL: "https://isvapi.netvisor.fi/accounting.nv"}}
	made := r
	made.TransactionID = others[0].TransactionID
	sum, err := mac.Sum(made, k)
	require.NoError(t, err)
	r.MAC = sum
	requireCause(t, "others", Diagnose(r, k, Options{Others: others}), "value-of-another-request")
	require.Empty(t, Diagnose(r, k, Options{}).Causes, "without the other request nobody can know")
	_, _, err = Mistaken("value-of-another-request", r, k)
	require.ErrorIs(t, err, ErrNoChange)
	wrong, _, err := Mistaken("value-of-another-request", r, k, others...)
	require.NoError(t, err)
	require.Equal(t, sum, wrong.MAC)

	for _, id := range []string{"timestamp-offset", "utf-8", "value-of-another-request"} {
		wrong, _, err := Mistaken(id, r, k, others...)
		require.NoError(t, err)
		report := Diagnose(wrong, k, Options{Others: others, First: []string{id}})
		requireCause(t, id, report, id)
		require.LessOrEqual(t, report.Tried, 66, id)
	}
	report := Diagnose(wrong, k, Options{Others: others, First: []string{"keys-swapped", "no such id"}})
	requireCause(t, "another one first", report, "value-of-another-request")
}

func milliseconds(n int) time.Duration { return time.Duration(n) * time.Millisecond }

// The stages of each depth, each with what it has before it begins, about.
func TestStages(t *testing.T) {
	r, k := pairRequest()
	r.MAC = strings.Repeat("0", 64)
	report := Diagnose(r, k, Options{})
	require.True(t, report.Exhausted)
	ids := []string{}
	for _, s := range report.Stages {
		require.True(t, s.Done, s.ID)
		require.InEpsilon(t, s.Count, s.Tried, 0.3, s.ID)
		ids = append(ids, s.ID)
	}
	require.Equal(t, []string{"alone", "keys"}, ids)
	c := rightOf(&r, &k, "")
	s := newSearch(&c, new(sentMAC))
	require.Len(t, s.plan(3), len(stages))
	for _, stage := range s.report {
		require.Positive(t, stage.Count, stage.ID)
		require.False(t, stage.Done, stage.ID)
	}
}
