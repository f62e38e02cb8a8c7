package multivers

import "strings"

// binding of a site, as IIS lists it.
type siteBinding struct {
	site, protocol, port, host string
}

// output reports on what commands printed: appcmd list sites, appcmd list apppools, netsh http show
// sslcert and Get-WebBinding, in any order and any language of Windows.
func (r *report) output(output, address string) {
	port := splitAddress(address).port
	if port == "" {
		port = "4430"
	}
	var bindings []siteBinding
	certificates, understood := []string{}, false
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(line)
		bindings = append(bindings, parseBindings(line)...)
		if at, ok := parseCertificate(line); ok {
			certificates = append(certificates, at)
		}
		lower := strings.ToLower(line)
		if strings.Contains(lower, "apppool") || strings.Contains(lower, "managedpipelinemode") || strings.Contains(lower, "mgdmode") {
			understood = true
			if isClassic(lower) {
				r.add("pool-classic", none, "")
			}
		}
	}
	switch {
	case len(bindings) > 0:
		r.bindings(bindings, port, splitAddress(address).host)
	case len(certificates) == 0 && !understood:
		r.add("output-unreadable", none, "")
	}
	if len(certificates) > 0 && !equalsAny(port, certificates) {
		r.add("certificate-missing", none, "none is at port "+portName(port))
	}
}

// isClassic tells by its line, in lower case, whether a pool's mode is Classic: in appcmd list apppools,
// APPPOOL "name" (MgdVersion:v4.0,MgdMode:Classic,state:Started), with /config managedPipelineMode="Classic", and
// of Get-IISAppPool ManagedPipelineMode : Classic. The name says nothing, and the pools that come with IIS are not
// the WebAPI's.
func isClassic(line string) bool {
	_, mode, found := strings.Cut(line, "mgdmode:")
	if !found {
		_, mode, found = strings.Cut(line, "managedpipelinemode")
	}
	ownOfIIS := strings.HasPrefix(line, `apppool ".net v`) && strings.Contains(line, ` classic" (`)
	return found && !ownOfIIS && strings.HasPrefix(strings.TrimLeft(mode, " =:\""), "classic")
}

// portName is a port for a message, if it is one.
func portName(port string) string {
	if strings.Trim(port, "0123456789") == "" && len(port) < 6 {
		return port
	}
	return "of the API address"
}

// bindings reports on the bindings of the site that answers at the API's port.
func (r *report) bindings(bindings []siteBinding, port, host string) {
	sites := map[string]bool{}
	for _, b := range bindings {
		if b.protocol == "https" && b.port == port {
			if sites[b.site] = true; b.host != "" && host != "" && !strings.EqualFold(b.host, host) {
				r.add("binding-host", none, "")
			}
		}
	}
	if len(sites) == 0 {
		r.add("https-port", none, "no site has https at port "+portName(port))
		return
	}
	if len(sites) > 1 {
		r.add("binding-shared", none, "")
	}
	for _, b := range bindings {
		if b.protocol == "http" && sites[b.site] {
			r.add("http-binding", none, "")
			return
		}
	}
	r.add("bindings-ok", none, "")
}

// parseBindings reads a line of appcmd list sites, SITE "name" (id:1,bindings:http/*:80:,https/*:4430:,state:Started),
// or of Get-WebBinding: https *:4430: 0.
func parseBindings(line string) []siteBinding {
	if strings.HasPrefix(line, "SITE ") {
		name, rest, _ := strings.Cut(line, `" (`)
		_, rest, _ = strings.Cut(rest, "bindings:")
		if end := strings.LastIndex(rest, ",state:"); end >= 0 {
			rest = rest[:end]
		}
		var found []siteBinding
		for _, one := range strings.Split(rest, ",") {
			if protocol, information, ok := strings.Cut(one, "/"); ok {
				found = append(found, newBinding(name, protocol, information))
			}
		}
		return found
	}
	fields := strings.Fields(line)
	if len(fields) >= 2 && (fields[0] == "http" || fields[0] == "https") && strings.Count(fields[1], ":") >= 2 {
		return []siteBinding{newBinding("", fields[0], fields[1])}
	}
	return nil
}

// newBinding reads an address, a port and a host name with colons between them; an IPv6 address has colons of its own.
func newBinding(site, protocol, information string) siteBinding {
	b := siteBinding{site: site, protocol: strings.ToLower(protocol)}
	if i := strings.LastIndexByte(information, ':'); i >= 0 {
		b.host, information = information[i+1:], information[:i]
	}
	b.port = information[strings.LastIndexByte(information, ':')+1:]
	return b
}

// parseCertificate reads the port of a line of netsh http show sslcert: IP:port : 0.0.0.0:4430.
func parseCertificate(line string) (port string, ok bool) {
	label, value, found := strings.Cut(line, " : ")
	label = strings.ToLower(strings.TrimSpace(label))
	if !found || !strings.HasSuffix(label, ":port") && !strings.HasSuffix(label, ":poort") {
		return "", false
	}
	value = strings.TrimSpace(value)
	return value[strings.LastIndexByte(value, ':')+1:], true
}
