package paste

import (
	"strings"

	"netvisormac/mac"
)

// queryGroup reads the pairs in the bracket at token i, or those of the variable in it.
func (p *program) queryGroup(i int) int {
	end := p.match(i)
	key, callee, _ := p.called(i)
	first := i + 1
	if p.isAddressFirst(first, end) {
		p.stringToken(first)
		first += 2
	}
	if p.is(end-2, ",") && p.kind(end-1) == isString && isAddress(p.short(end-1)) {
		p.stringToken(end - 1)
	}
	if p.pairs(i) == 0 && !p.asPair(first, end) {
		found := false
		for j := first; j < end && j < first+12; j++ {
			found = p.kind(j) == isWord && p.referred(j) || found
		}
		if !found && end > i+1 && (queryNames[normal(key)] || queryNames[normal(callee)]) {
			if p.is(first, "&") {
				first++
			}
			p.unknownQuery(first)
			return i + 1
		}
	}
	return end + 1
}

// isAddressFirst says whether an address stands before a query in a call.
func (p *program) isAddressFirst(i, end int) bool {
	return i < end && p.kind(i) == isString && p.is(i+1, ",") && isAddress(p.short(i))
}

// asPair reads two arguments as a name and a value.
func (p *program) asPair(i, end int) bool {
	if p.kind(i) != isString || !p.is(i+1, ",") {
		return p.rawQuery(i, end)
	}
	name, plain := p.plain(i)
	val, next := p.expression(i+2, 0)
	if !plain || next == i+2 || next > end {
		return false
	}
	p.queryPair(name, val, p.at(i))
	return true
}

// rawQuery reads "a=b&c=d".
func (p *program) rawQuery(i, end int) bool {
	if p.kind(i) != isString || i+1 != end {
		return false
	}
	val := p.value(i)
	text, plain := val.text()
	if !plain || !strings.Contains(text, "=") || strings.ContainsAny(text, " :/") {
		return false
	}
	p.addAs("", identified{field: partQuery, rank: rankHeader}, val, p.at(i))
	return true
}

const mostPairs = 64 // of a query; so that one which many calls refer to is not read again and again

// pairs reads the names and values in the bracket at token i, and returns how many there are.
func (p *program) pairs(i int) int {
	end, n := p.match(i), 0
	if text, plain := p.firstString(i, end); plain && strings.Contains(text, "=") && p.rawQuery(i+1, end) {
		return 1
	}
	for j := i + 1; j < end && n < mostPairs; {
		next := p.pairAt(j, end)
		if next > j {
			n++
			j = next
		} else {
			j++
		}
	}
	return n
}

func (p *program) firstString(i, end int) (string, bool) {
	if i+1 < end && p.kind(i+1) == isString {
		return p.short(i + 1), true
	}
	return "", false
}

// pairAt reads a name and a value at token j, and returns the token behind them.
func (p *program) pairAt(j, end int) int {
	name := ""
	next := 0
	switch p.kind(j) {
	case isString:
		name = p.short(j)
		if next = p.separated(j+1, false); next == 0 && (p.is(j+1, ",") || p.kind(j+1) == isString || p.d.hyphens && p.kind(j+1) == isNumber) && (p.d.id == "matlab" || p.d.hyphens || p.is(j-1, ";") || p.is(j-1, "(") || p.is(j-1, "{") || p.is(j-1, "[")) && !p.is(j-2, "=>") {
			next = j + 2
			if !p.is(j+1, ",") {
				next = j + 1
			}
		}
	case isWord:
		name, next = p.assigned(j)
		if p.is(j-1, ":") && p.is(j+1, "=>") || p.d.hyphens && p.is(j-1, ":") { // Ruby's and Clojure's symbols
			name = p.text(j)
		}
		if name == "name" && p.kind(next) == isString && p.is(next+1, ",") && p.kind(next+2) == isWord && lastName(p.text(next+2)) == "value" {
			name, next = p.short(next), next+4 // URLQueryItem(name: "a", value: "b")
		}
	}
	if name == "" || isAddress(name) || next == 0 || next >= end || name == "encoding" {
		return j
	}
	for p.is(next, "[") || p.is(next, "{") {
		next++
	}
	val, after := p.expression(next, 0)
	if after == next || after > end {
		return j
	}
	p.queryPair(name, val, p.at(j))
	return after
}

// queryCall reads a call that adds one pair: addQueryParameter("a", "b"), or
// params.append("a", "b"), or params["a"] = "b".
func (p *program) queryCall(i int) int {
	if !p.is(i+1, "(") && !p.is(i+1, "[") {
		return i
	}
	text := p.text(i)
	name := lastName(text)
	object := normal(lastName(strings.TrimRight(strings.TrimSuffix(text, name), ".->:?!")))
	if object == "" {
		object = p.chained(i)
	}
	switch {
	case p.is(i+1, "(") && p.match(i+1) > 0:
		adds := among(name, "append set add put Add Set Append insert append_pair") && (holders[object] || p.holders[object])
		if !adds && !pairNames[normal(name)] || adds && p.headed(i+1) {
			return i
		}
		if p.isPairArguments(i + 2) {
			p.asPair(i+2, p.match(i+1))
			return p.match(i+1) + 1
		}
		if normal(name) == "urlqueryitem" && p.pairAt(i+2, p.match(i+1)) > i+2 {
			return p.match(i+1) + 1
		}
	case p.is(i+1, "[") && (holders[normal(name)] || p.holders[normal(name)]) && p.kind(i+2) == isString && p.is(i+3, "]") && p.is(i+4, "="):
		key := p.short(i + 2)
		val, next := p.expression(i+5, 0)
		if key == "" || next == i+5 || identify(key).rank == rankHeader && identify(key).field != mac.FieldURL {
			return i
		}
		p.queryPair(key, val, p.at(i+2))
		return next
	}
	return i
}

// cfml reads a pair of a query as ColdFusion has it: type="url" name="…" value="…". It returns the token behind it, or 0.
func (p *program) cfml(name string, i, next int) int {
	if p.is(i-1, ",") {
		i--
	}
	if name != "name" || p.kind(i-1) != isString || asciiLower(p.short(i-1)) != "url" {
		return 0
	}
	for j := next + 1; j < next+5; j++ {
		if p.kind(j) == isString {
			p.queryPair(p.short(next), p.value(j), p.at(next))
			return j + 1
		}
	}
	return 0
}

// chained returns the type that begins the chain of calls before the member at token i: new HttpParams().set(…).set(
func (p *program) chained(i int) string {
	for links := 0; links < 16 && p.is(i-1, ".") && p.is(i-2, ")"); links++ {
		open := i - 3
		for open > max(0, i-40) && p.match(open) != i-2 {
			open--
		}
		if i = open - 1; p.kind(i) != isWord {
			return ""
		}
	}
	if p.kind(i-1) == isWord && p.text(i-1) == "new" && among(lastName(p.text(i)), holderTypes) {
		return "params"
	}
	return ""
}

// holderTypes are the types of which an object gathers a query.
const holderTypes = "URLSearchParams Values ParseQueryString Query QueryString HttpParams UriBuilder"

// holds remembers a variable that an object for a query is assigned to.
func (p *program) holds(name string, i int) {
	for j := i; j < i+4 && p.kind(j) == isWord; j++ {
		if among(lastName(p.text(j)), holderTypes) {
			p.holders[normal(name)] = true
		}
	}
}

// isPairArguments says whether a name and a value begin at token i.
func (p *program) isPairArguments(i int) bool {
	return p.kind(i) == isString && p.is(i+1, ",") && identify(p.short(i)).rank != rankHeader && !isAddress(p.short(i))
}
