package multivers

import (
	"strconv"
	"strings"
)

// apiAddress is the API address in its parts, as they stand.
type apiAddress struct {
	scheme, user, host, port, path, rest string // rest is query and fragment
}

func splitAddress(address string) apiAddress {
	var a apiAddress
	if i := strings.Index(address, "://"); i >= 0 {
		a.scheme, address = strings.ToLower(address[:i]), address[i+3:]
	}
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address, a.rest = address[:i], address[i:]
	}
	if i := strings.IndexByte(address, '/'); i >= 0 {
		address, a.path = address[:i], address[i:]
	}
	if i := strings.LastIndexByte(address, '@'); i >= 0 {
		a.user, address = address[:i], address[i+1:]
	}
	a.host = address
	if i := strings.LastIndexByte(address, ':'); i > strings.LastIndexByte(address, ']') {
		a.host, a.port = address[:i], address[i+1:]
	}
	a.host = strings.ToLower(strings.Trim(a.host, "[]"))
	return a
}

// address reports on the API address, as https://host:4430/API/.
func (r *report) address(address string) {
	before := len(r.found)
	for _, c := range address {
		if c <= ' ' || c >= 0x7F || quoteOf(c) != 0 || c == '\\' {
			r.add("url-characters", none, show(c))
			return
		}
	}
	a := splitAddress(address)
	if a.scheme != "https" {
		r.add("url-scheme", none)
	}
	if a.user != "" {
		r.add("url-user", none)
	}
	if a.rest != "" {
		r.add("url-query", none)
	}
	r.host(a.host)
	if port, err := strconv.Atoi(a.port); a.port == "" {
		r.add("url-no-port", none)
	} else if err != nil || port < 1 || port > 65535 {
		r.add("url-port", none)
	} else if port != 4430 {
		r.add("url-other-port", none)
	}
	switch lower := strings.ToLower(a.path); lower {
	case "/api/":
	case "/api":
		r.add("url-slash", none)
	default:
		r.add("url-path", none)
	}
	if len(r.found) == before {
		r.add("url-ok", none)
	}
}

func (r *report) host(host string) {
	switch {
	case host == "":
		r.add("url-host", none)
	case strings.Contains(host, "ipadresklant") || strings.Contains(host, "example"):
		r.add("url-placeholder", none)
	case isPrivate(host):
		r.add("url-private", none)
	}
}

// isPrivate tells whether a host cannot be reached from the internet: a name without a dot, a local
// name, or an address of RFC 1918, 6598, 3927, 4193, 4291.
func isPrivate(host string) bool {
	if strings.Contains(host, ":") {
		first, _, _ := strings.Cut(host, ":")
		n, err := strconv.ParseUint(first, 16, 16)
		return host == "::1" || host == "::" || err == nil && (n&0xFE00 == 0xFC00 || n&0xFFC0 == 0xFE80)
	}
	if a, b, ok := firstTwo(host); ok {
		return a == 0 || a == 10 || a == 127 || a == 172 && b&0xF0 == 16 || a == 192 && b == 168 ||
			a == 169 && b == 254 || a == 100 && b&0xC0 == 64
	}
	if !strings.Contains(strings.TrimSuffix(host, "."), ".") {
		return true
	}
	for _, end := range []string{".local", ".lan", ".intern", ".internal", ".localhost", ".home.arpa"} {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return false
}

// firstTwo returns the first two numbers of an IPv4 address.
func firstTwo(host string) (a, b int, ok bool) {
	parts := strings.Split(host, ".")
	if len(parts) != 4 {
		return 0, 0, false
	}
	var numbers [4]int
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 8)
		if err != nil {
			return 0, 0, false
		}
		numbers[i] = int(n)
	}
	return numbers[0], numbers[1], true
}
