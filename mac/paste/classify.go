package paste

import (
	"strings"

	"netvisormac/mac"
)

// classify says of which part of an address a value is: its name says little,
// as a "url" may be a path and a "host" an address. Empty is none.
func classify(what identified, r *resolved) mac.Field {
	if r.missing != "" {
		if what.field[0] == ':' {
			return ""
		}
		return what.field
	}
	text := r.text
	if what.field.Info().Secret && isTemplate(text) || what.field == mac.FieldSender && what.rank == rankPlain && isMailbox(text) {
		return ""
	}
	absolute := strings.Contains(text, "://")
	switch what.field {
	case mac.FieldURL, partPath, partBase, partHost:
		if !absolute {
			return classifyPart(what, text)
		}
		if isBase(text) && (what.rank < rankHeader || what.field == partHost) {
			return partBase
		}
		if what.field == partPath && what.rank < rankHeader && !isAddress(text) {
			return ""
		}
		return mac.FieldURL
	case partOrigin:
		if isHost(text) && isBase(text) {
			return partBase
		}
		return ""
	case partScheme:
		if !among(strings.TrimSuffix(text, ":"), "http https") {
			return ""
		}
	case partQuery:
		if what.rank < rankHeader && !strings.Contains(text, "=") {
			return ""
		}
	}
	return what.field
}

// isTemplate says whether a text stands where a key is to be put: <your key>.
func isTemplate(s string) bool {
	return strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") || strings.Contains(asciiLower(s), "your")
}

// isMailbox says whether a text is who sent a mail: Maija <maija@example.com>.
func isMailbox(s string) bool { return strings.Contains(s, "@") && strings.Contains(s, "<") }

// classifyPart classifies what is no absolute address.
func classifyPart(what identified, text string) mac.Field {
	switch {
	case strings.HasPrefix(text, "{{"):
		if what.field == mac.FieldURL && !isResource(text) {
			return partBase
		}
		return what.field
	case isResource(text) && !strings.ContainsAny(text, " \t\n"):
		return partPath
	case what.rank == rankHeader && strings.HasPrefix(text, "/") && what.field != partHost:
		return partPath
	case what.field == partHost && text != "" && !strings.ContainsAny(text, " /@"):
		return partHost
	case what.field == partBase && strings.Contains(text, "netvisor") && !strings.ContainsAny(text, " @"):
		return partHost
	}
	return ""
}

// isBase says whether s is the address of a host, and of nothing on it.
func isBase(s string) bool {
	_, rest, found := strings.Cut(s, "://")
	host, path, _ := strings.Cut(rest, "/")
	return found && host != "" && !strings.ContainsAny(s, " \n") && (path == "" || !strings.Contains(path, ".") && !strings.Contains(path, "?") && !isHost(s))
}

// isPart says whether a text by itself is the base of an address, a host or a path of Netvisor's.
func isPart(s string) bool {
	if len(s) > 2000 || len(s) < 4 || strings.ContainsAny(s, " \t\n<>\"'") {
		return false
	}
	if i := strings.Index(s, "://"); i >= 0 {
		return isHost(s) && isBase(s)
	}
	return isResource(s) || isHost("https://"+s) && !strings.ContainsAny(s, "/@,")
}

// classifyBare classifies what isPart admits.
func classifyBare(s string) mac.Field {
	switch {
	case strings.Contains(s, "://"):
		return partBase
	case isResource(s):
		return partPath
	}
	return partHost
}
