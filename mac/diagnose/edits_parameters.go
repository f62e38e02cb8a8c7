package diagnose

import (
	"slices"
	"strings"
)

// mostParameters is how many of a query are put in every order.
const mostParameters = 6

// parametersOf returns what stands before the query's parameters, they, and what stands behind them.
func parametersOf(url string) (before string, list []string, after string) {
	a := parseAddress(url)
	if len(a.query) < 2 {
		return url, nil, ""
	}
	after, a.fragment = a.fragment, ""
	list = strings.Split(a.query[1:], "&")
	a.query = "?"
	return a.String(), list, after
}

// parameterOrders tries the parameters in every order; together with other mistakes, sorted, in reverse and with two
// neighbours swapped.
func parameterOrders(url string, w width, t textTrier) bool {
	before, list, after := parametersOf(url)
	if len(list) < 2 {
		return true
	}
	joined := func(list []string) bool { return !t.next() || t.try([]byte(before+strings.Join(list, "&")+after)) }
	if w == alone && len(list) <= mostParameters {
		return permute(list, 0, joined)
	}
	sorted, reverse := slices.Sorted(slices.Values(list)), slices.Clone(list)
	slices.Reverse(reverse)
	if !joined(sorted) || !slices.Equal(sorted, reverse) && !joined(reverse) {
		return false
	}
	for i := 1; i < len(list) && w < withTwo; i++ {
		swapped := slices.Clone(list)
		swapped[i-1], swapped[i] = swapped[i], swapped[i-1]
		if !slices.Equal(swapped, sorted) && !slices.Equal(swapped, reverse) && !joined(swapped) {
			return false
		}
	}
	return true
}

// permute tries every order of what stands from one place on.
func permute(list []string, from int, try func([]string) bool) bool {
	if from == len(list) {
		return try(list)
	}
	for i := from; i < len(list); i++ {
		list[from], list[i] = list[i], list[from]
		goOn := permute(list, from+1, try)
		list[from], list[i] = list[i], list[from]
		if !goOn {
			return false
		}
	}
	return true
}

// manyParameterOrders is for a query of as many parameters as have every order.
func manyParameterOrders(w width) int { return [widths]int{720, mostParameters, 2, 2}[w] }

// withoutOneParameter leaves out each parameter of a query that has several.
func withoutOneParameter(url string) (all []string) {
	before, list, after := parametersOf(url)
	for i := range list {
		if len(list) > 1 {
			all = append(all, before+strings.Join(slices.Delete(slices.Clone(list), i, i+1), "&")+after)
		}
	}
	return distinct(all)
}

// strayEnds adds a character to the end of a query, or takes it away; a # is a fragment, which is a mistake of its own.
func strayEnds(url string) (all []string) {
	if before, list, after := parametersOf(url); list != nil {
		query := strings.Join(list, "&")
		for _, end := range []string{"&", "?", "="} {
			if short, found := strings.CutSuffix(query+after, end); found {
				all = append(all, before+short)
			} else {
				all = append(all, before+query+after+end)
			}
		}
	}
	return all
}

// escapes are the ways in which a part of a query may be escaped otherwise.
var escapes = []func(string) string{
	func(part string) string { return unescape(part, asUTF8) },
	func(part string) string { return unescape(part, asLatin1) },
	func(part string) string { return inQuery(part, reescapeAsUTF8) },
	func(part string) string { return inQuery(part, reescapeAsLatin1) },
	func(part string) string { return strings.ReplaceAll(part, "%20", "+") },
	func(part string) string { return strings.ReplaceAll(part, " ", "+") },
	escapeForPlus, spaceForPlus, otherEscapeCase,
}

// inQuery edits a part as if it were a whole query.
func inQuery(part string, edit func(string) string) string {
	return strings.TrimPrefix(edit("?"+part), "?")
}

// partsEscapedOtherwise escapes each name and each value otherwise by itself, where the query has several.
func partsEscapedOtherwise(url string) (all []string) {
	before, list, after := parametersOf(url)
	parts := []string{}
	for _, parameter := range list {
		name, value, found := strings.Cut(parameter, "=")
		if parts = append(parts, name); found {
			parts = append(parts, "="+value)
		}
		parts = append(parts, "&")
	}
	for _, escape := range escapes {
		all = append(all, oneEscaped(parts, escape)...)
	}
	for i := range all {
		all[i] = before + strings.TrimSuffix(all[i], "&") + after
	}
	return distinct(all)
}

// oneEscaped are the parts with each of them escaped otherwise by itself; nothing where that is the only one, because then
// the whole address is.
func oneEscaped(parts []string, escape func(string) string) (all []string) {
	for i, part := range parts {
		if other := escape(part); other != part {
			changed := slices.Clone(parts)
			changed[i] = other
			all = append(all, strings.Join(changed, ""))
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// distinct leaves out what was there before.
func distinct(list []string) (all []string) {
	for _, text := range list {
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}
