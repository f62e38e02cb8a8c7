package paste

import (
	"netvisormac/mac"
)

// role is what the members of a node are.
type role byte

const (
	asFields    role = iota
	asQuery          // pairs of a query
	asAnswer         // of a response: only what Netvisor answered counts
	asAddress        // pieces of one address
	asRepeated       // pairs of a query that an address with a query has already
	asVariables      // of an environment: an address in it is no request's
)

// roles are what the members of an object under a key are; in the form of normal.
var roles = map[string]role{
	"params": asQuery, "query": asQuery, "queryparams": asQuery, "queryparameters": asQuery, "queries": asQuery,
	"querystring": asQuery, "querystringparameters": asQuery, "multivaluequerystringparameters": asRepeated, "searchparams": asQuery, "qs": asQuery, "urlparams": asQuery, "urlparameters": asQuery,
	"response": asAnswer, "responses": asAnswer, "res": asAnswer, "outputs": asAnswer, "responseheaders": asAnswer,
	"request": asFields, "originalrequest": asFields,
	"env": asVariables, "environment": asVariables, "variables": asVariables, "variable": asVariables, "vars": asVariables,
}

// requestKeys are the members whose object is a request.
var requestKeys = []string{"request", "originalRequest", "http"}

// headerLists are the keys of lists of headers; in the form of normal.
const headerLists = "headers header requestheaders reqheaders httpheaders"

// formOf tells the file formats from each other, by a member near the top.
var formOf = map[string]string{
	"entries": "har", "item": "postman", "_postman_id": "postman", "resources": "insomnia", "__export_format": "insomnia",
}

// roleOf says what the members of an object or array under the key of n are.
func (d *document) roleOf(n *node, object bool) role {
	simple := normal(n.key)
	if n.key == "queryString" && !object {
		return asRepeated // HAR has the address whole
	}
	if r, ok := roles[simple]; ok && (r != asFields || n.role == asAnswer) {
		return r
	}
	if n.role == asQuery || n.role == asRepeated {
		if among(simple, headerLists) {
			n.role = asFields // it has a request in it
			return asFields
		}
		return n.role
	}
	switch {
	case n.role == asFields && simple == "parameters" && !object && !among(normal(n.name), "headerparameters bodyparameters"):
		return asQuery
	case n.role == asFields && object && identify(n.key).field == mac.FieldURL:
		return asAddress
	}
	return n.role
}
