package multivers

import "strings"

// server is what commands printed of it: appcmd list sites, list apps and list apppools, netsh http show sslcert,
// Get-WebBinding, Get-Website or Get-IISSite, Get-IISAppPool, in any order and any language of Windows.
type server struct {
	sites        []site
	unnamed      []siteBinding // of Get-WebBinding, which does not say whose they are
	pools        []pool
	poolOf       map[string]string // by the site's name
	certificates []string          // the ports that have one
	noneAtAll    bool              // netsh said that there is no certificate
	bits         []string          // the pools of 32 bits
	bitsKnown    bool              // these were asked for
}

type site struct {
	name, state string
	bindings    []siteBinding
}

// siteBinding is a binding of a site, as IIS lists it.
type siteBinding struct{ protocol, port, host string }

// pool is an application pool; what is not known of it is "?".
type pool struct{ name, version, mode, state string }

const unknown = "?"

// bitsHeading is what the page's command writes before the names of the pools of 32 bits.
const bitsHeading = "32-bit:"

// readServer reads what the commands printed.
func readServer(output string) *server {
	s := &server{poolOf: map[string]string{}}
	var t *listing
	names := false // of the pools of 32 bits, a line each
	for line := range strings.Lines(strings.ReplaceAll(output, "\t", " ")) {
		line = strings.TrimRight(strings.TrimLeft(line, ">"), " \r\n")
		trimmed := strings.TrimSpace(line)
		header := newListing(line)
		switch {
		case trimmed == "":
			t, names = nil, false
		case header != nil:
			t = header
		case strings.EqualFold(trimmed, bitsHeading):
			s.bitsKnown, names = true, true
		case (t == nil || line[0] != ' ') && s.line(trimmed):
		case names:
			s.bits = append(s.bits, trimmed)
		case t != nil && strings.Trim(trimmed, "- ") != "":
			s.row(t, line)
		}
	}
	return s
}

func (s *server) empty() bool {
	return len(s.sites)+len(s.unnamed)+len(s.pools)+len(s.poolOf)+len(s.certificates) == 0 && !s.noneAtAll && !s.bitsKnown
}

// line reads a line that tells by itself what it is of.
func (s *server) line(line string) bool {
	kind, rest, _ := strings.Cut(line, " ")
	name, rest, _ := strings.Cut(strings.TrimPrefix(rest, `"`), `" (`)
	rest = strings.TrimSuffix(rest, ")")
	lower := strings.ToLower(line)
	switch {
	case kind == "SITE":
		s.site(name, rest)
	case kind == "APP":
		s.poolOf[strings.TrimSuffix(name, "/")] = strings.TrimPrefix(rest, "applicationPool:")
	case kind == "APPPOOL":
		s.pools = append(s.pools, pool{name, after(rest, "MgdVersion:"), after(rest, "MgdMode:"), after(rest, "state:")})
	case kind == "http" || kind == "https":
		information, _, _ := strings.Cut(strings.TrimLeft(line[len(kind):], " "), " ")
		if strings.Count(information, ":") < 2 {
			return false
		}
		s.unnamed = append(s.unnamed, newBinding(kind, information))
	case strings.Contains(lower, "managedpipelinemode=\""):
		s.pools = append(s.pools, pool{quotedAfter(line, "name="), quotedAfter(line, "managedRuntimeVersion="), quotedAfter(line, "managedPipelineMode="), unknown})
	case hasNoCertificate(lower):
		s.noneAtAll = true
	default:
		return s.property(line)
	}
	return true
}

// hasNoCertificate knows what netsh says where none is bound: that a file is missing.
func hasNoCertificate(lower string) bool {
	for _, text := range []string{"system cannot find the file specified", "opgegeven bestand niet vinden", "angegebene datei nicht finden", "fichier spécifié est introuvable"} {
		if strings.Contains(lower, text) {
			return true
		}
	}
	return false
}

// property reads a line of a list, as Name : a, which begins a new pool, or IP:port : 0.0.0.0:4430.
func (s *server) property(line string) bool {
	label, value, found := strings.Cut(line, " :")
	label, value = strings.ToLower(strings.TrimSpace(label)), strings.TrimSpace(value)
	switch {
	case !found:
		return false
	case strings.HasSuffix(label, ":port"), strings.HasSuffix(label, ":poort"):
		s.certificates = append(s.certificates, value[strings.LastIndexByte(value, ':')+1:])
	case label == "name":
		s.pools = append(s.pools, pool{value, unknown, unknown, unknown})
	case len(s.pools) == 0:
		return false
	case label == "managedpipelinemode":
		s.pools[len(s.pools)-1].mode = value
	case label == "managedruntimeversion":
		s.pools[len(s.pools)-1].version = value
	case label == "state":
		s.pools[len(s.pools)-1].state = value
	default:
		return false
	}
	return true
}

// site reads what stands in the parentheses of appcmd: id:2,bindings:http/*:80:,https/*:4430:,state:Started.
func (s *server) site(name, rest string) {
	_, rest, _ = strings.Cut(rest, "bindings:")
	list, state := rest, unknown
	if end := strings.LastIndex(rest, ",state:"); end >= 0 {
		list, state = rest[:end], rest[end+len(",state:"):]
	}
	found := site{name: name, state: state}
	for _, one := range strings.Split(list, ",") {
		if protocol, information, ok := strings.Cut(one, "/"); ok {
			found.bindings = append(found.bindings, newBinding(protocol, information))
		}
	}
	s.sites = append(s.sites, found)
}

// newBinding reads an address, a port and a host name with colons between them; an IPv6 address has colons of its own.
func newBinding(protocol, information string) siteBinding {
	b := siteBinding{protocol: strings.ToLower(protocol)}
	if i := strings.LastIndexByte(information, ':'); i >= 0 {
		b.host, information = information[i+1:], information[:i]
	}
	b.port = information[strings.LastIndexByte(information, ':')+1:]
	return b
}

// after returns what stands behind a label, up to a comma; "?" if it is not there.
func after(text, label string) string {
	_, rest, found := strings.Cut(text, label)
	if !found {
		return unknown
	}
	value, _, _ := strings.Cut(rest, ",")
	return value
}

func quotedAfter(text, label string) string {
	_, rest, found := strings.Cut(text, label+`"`)
	if !found {
		return unknown
	}
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

// listing is a table of PowerShell's: where its columns begin.
type listing struct {
	state, version, mode, bindings int // none if there is no such column
	second                         int
	pools                          bool
}

// newListing knows the heading of the tables of sites and of pools.
func newListing(line string) *listing {
	lower := strings.ToLower(line)
	if !strings.HasPrefix(lower, "name ") {
		return nil
	}
	l := &listing{state: strings.Index(lower, " state"), version: strings.Index(lower, " clr ver"), mode: strings.Index(lower, " pipeline mode"), bindings: strings.Index(lower, " bindings")}
	if status := strings.Index(lower, " status"); l.state < 0 {
		l.state = status
	}
	l.pools = l.mode >= 0 || strings.Contains(lower, " applications")
	if l.state < 0 || l.bindings < 0 && !l.pools {
		return nil
	}
	l.second = len("name") + len(lower[4:]) - len(strings.TrimLeft(lower[4:], " "))
	return l
}

// row reads a line of a table. A site with several bindings has a line for each.
func (s *server) row(l *listing, line string) {
	name := strings.TrimSpace(cell(line, 0, l.second))
	if l.pools {
		s.pools = append(s.pools, pool{name, column(line, l.version), column(line, l.mode), column(line, l.state)})
		if version := &s.pools[len(s.pools)-1].version; strings.EqualFold(*version, "integrated") || strings.EqualFold(*version, "classic") {
			*version = "" // an empty cell
		}
		return
	}
	if name != "" {
		s.sites = append(s.sites, site{name: name, state: column(line, l.state)})
	}
	fields := strings.Fields(cell(line, l.bindings, len(line)))
	if n := len(s.sites); n > 0 && len(fields) >= 2 && strings.Count(fields[1], ":") >= 2 {
		s.sites[n-1].bindings = append(s.sites[n-1].bindings, newBinding(fields[0], fields[1]))
	}
}

// cell is a part of a line, which may be shorter.
func cell(line string, from, to int) string {
	return line[min(max(from, 0), len(line)):min(to, len(line))]
}

// column is the first word of a line from where a column begins, "?" if there is none.
func column(line string, from int) string {
	if fields := strings.Fields(cell(line, from, len(line))); from >= 0 && len(fields) > 0 {
		return fields[0]
	}
	return unknown
}
