package paste

import "strings"

// queryNames are the keys, arguments and functions whose map or list is the
// query of a request; in the form of normal.
var queryNames = func() map[string]bool {
	names := map[string]bool{}
	for _, name := range strings.Fields(`params query queryparams queryparameters queries querystring searchparams qs urlparams urlparameters
		setquery setquerydata setqueryparams setqueryparameters withqueryparams withqueryparameters addqueryparams addqueryparameters urlsearchparams
		httpbuildquery urlencode encodewwwform encodequery requrlquery addquerystring addquerystringparameters querydata queryargs paramsserializer
		newqueryparams querypairs addquery appendquery urlvalues withquery addqueryarg parsewithparams queryform rawquery httpget`) {
		names[name] = true
	}
	return names
}()

// pairNames are the functions that take one name and one value of a query.
var pairNames = func() map[string]bool {
	names := map[string]bool{}
	for _, name := range strings.Fields(`addqueryparameter addqueryparam addencodedqueryparameter setqueryparam setqueryparameter queryparam queryparameter
		querystring addparameter setparameter addqueryitem appendqueryparameter appendqueryparam urlqueryitem withqueryparam
		addquerystring querypair addquery parameter param query`) {
		names[name] = true
	}
	return names
}()

// holders are what programs call an object that a query is gathered in.
var holders = func() map[string]bool {
	names := map[string]bool{}
	for _, name := range strings.Fields(`params query q qs querystring queryparams queryparameters searchparams urlparams values urlvalues parameters uriquery`) {
		names[name] = true
	}
	return names
}()

// called returns the key that the bracket at token i stands under, and the
// function or type before it; assigned says that a variable gets it.
func (p *program) called(i int) (key, callee string, assigned bool) {
	j := i - 1
	for p.is(j, "&") || p.is(j, "!") || p.is(j, "%") || p.kind(j) == isWord && p.text(j) == "@" {
		j--
	}
	for p.is(j, "(") && j > 0 || p.kind(j) == isWord && p.text(j) == "new" { // f(new X({
		j--
	}
	for n := 0; n < 3 && p.kind(j) == isWord && !p.is(j-1, ":"); n++ {
		if !among(p.text(j), "new await") {
			callee = lastName(p.text(j))
		}
		if callee == "Values" {
			callee = p.text(j)
		}
		if p.is(j-1, ".") || p.is(j-1, "->") || p.is(j-1, "::") {
			return "", callee, false
		}
		if j--; p.kind(j) == isWord && !among(p.text(j), "new await") {
			break
		}
	}
	if p.d.hyphens && p.kind(i-1) == isWord && p.is(i-2, ":") {
		return lastName(p.text(i - 1)), "", false
	}
	if j > 0 && (p.is(j, ":") || p.is(j, "=>") || p.is(j, "=") || p.is(j, ":=") || p.is(j, "<-")) {
		key = p.keyBefore(j)
		assigned = !p.is(j, ":") && !p.is(j, "=>") && !p.isEntry(j-1)
	}
	return key, callee, assigned
}

// keyBefore returns the name that stands before the separator at token j.
func (p *program) keyBefore(j int) string {
	switch k := j - 1; p.kind(k) {
	case isString:
		return p.short(k)
	case isWord:
		return lastName(p.text(k))
	case isOperator:
		if p.is(k, "]") && p.kind(k-1) == isString {
			return p.short(k - 1)
		}
	}
	return ""
}

// isEntry says whether the name at token k is one of an argument, an entry of a
// table or a member of an object, and not a variable's.
func (p *program) isEntry(k int) bool {
	if p.inCall() || p.is(k-1, ",") && len(p.opened) > 0 || p.is(k-1, "[") {
		return true
	}
	if p.d == anyLanguage && k > 0 && (p.kind(k-1) == isString || p.is(k-1, "}") || p.is(k-1, "]")) && !strings.Contains(p.v.text[p.end(k-1):p.start(k)], "\n") {
		return true // of a log
	}
	object, _, found := strings.Cut(p.text(k), ".")
	return found && !among(object, "self this") && p.kind(k) == isWord
}

// inCall says whether the innermost bracket is that of a call, so that an equals sign names an argument.
func (p *program) inCall() bool {
	n := len(p.opened)
	return n > 0 && p.is(p.opened[n-1], "(")
}

// isQuery says whether the bracket at token i has the pairs of a query in it.
func (p *program) isQuery(i int) bool {
	key, callee, assigned := p.called(i)
	name, function := normal(key), normal(callee)
	switch {
	case queryNames[function]:
	case p.d == powershell && function == "body":
	case function == "webread" && p.kind(i+3) == isString:
	case (function == "parameters" || among(name, "data fields parameters form")) && !assigned && p.gets():
	case queryNames[name] && !assigned:
	case p.isSecond(i):
	default:
		return false
	}
	return !p.headed(i)
}

// gets says whether the innermost calls ask with GET.
func (p *program) gets() bool {
	for n := len(p.opened) - 1; n >= 0 && n >= len(p.opened)-3; n-- {
		i := p.opened[n]
		if !p.is(i, "(") || p.kind(i-1) != isWord {
			continue
		}
		name := asciiLower(lastName(p.text(i - 1)))
		return among(name, "get ajax getjson webread") || name == "request" && (p.kind(i+1) != isString || p.short(i+1) == "GET" || isAddress(p.short(i+1)))
	}
	return false
}

// isSecond says whether the bracket at token i is a map of texts that a GET is
// handed behind its address.
func (p *program) isSecond(i int) bool {
	j := i
	if p.kind(j-1) == isWord && among(lastName(p.text(j-1)), "array dict") {
		j--
	}
	if !p.is(j-1, ",") || p.kind(j-2) != isString || !isPart(p.short(j-2)) && !isAddress(p.short(j-2)) {
		return false
	}
	n := len(p.opened)
	if n == 0 || !p.is(p.opened[n-1], "(") || !among(asciiLower(lastName(p.text(p.opened[n-1]-1))), "get getjson https http") && asciiLower(p.short(p.opened[n-1]+1)) != "get" {
		return false
	}
	for k := i + 1; k < p.match(i); k++ {
		if p.is(k, "{") || p.is(k, "[") || p.is(k, "(") || p.kind(k) == isWord && among(lastName(p.text(k)), "headers method timeout") {
			return false
		}
	}
	return p.match(i) > i+1
}

// headed says whether the bracket at token i has headers in it, or an address: then it is a request.
func (p *program) headed(i int) bool {
	end := min(p.match(i), i+400)
	for j := i + 1; j < end; j++ {
		if p.kind(j) == isString {
			if what := identify(p.short(j)); what.rank == rankHeader && what.field.Info().Header != "" {
				return true
			}
		}
	}
	return false
}

// remember keeps a map or list that a variable gets, for where it is used.
func (p *program) remember(i int) {
	if key, _, assigned := p.called(i); assigned && key != "" {
		p.groups[normal(key)] = i
	}
}

// referred reads the query that the variable at token i holds.
func (p *program) referred(i int) bool {
	for p.is(i, "&") || p.is(i, "*") {
		i++
	}
	if p.kind(i) != isWord || p.is(i+1, "(") || p.is(i+1, "[") || p.is(i+1, "{") {
		return false
	}
	open, known := p.groups[normal(lastName(p.text(i)))]
	if !known || p.headed(open) {
		return false
	}
	p.used[open] = true
	return p.pairs(open) > 0
}

// isGiven says whether what stands at token next is handed over under the name at token i: as an argument, an entry of a
// map or a member of an object, and not assigned to a variable.
func (p *program) isGiven(i, next int) bool {
	return p.is(next-1, ":") || p.is(next-1, "=>") || p.isEntry(i)
}

// unknownQuery notes that the variable or call at token i is a query of which the text does not say what it holds.
func (p *program) unknownQuery(i int) bool {
	if p.kind(i) != isWord || isNothing(p.text(i)) || among(p.text(i), "true false True False") || p.is(i+1, "{") || p.is(i+1, "[") {
		return false
	}
	if p.holders[normal(lastName(p.text(i)))] {
		return true
	}
	if p.is(i+1, "(") && (p.match(i+1) == 0 || p.match(i+1) > i+2) {
		return false // its arguments may say it
	}
	p.queryPair("", p.variable(i, p.text(i)), p.at(i))
	return true
}

// unused reads the queries that have a name which says so, and that nothing in
// the text refers to: the rest of the program may have been left out.
func (p *program) unused() {
	for name, open := range p.groups {
		if !p.used[open] && (name == "params" && p.d.id == "matlab" || among(name, "querystring queryparams queryparameters searchparams urlparams")) && !p.headed(open) {
			p.pairs(open)
		}
	}
}
