package paste

import (
	"strings"

	"netvisormac/mac"
)

// withOther are the options whose value may look like an address or a header
// and is none.
var withOther = []string{"-x", "--proxy", "-e", "--referer", "-o", "--output", "-A", "--user-agent", "-b", "--cookie", "--cookie-jar", "-c", "--resolve", "--connect-to", "--cacert", "--cert", "--key",
	"-u", "--user", "-F", "--form", "--body-data", "--body-file", "-X", "--request", "-m", "--max-time", "-w", "--write-out", "--output-document", "-O", "-T", "--timeout", "--interface", "--noproxy"}

// dataOptions are the options whose value is the body, or with -G the query.
var dataOptions = []string{"-d", "--data", "--data-raw", "--data-ascii", "--data-binary", "--data-urlencode", "--json"}

// invocation is what the words of one request say.
type invocation struct {
	headers   []value
	addresses []value
	data      []value // with -G a part of the address
	query     []value // always one
	pairs     []value // of HTTPie: name==value
	get       bool
	given     bool // the headers are in a file, which the text may have
}

// arguments reads the words behind the name of the command. With several
// addresses, each gets its own request; --next begins with nothing.
func (w *walk) arguments(words []value, at int) {
	name, _ := words[0].text()
	var inv invocation
	for i := 1; i < len(words); i++ {
		text := words[i].prefix()
		switch {
		case text == "--next" || text == "-:":
			w.send(name, inv, at)
			inv = invocation{}
		case oneOf(text, withOther...) && !among(name, "http https xh"):
			i++
		case oneOf(text, dataOptions...) || text == "--url-query":
			if i++; i < len(words) {
				inv.add(text, words[i])
			}
		case strings.HasPrefix(text, "--url-query="):
			inv.add("--url-query", words[i].after(len("--url-query=")))
		case (text == "-H" || text == "--header") && i+1 < len(words) && strings.HasPrefix(words[i+1].prefix(), "@"):
			inv.given = true
			i++
		case text == "-G" || text == "--get":
			inv.get = true
		case w.isHeader(words[i], &inv):
		case inv.isPair(words[i], name):
		case inv.isAddress(words[i]):
		}
	}
	w.send(name, inv, at)
}

// add adds a piece of the body or query.
func (inv *invocation) add(option string, word value) {
	if option == "--data-urlencode" || option == "--url-query" {
		word = urlencode(word, option == "--url-query")
	}
	if option == "--url-query" {
		inv.query = append(inv.query, word)
	} else {
		inv.data = append(inv.data, word)
	}
}

// send adds the facts of a request for each address.
func (w *walk) send(name string, inv invocation, at int) {
	if len(inv.addresses) == 0 {
		inv.addresses = []value{{}}
	}
	for _, address := range inv.addresses {
		if !inv.given {
			w.begin()
		}
		for _, word := range inv.headers {
			w.argument(word, at)
		}
		query := inv.query
		if inv.get {
			query = append(append([]value(nil), inv.data...), query...)
		}
		address = withScheme(unglobbed(address, name), name)
		whole := withQuery(address, query)
		if len(whole.parts) > 0 {
			w.addAs("", identified{field: mac.FieldURL, rank: rankHeader}, whole, whole.parts[0].at(0))
		}
		w.unknownQuery(address, query, at)
		for _, other := range inv.writings(query) {
			w.addAs("", identified{field: partOther, rank: rankHeader}, withQuery(address, other), whole.parts[0].at(0))
		}
		for _, word := range inv.pairs {
			text := word.prefix()
			n := strings.Index(text, "==")
			w.queryPair(text[:n], word.after(n+2), word.parts[0].at(0))
		}
		inv = invocation{few(inv.headers), inv.addresses, few(inv.data), few(inv.query), few(inv.pairs), inv.get, inv.given}
	}
}

// few returns as many words as are read more than once: those of an array, and what each address but the first gets.
// Otherwise a text in which they become ever more would be read again and again.
func few(words []value) []value { return words[:min(len(words), 128)] }

// unknownQuery adds the address alone, for where the text does not say what its query is.
func (w *walk) unknownQuery(address value, query []value, at int) {
	for _, q := range query {
		if _, plain := q.text(); !plain && len(address.parts) > 0 {
			w.addAs("", identified{field: mac.FieldURL, rank: rankBare}, address, address.parts[0].at(0))
			w.queryPair("", q, at)
			return
		}
	}
}

// writings are the other ways in which versions of curl write what they escape:
// with + for a space, and escapes in lower case.
func (inv *invocation) writings(query []value) (list [][]value) {
	for _, lower := range []bool{true, false} {
		changed := false
		var others []value
		for _, q := range query {
			text, plain := q.text()
			if plain && q.how&percentData != 0 && strings.Contains(text, "%") {
				text = strings.ReplaceAll(text, "%20", "+")
				if lower {
					text = lowerEscapes(text)
				}
				q = literal(remade(text, mark{0, q.parts[0].at(0)}), percentData)
				changed = true
			}
			others = append(others, q)
		}
		if changed {
			list = append(list, others)
		}
	}
	return list
}

func lowerEscapes(s string) string {
	out := []byte(s)
	for i := 0; i+2 < len(out); i++ {
		if out[i] == '%' {
			copy(out[i+1:], asciiLower(string(out[i+1:i+3])))
		}
	}
	return string(out)
}

// unglobbed reads the escapes of brackets, which curl would take for a list of addresses.
func unglobbed(address value, name string) value {
	v, ok := address.single()
	if !ok || !strings.HasPrefix(name, "curl") || !strings.Contains(v.text, `\`) {
		return address
	}
	return literal(v.replaced(`\`, func(rest string) (string, int) {
		if len(rest) > 1 && has("[]{}", rest[1]) {
			return rest[1:2], 2
		}
		return "", 0
	}), address.how|unescaped)
}

// withScheme puts the scheme before an address that has none, as the command does.
func withScheme(address value, name string) value {
	text := address.prefix()
	if text == "" || strings.Contains(text, ":/") || strings.HasPrefix(text, "{{") || strings.HasPrefix(text, "/") || !strings.Contains(text, ".") {
		return address
	}
	scheme := "http://"
	if name == "https" || name == "xhs" {
		scheme = "https://"
	}
	return literal(remade(scheme, mark{0, address.parts[0].at(0)}), 0).join(address)
}

// withQuery puts pieces of a query behind an address.
func withQuery(address value, query []value) value {
	joint := "?"
	for _, p := range address.parts {
		if strings.Contains(p.text, "?") {
			joint = "&"
		}
	}
	for _, q := range query {
		if len(q.parts) == 0 || len(address.parts) == 0 {
			continue
		}
		first := q.parts[0].view
		address = address.join(literal(remade(joint, mark{0, first.at(0)}), 0)).join(q)
		address.how |= percentData
		joint = "&"
	}
	return address
}

// isHeader takes a word that is a header, or has one behind an option.
func (w *walk) isHeader(word value, inv *invocation) bool {
	word = w.followed(word)
	text := word.prefix()
	for _, option := range []string{"--header=", "-H"} {
		if strings.HasPrefix(text, option) && len(text) > len(option) {
			word, text = word.after(len(option)), text[len(option):]
		}
	}
	name, _, found := strings.Cut(text, ":")
	if !found {
		name, _, found = strings.Cut(text, ";")
	}
	if !found || strings.HasPrefix(text, "-") || identify(strings.TrimSpace(name)).rank != rankHeader || strings.HasPrefix(text[len(name):], "://") {
		return false
	}
	inv.headers = append(inv.headers, word)
	return true
}

// followed returns the value of a word that is a variable, which may be a whole header.
func (w *walk) followed(word value) value {
	if !word.isName() {
		return word
	}
	indexes := w.vars.of(word.parts[0].ref)
	if len(indexes) == 0 {
		return word
	}
	v := w.facts.at(int(indexes[len(indexes)-1])).value
	v.how |= followed
	return v
}

// argument reads a word that is a header.
func (w *walk) argument(word value, at int) {
	text := word.prefix()
	if name, ok := strings.CutSuffix(text, ":"); ok && len(word.parts) == 1 && identify(name).rank == rankHeader {
		w.noteOf("header-removed", identify(name).field, word.parts[0].at(0))
		return
	}
	w.headerLine(word, text, word.parts[0].at(0))
}

// isPair takes HTTPie's name==value.
func (inv *invocation) isPair(word value, name string) bool {
	text := word.prefix()
	n := strings.Index(text, "==")
	if n <= 0 || !among(name, "http https xh xhs curlie httpie") || strings.ContainsAny(text[:n], ":/?@") {
		return false
	}
	inv.pairs = append(inv.pairs, word)
	return true
}

// isAddress takes a word as an address to send to.
func (inv *invocation) isAddress(word value) bool {
	text := word.prefix()
	if option, ok := strings.CutPrefix(text, "--url="); ok {
		word, text = word.after(len("--url=")), option
	}
	isRef := len(word.parts) > 0 && word.parts[0].ref != ""
	if strings.HasPrefix(text, "-") || strings.ContainsAny(text, " \n") && !strings.Contains(text, "://") {
		return false
	}
	if !isRef && !strings.Contains(text, "://") && !strings.Contains(text, ".nv") && !isHost("https://"+text) {
		return false
	}
	if isRef && len(inv.addresses) > 0 {
		return false
	}
	if n := len(inv.addresses); n > 0 && inv.addresses[n-1].isName() {
		inv.addresses = inv.addresses[:n-1] // a variable before it was another word
	}
	inv.addresses = append(inv.addresses, word)
	return true
}

// urlencode does what curl does to the value of --data-urlencode: bytes other
// than letters, digits and -._~ become escapes of their UTF-8. A "+" at the
// beginning of --url-query says that there is nothing to escape.
func urlencode(word value, query bool) value {
	text, plain := word.text()
	if !plain || len(word.parts) == 0 {
		return word
	}
	if query && strings.HasPrefix(text, "+") {
		return word.after(1)
	}
	start := strings.IndexByte(text, '=') + 1
	name := text[:start]
	if start == 1 {
		name = ""
	}
	out := append([]byte(name), escaping{keep: "~"}.append(nil, text[start:])...)
	return literal(remade(string(out), mark{0, word.parts[0].at(0)}), percentData)
}
