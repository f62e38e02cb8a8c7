package paste

import (
	"strconv"
	"strings"

	"netvisormac/mac"
)

// document makes facts of a tree of objects, arrays and scalars: JSON, YAML and
// XML are such trees. HAR, Postman, Insomnia and their like, cassettes,
// settings and logs are all made of the same things: members, objects that
// have a name and a value, lists of pairs.
type document struct {
	*reader
	nodes []node
}

// node is an object or array that is open.
type node struct {
	object   bool
	role     role
	name     string // the key that it stands under
	key      string // the member that is read now
	at       int    // where the key stands
	label    string // of an object: what its "name" or "key" says
	labelled int    // where that stands
	content  value  // of an object: what its "value" says
	has      bool   // content is set
	off      bool   // the object says that it is not in use
	base64   bool   // the object says that its text is base64
	last     string // of an array: the string before
	index    int    // of an array: how many elements it had
	from     int    // of an object: how many facts came before
	address  *pieces
}

func (d *document) top() *node { return &d.nodes[len(d.nodes)-1] }

// around returns the node that the innermost is in.
func (d *document) around() *node { return &d.nodes[max(0, len(d.nodes)-2)] }

// member says under which key the next value stands.
func (d *document) member(key string, at int) {
	d.top().key, d.top().at = key, at
	if form := formOf[key]; form != "" && len(d.nodes) <= 2 && d.depth == 1 {
		d.form = form
	}
}

// begin opens an object or array.
func (d *document) start(object bool) {
	n := node{object: object}
	if len(d.nodes) > 0 {
		parent := d.top()
		n.name, n.role = parent.name, parent.role
		if parent.object {
			n.name = parent.key
			n.role = d.roleOf(parent, object)
		}
		if n.role == asAddress {
			if n.address = parent.address; n.address == nil || parent.role != asAddress {
				n.address = &pieces{}
			}
		}
		parent.index++
	}
	d.facts.add(fact{kind: opens, single: object && n.role != asQuery && n.role != asRepeated, merges: !object && among(normal(n.name), headerLists)})
	n.from = d.facts.count
	if object && len(d.nodes) > 0 && d.top().object && oneOf(n.name, requestKeys...) {
		d.begin()
	}
	d.nodes = append(d.nodes, n)
}

func (d *document) end() {
	n := *d.top()
	d.nodes = d.nodes[:len(d.nodes)-1]
	defer d.reader.close()
	if n.role == asAddress && n.object && n.address != nil {
		d.compose(n.address)
	}
	if n.label == "" || !n.has {
		return
	}
	what := d.named(n.label)
	switch {
	case n.off:
		if what.field != "" {
			d.note("disabled", n.labelled)
		}
	case n.role == asAnswer:
	case n.role == asQuery:
		d.facts.count = min(n.from, d.facts.count) // what else describes the pair
		d.queryPair(n.label, n.content, n.labelled)
	case n.role == asRepeated:
		d.queryPair(n.label, n.content, n.labelled)
		d.facts.last().single = true
	default:
		if what.field == "" && n.role != asVariables {
			d.literal(n.content, n.labelled)
		}
		d.addNamed(n.label, what, n.content, n.labelled)
	}
}

// addNamed adds a value; one whose name means nothing is a variable, if the text has any.
func (d *document) addNamed(name string, what identified, v value, at int) {
	if len(d.nodes) > 0 && d.top().role == asVariables && what.field.Info().ID == "url" {
		what = identified{}
	}
	if what.field != "" || d.placeholders {
		d.addAs(name, what, v, at)
	}
}

// named identifies a name, of which logs write more before the header's own.
func (d *document) named(name string) identified {
	what := identify(name)
	if what.field == "" {
		if i := strings.LastIndexAny(name, " .:/"); i >= 0 && i+1 < len(name) {
			if last := identify(name[i+1:]); last.rank == rankHeader && last.field.Info().Header != "" {
				return last
			}
		}
	}
	return what
}

// scalar takes a string, number or word; quoted says that it is a string for sure.
func (d *document) scalar(val value, quoted bool, start int) {
	if len(d.nodes) == 0 {
		return
	}
	n := d.top()
	n.index++
	switch {
	case n.role == asAddress && d.piece(n, val, start):
	case !n.object:
		d.element(n, val, quoted, start)
	case d.attribute(n, val, quoted, start):
	case n.role == asQuery && n.key == "equalTo": // WireMock's
		d.queryPair(n.name, val, n.at)
	case n.role == asQuery && n.label == "" && !n.has && !d.isAddressed(n, val):
		d.queryPair(n.key, val, n.at)
	default:
		d.field(n, val, quoted, start)
	}
}

// isAddressed says whether a member is the address itself, which no query has.
func (d *document) isAddressed(n *node, val value) bool {
	text, plain := val.text()
	return plain && identify(n.key).field == mac.FieldURL && isAddress(text)
}

// attribute takes what describes an object that has a name and a value.
func (d *document) attribute(n *node, val value, quoted bool, start int) bool {
	text, _ := val.text()
	if among(n.key, "key Key") && identify(n.name+n.key).rank == rankPlain {
		return false // "customer": {"key": "…"}
	}
	switch n.key {
	case "name", "key", "header", "field", "Name", "Key":
		if n.key == "header" && strings.Contains(text, ":") {
			return false // all headers in one text
		}
		if !quoted || n.role == asQuery && n.label != "" {
			return n.role != asQuery
		}
		n.label, n.labelled = text, start
	case "value", "constant", "currentValue", "Value":
		n.content, n.has = val, true
	case "stringValue": // OpenTelemetry's, some levels below the key
		for i := len(d.nodes) - 2; i >= max(0, len(d.nodes)-5); i-- {
			if above := &d.nodes[i]; above.label != "" {
				above.content, above.has = val, true
				return true
			}
		}
		return false
	case "string": // of a property list
		if n.label == "" {
			return false
		}
		d.addNamed(n.label, d.named(n.label), val, n.labelled)
		n.label = ""
	case "disabled", "isDisabled", "isPath":
		n.off = n.off || text == "true"
	case "enabled", "active", "isActive", "selected":
		n.off = n.off || text == "false"
	case "type":
		n.off = n.off || n.role == asQuery && text == "path"
		return n.role == asQuery
	case "_id":
		if strings.HasPrefix(text, "req_") {
			d.begin()
		}
	case "encoding":
		n.base64 = n.base64 || text == "base64"
	default:
		return false
	}
	return true
}

// field takes what stands under a key of an object.
func (d *document) field(n *node, val value, quoted bool, start int) {
	text, _ := val.text()
	if among(n.key, "status code statusCode status_code") {
		if status, err := strconv.Atoi(text); err == nil && status >= 100 && status < 600 {
			d.status = status
			return
		}
	}
	switch {
	case among(n.key, "text content body request") && (n.base64 || !strings.Contains(text, "<")):
		if decoded := base64(text); strings.Contains(decoded, "<") || strings.Contains(decoded, "HTTP/") {
			val = literal(remade(decoded, mark{0, start}), base64Text)
			text = decoded
		}
	}
	if n.name == "data" && d.isSecret() {
		if decoded := strings.TrimSpace(base64(text)); decoded != "" {
			val = literal(remade(decoded, mark{0, start}, mark{len(decoded), start + len(text)}), base64Text)
		}
	}
	if n.role == asAnswer {
		if strings.Contains(text, "tatus") {
			d.literal(val, n.at)
		}
		return
	}
	if roles[normal(n.key)] == asQuery && quoted && strings.Contains(text, "=") && !strings.ContainsAny(text, " \n:/{") {
		d.addAs("", identified{field: partQuery, rank: rankHeader}, val, n.at)
		return
	}
	if n.key == "equalTo" { // WireMock's
		d.add(n.name, val, n.at)
		return
	}
	what := d.named(n.key)
	if what.field == "" && among(n.key, "id key secret Id Key Secret") { // "customer": {"key": …}
		what = identify(n.name + n.key)
	}
	if !quoted || what.rank == rankHeader || what.field == mac.FieldURL || !d.literal(val, n.at) || d.placeholders && what.field == "" {
		d.addNamed(n.key, what, val, n.at)
	}
}

// isSecret says whether the text is one of Kubernetes, of which each value is in base64.
func (r *reader) isSecret() bool {
	if r.secret == 0 {
		r.secret = 1
		if containsAny(r.input, []string{"kind: Secret", `"kind":"Secret"`, `"kind": "Secret"`}) {
			r.secret = 2
		}
	}
	return r.secret == 2
}

// element takes what stands in an array: the value of a header, a header line,
// or a name or value of a flat list.
func (d *document) element(n *node, val value, quoted bool, start int) {
	text, _ := val.text()
	switch {
	case n.role == asAnswer:
	case n.name == "exec":
		if v, ok := val.single(); ok {
			d.sets(v)
		}
	case n.index == 1 && among(n.name, "value Value values Values") && d.around().object && d.around().label != "":
		d.around().content, d.around().has = val, true
	case identify(n.last).rank == rankHeader:
		d.add(n.last, val, start)
		n.last = ""
	case n.index == 1 && d.named(n.name).rank == rankHeader:
		d.addAs(n.name, d.named(n.name), val, start)
	case n.role == asQuery:
		d.listed(n, val, text, start)
	case quoted && identify(text).rank == rankHeader:
		n.last = text
	case quoted && !d.literal(val, start):
		n.last = text
	}
}

// listed takes an element of a list of a query: "name=value", or name and value in turn.
func (d *document) listed(n *node, val value, text string, start int) {
	if n.index == 1 && d.around().object {
		d.queryPair(n.name, val, start) // {"name": ["value"]}
		return
	}
	if n.index%2 == 1 {
		n.last = text
		return
	}
	d.queryPair(n.last, val, start)
	n.last = ""
}
