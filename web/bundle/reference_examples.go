package main

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/diagnose"
	"netvisormac/mac/snippet"
)

// exampleKeys are those of the official example: made up, and known to everyone.
var exampleKeys = mac.Keys{Customer: "7cd680e89e880553358bc07cd28b0ee2", Partner: "7f94228d149a96b2f25e3edad55096e"}

// usual is the request that most mistakes are shown with.
var usual = mac.Request{
	URL: "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika&changedsince=a+b", Sender: "Työaika Oy",
	CustomerID: "AB_77_Q9", PartnerID: "Xy_12_P4", Timestamp: "2026-07-14 17:05:09.318", TimestampUnix: "1784048709",
	Language: "FI", OrganisationID: "1967543-8", TransactionID: "c2b1f0e0-5f0a-4f9e-9c55-0a1b2c3d4e5f", Algorithm: mac.HMACSHA256,
}

// unusual are those that need another value to be made, by what they change of the usual.
var unusual = []func(*mac.Request, *mac.Keys){
	func(*mac.Request, *mac.Keys) {},
	func(r *mac.Request, _ *mac.Keys) { r.Algorithm = mac.SHA256 },
	func(r *mac.Request, _ *mac.Keys) { r.URL = "https://isvapi.netvisor.fi/customerlist.nv" },
	func(r *mac.Request, _ *mac.Keys) {
		r.URL = "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%C3%B6"
	},
	func(r *mac.Request, _ *mac.Keys) {
		r.URL = "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6&city=J%E4rvi"
	},
	func(r *mac.Request, _ *mac.Keys) { r.Sender = "Kulut €" },
	func(r *mac.Request, _ *mac.Keys) { r.Sender = "TyÃ¶aika Oy" },
	func(r *mac.Request, _ *mac.Keys) { r.Sender = "Ty\ufffdaika Oy" },
	func(r *mac.Request, _ *mac.Keys) { r.Language = "fi" },
	func(r *mac.Request, _ *mac.Keys) { r.TransactionID = strings.ToUpper(r.TransactionID) },
	func(_ *mac.Request, k *mac.Keys) {
		k.Customer, k.Partner = strings.ToUpper(k.Customer), strings.ToUpper(k.Partner)
	},
}

// signedAs are mistakes of which one form is far more usual than the first that is tried: the request as it was signed.
var signedAs = map[string]func(mac.Request) mac.Request{
	"timestamp-offset": func(r mac.Request) mac.Request { r.Timestamp = "2026-07-14 20:05:09.318"; return r }, // a clock in Finland
}

// example is a mistake worked through.
type example struct {
	Request       mac.Request // with the MAC that was sent
	Keys          [2]string
	Signed, Right account
	Same          bool // both look the same, since what differs is a key
}

// account is how a MAC was made.
type account struct {
	Pieces  []piece
	Hash    string
	Key     string // of the HMAC, by the names of its parts; "" without one
	Charset said.Text
	Writing said.Text
	MAC     string
}

// piece is one value of the string to sign.
type piece struct {
	Field   mac.Field
	Text    string // "" of a key
	Between string // what stands before it
	End     string // after the last
	Differs bool
}

// exampleOf makes a mistake in the first request that it changes something of.
func exampleOf(id string) (*example, error) {
	other := usual
	other.TransactionID, other.Timestamp, other.TimestampUnix = "0d6f8a51-3f0e-4c1b-a4b6-7e9c52d1f3a8", "2026-07-14 17:05:11.047", "1784048711"
	var err error
	for _, change := range unusual {
		r, k := usual, exampleKeys
		change(&r, &k)
		var sent mac.Request
		var making diagnose.Making
		if sent, making, err = diagnose.Mistaken(id, r, k, other); err != nil {
			continue
		}
		right := rightMaking(sent, k)
		if as, ok := signedAs[id]; ok {
			signed := as(r)
			if sent.MAC, err = mac.Sum(signed, k); err != nil {
				return nil, err
			}
			making, making.Parts = right, mac.Message(signed)
		}
		want, _ := mac.Sum(sent, k) // none where the charset lacks a character
		e := &example{Request: sent, Keys: [2]string{k.Customer, k.Partner}, Signed: accountOf(making, sent.MAC), Right: accountOf(right, want)}
		e.compare()
		return e, nil
	}
	return nil, fmt.Errorf("no example makes %s: %w", id, err)
}

// rightMaking is how the right MAC of a request is made; without a MAC nothing is searched for.
func rightMaking(r mac.Request, k mac.Keys) diagnose.Making {
	r.MAC = ""
	return diagnose.Diagnose(r, k, diagnose.Options{}).Right
}

func accountOf(m diagnose.Making, sum string) account {
	a := account{Hash: m.Hash, Charset: m.Said.Charset, Writing: m.Said.Writing, MAC: sum}
	for i, part := range m.Parts {
		p := piece{Field: part.Field, Text: part.Value}
		if i > 0 {
			p.Between = m.Separator
		}
		if i == len(m.Parts)-1 {
			p.End = m.End
		}
		a.Pieces = append(a.Pieces, p)
	}
	var names []string
	for _, field := range m.Key {
		names = append(names, string(field))
	}
	a.Key = strings.Join(names, "&")
	return a
}

// compare marks the pieces that are in one string and not in the other.
func (e *example) compare() {
	a, b := e.Signed.Pieces, e.Right.Pieces
	same := func(p, q piece) bool { return p.Field == q.Field && p.Text == q.Text }
	longest := make([][]int, len(a)+1) // how many pieces are common from here on
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if same(a[i], b[j]) {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && same(a[i], b[j]):
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && longest[i+1][j] >= longest[i][j+1]:
			a[i].Differs = true
			i++
		default:
			b[j].Differs = true
			j++
		}
	}
	signed, right := e.Signed, e.Right
	signed.MAC, right.MAC = "", ""
	e.Same = fmt.Sprint(signed) == fmt.Sprint(right)
}

// Link opens the example in the page: its keys are typed there.
func (e *example) Link() string {
	values := url.Values{}
	for _, field := range mac.Fields() {
		if value := field.Of(&e.Request, &mac.Keys{}); !field.Secret && *value != "" {
			values.Set(string(field.Field), *value)
		}
	}
	return "../../index.html#check?" + values.Encode()
}

// rightLines is the part of a program that avoids a mistake.
type rightLines struct{ Title, Code string }

// shown are the languages of the snippets that most people use.
var shown = []string{"php", "csharp", "javascript", "python", "java"}

// programsOf are the right lines in each language; none where no program can avoid the mistake.
func programsOf(id string) (programs []rightLines, err error) {
	for _, language := range shown {
		code, err := snippet.Make(language, usual, id)
		if err != nil {
			return nil, err
		}
		if lines := linesAfter(code, "avoids "+id+": "); lines != "" {
			i := slices.IndexFunc(snippet.Languages(), func(l snippet.Language) bool { return l.ID == language })
			programs = append(programs, rightLines{snippet.Languages()[i].Title, lines})
		}
	}
	return programs, nil
}

// linesAfter are the lines after a comment, to the next empty one, without what all of them begin with.
func linesAfter(code, comment string) string {
	_, rest, found := strings.Cut(code, comment)
	if !found {
		return ""
	}
	var lines []string
	margin := -1
	for i, line := range strings.Split(rest, "\n") {
		if i == 0 {
			continue
		}
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		if margin < 0 {
			margin = indent
		}
		if strings.TrimSpace(line) == "" || len(lines) == 7 || indent < margin {
			break
		}
		lines = append(lines, line[margin:])
	}
	return strings.Join(lines, "\n")
}

// familyOf is what a mistake that every value may have is called for all of them, and the key of the family's title.
func familyOf(m diagnose.Mistake) (slug, title string) {
	switch {
	case m.Group == "value":
		kind := strings.TrimSuffix(strings.TrimSuffix(m.ID, m.Fields[0].Info().ID), "-")
		return kind + "-value", "family." + kind
	case strings.HasPrefix(m.ID, "missing-"):
		return "missing-value", "family.missing"
	case strings.HasPrefix(m.ID, "swapped-"):
		return "swapped-values", "family.swapped"
	}
	return m.ID, ""
}

// byLikelihood puts groups in the order in which people make their mistakes.
func byLikelihood(a, b string) int {
	order := []string{"address", "timestamp", "algorithm", "bytes", "keys", "order", "values", "value", "joining", "output"}
	return cmp.Compare(slices.Index(order, a), slices.Index(order, b))
}
