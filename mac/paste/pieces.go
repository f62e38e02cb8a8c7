package paste

import (
	"strings"

	"netvisormac/mac"
)

// pieces are those of an address that is written as an object.
type pieces struct {
	whole                    bool
	scheme, host, port, path []string
	first                    value
}

// piece takes one of an address.
func (d *document) piece(n *node, val value, start int) bool {
	text, _ := val.text()
	a := n.address
	key := n.key
	if !n.object {
		key = n.name
	}
	switch key {
	case "raw", "href", "full":
		a.whole = true
		d.addAs("", identified{field: mac.FieldURL, rank: rankHeader}, val, start)
		return true
	case "protocol", "scheme":
		a.scheme = append(a.scheme, strings.TrimSuffix(text, ":"))
	case "host", "hostname":
		a.host = append(a.host, text)
	case "port":
		a.port = append(a.port, text)
	case "path", "pathname":
		a.path = append(a.path, strings.Trim(text, "/"))
	default:
		return false
	}
	if len(a.first.parts) == 0 {
		a.first = val
	}
	return true
}

// compose makes parts of the pieces of an address.
func (d *document) compose(a *pieces) {
	if a.whole || len(a.host) == 0 || len(a.path) == 0 {
		return
	}
	host := strings.Join(a.host, ".")
	if strings.Contains(a.host[0], ":") {
		host = a.host[0]
	}
	if len(a.port) > 0 && a.port[0] != "" && a.port[0] != "null" && !strings.Contains(host, ":") {
		host += ":" + a.port[0]
	}
	at := a.first.parts[0].at(0)
	add := func(field mac.Field, text string) {
		d.addAs("", identified{field: field, rank: rankHeader}, literal(remade(text, mark{0, at}), joined), at)
	}
	if len(a.scheme) > 0 {
		add(partScheme, a.scheme[0])
	}
	add(partHost, host)
	add(partPath, "/"+strings.Join(a.path, "/"))
}
