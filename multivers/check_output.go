package multivers

import (
	"strings"

	"netvisormac/internal/said"
)

// output reports on what commands printed, of the site of this installation and its pool alone.
func (r *report) output(o Options) {
	address := splitAddress(o.URL)
	port := address.port
	if port == "" {
		port = "4430"
	}
	if see(o.Output).weight(marksOf("run-as-administrator")) > 0 {
		r.add("not-elevated", none)
		return
	}
	s := readServer(o.Output)
	if s.empty() {
		r.add("output-unreadable", none)
		return
	}
	ours := s.ours(strings.TrimSpace(o.Site), port)
	if len(s.sites) > 0 && len(ours) == 0 && o.Site != "" {
		r.add("site-unknown", none)
	} else {
		r.bindings(s, ours, port, address.host)
		r.pools(s, s.poolsOf(ours))
	}
	switch {
	case s.noneAtAll && len(s.certificates) == 0:
		r.add("certificate-missing", none, Sentences.Text("certificate.none"))
	case len(s.certificates) > 0 && !equalsAny(port, s.certificates):
		r.add("certificate-missing", none, atPort("certificate.not-at", port))
	case len(s.certificates) > 0:
		r.add("certificate-ok", none)
	}
}

func marksOf(id string) []string {
	for i := range Explanations {
		if Explanations[i].ID == id {
			return Explanations[i].Marks
		}
	}
	return nil
}

// ours are the sites of the name, or, without one, those with https at the port.
func (s *server) ours(name, port string) []site {
	var found []site
	for _, one := range s.sites {
		if name != "" && strings.EqualFold(one.name, name) || name == "" && one.listens(port) {
			found = append(found, one)
		}
	}
	return found
}

func (s site) listens(port string) bool {
	for _, b := range s.bindings {
		if b.protocol == "https" && b.port == port {
			return true
		}
	}
	return false
}

// portName is a port for a message, if it is one.
// atPort says something of a port, by its number if that is one.
func atPort(id, port string) said.Text {
	if strings.Trim(port, "0123456789") == "" && len(port) < 6 {
		return Sentences.Text(id, "port", port)
	}
	return Sentences.Text(id + "-api")
}

// bindings reports on the bindings of our sites, or, if none is named, on those of no name.
func (r *report) bindings(s *server, ours []site, port, host string) {
	before := len(r.found)
	if len(s.sites)+len(s.unnamed) == 0 {
		return
	}
	if len(s.sites) == 0 {
		ours = []site{{state: unknown, bindings: s.unnamed}}
	}
	listening := 0
	for _, one := range ours {
		if one.listens(port) {
			listening++
		}
		if strings.EqualFold(one.state, "stopped") {
			r.add("site-stopped", none)
		}
		r.bindingsOf(one, port, host, len(s.sites) > 0)
	}
	if listening == 0 {
		r.add("https-port", none, atPort("https.not-at", port))
		return
	}
	if listening > 1 {
		r.add("binding-shared", none)
	}
	if !r.hasSince(before, "http-binding", "http-unclear", "site-stopped") {
		r.add("bindings-ok", none)
	}
}

func (r *report) bindingsOf(one site, port, host string, named bool) {
	for _, b := range one.bindings {
		switch {
		case b.protocol == "https" && b.port == port && b.host != "" && host != "" && !strings.EqualFold(b.host, host):
			r.add("binding-host", none)
		case b.protocol == "http" && named:
			r.add("http-binding", none)
			return
		case b.protocol == "http":
			r.add("http-unclear", none)
			return
		}
	}
}

// hasSince tells whether one of the ids was found after a number of findings.
func (r *report) hasSince(before int, ids ...string) bool {
	for _, f := range r.found[before:] {
		if equalsAny(Problems[f.row].ID, ids) {
			return true
		}
	}
	return false
}

// poolsOf are the pools of the sites, or, if that was not printed, all but those that come with IIS.
func (s *server) poolsOf(ours []site) []pool {
	names := []string{}
	for _, one := range ours {
		if name, found := s.poolOf[one.name]; found {
			names = append(names, name)
		}
	}
	var found []pool
	for _, p := range s.pools {
		if equalsAny(p.name, names) || len(names) == 0 && !isOfIIS(p.name) {
			found = append(found, p)
		}
	}
	return found
}

func isOfIIS(name string) bool {
	return name == "DefaultAppPool" || name == "Classic .NET AppPool" || strings.HasPrefix(name, ".NET v")
}

// poolRules are the settings of a pool under which the module does not run.
var poolRules = []struct {
	id    string
	holds func(pool) bool
}{
	{"pool-stopped", func(p pool) bool { return strings.EqualFold(p.state, "stopped") }},
	{"pool-unmanaged", func(p pool) bool { return p.version == "" || strings.HasPrefix(p.version, "No") }},
	{"pool-version", func(p pool) bool { return strings.HasPrefix(p.version, "v2") || strings.HasPrefix(p.version, "v1") }},
	{"pool-classic", func(p pool) bool { return strings.EqualFold(p.mode, "classic") }},
}

func (r *report) pools(s *server, pools []pool) {
	before := len(r.found)
	for _, rule := range poolRules {
		for _, p := range pools {
			if rule.holds(p) {
				r.add(rule.id, none)
				break
			}
		}
	}
	if len(r.found) == before && len(pools) == 1 && pools[0].runs() {
		r.add("pool-ok", none, Sentences.Text("pool.settings", "list", s.settingsOf(pools[0].name)))
	}
}

// runs tells whether all is known of a pool that the module needs.
func (p pool) runs() bool {
	return p.version == "v4.0" && strings.EqualFold(p.mode, "integrated") && strings.EqualFold(p.state, "started")
}

// settingsOf are those of a pool that is right, with its bits if these were asked for.
func (s *server) settingsOf(name string) said.List {
	switch {
	case !s.bitsKnown:
		return said.List{"v4.0", "Integrated"}
	case equalsAny(name, s.bits):
		return said.List{"v4.0", "Integrated", "32-bit"}
	}
	return said.List{"v4.0", "Integrated", "64-bit"}
}
