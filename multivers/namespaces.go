package multivers

import "strings"

const (
	xmlNamespace       = "http://www.w3.org/XML/1998/namespace"
	xmlnsNamespace     = "http://www.w3.org/2000/xmlns/"
	transformNamespace = "http://schemas.microsoft.com/XML-Document-Transform"
	// the only namespace of configuration that .NET tolerates
	configurationNamespace = "http://schemas.microsoft.com/.NetConfiguration/v2.0"
)

// namespaces are the prefixes that are bound, and the bindings that they hid.
type namespaces struct {
	bound  map[string]string
	hidden []binding
}

type binding struct{ prefix, uri string }

func newNamespaces() namespaces {
	return namespaces{bound: map[string]string{"xml": xmlNamespace}}
}

func (n *namespaces) mark() int { return len(n.hidden) }

func (n *namespaces) bind(prefix, uri string) {
	n.hidden = append(n.hidden, binding{prefix, n.bound[prefix]})
	n.bound[prefix] = uri
}

// reset takes back the bindings since a mark.
func (n *namespaces) reset(mark int) {
	for len(n.hidden) > mark {
		last := n.hidden[len(n.hidden)-1]
		n.bound[last.prefix] = last.uri
		n.hidden = n.hidden[:len(n.hidden)-1]
	}
}

// namespaces reads the bindings of the tag in the list and checks the prefixes of its names.
func (s *scanner) namespaces(name string, at int) bool {
	prefixed := false
	for _, a := range s.list {
		prefix, local, has := strings.Cut(a.name, ":")
		switch {
		case has && prefix == "xmlns":
			uri := unescape(a.raw)
			if uri == "" || local == "xmlns" || uri == xmlnsNamespace || (local == "xml") != (uri == xmlNamespace) {
				return s.fail(a.start, "xml.prefix-namespace")
			}
			s.bindings.bind(local, uri)
		case a.name == "xmlns":
			if uri := unescape(a.raw); uri == xmlNamespace || uri == xmlnsNamespace {
				return s.fail(a.start, "xml.default-namespace")
			}
		case has:
			prefixed = true
		}
	}
	if prefix, _, has := strings.Cut(name, ":"); has && s.bindings.bound[prefix] == "" {
		return s.fail(at, "xml.prefix-unbound")
	}
	return !prefixed || s.prefixes()
}

// prefixes checks that the prefixes of the list are bound, and that no attribute is there twice under two prefixes.
func (s *scanner) prefixes() bool {
	seen := map[binding]bool{}
	for _, a := range s.list {
		prefix, local, has := strings.Cut(a.name, ":")
		if !has || prefix == "xmlns" {
			continue
		}
		uri := s.bindings.bound[prefix]
		if s.xdt == none && (uri == transformNamespace || prefix == "xdt") {
			s.xdt = a.start
		}
		if uri == "" {
			return s.fail(a.start, "xml.prefix-unbound")
		}
		if seen[binding{local, uri}] {
			return s.fail(a.start, "xml.attribute-twice")
		}
		seen[binding{local, uri}] = true
	}
	return true
}
