package diagnose

import (
	"strings"

	"netvisormac/internal/letters"
	"netvisormac/mac"
)

// keyDigits are as many hex digits in a row as no id has: a GUID's longest group has 12.
const keyDigits = 24

// mixedUp finds keys in the fields for other values, and ids in the fields for keys.
func mixedUp(s *situation) (f finding) {
	for i := range fields {
		info := &fields[i]
		value := *info.Of(&s.Request, &s.keys)
		switch {
		case info.Secret:
			if isGUIDWithNumber(strings.TrimSpace(value)) || value != "" && !isOddOrganisationID(strings.TrimSpace(value)) {
				f.add(info, Sentences.Text("detail.id-form"))
			}
		case s.holdsKey(value):
			f.add(info, Sentences.Text("detail.key"))
		case info.Field != mac.FieldMAC && !(info.Field == mac.FieldTransactionID && isBareGUID(value)) && hasHexRun(value):
			f.add(info, Sentences.Text("detail.key-form"))
		}
	}
	return f
}

// holdsKey tells whether one of the keys stands in a value, in whatever case.
func (s *situation) holdsKey(value string) bool {
	value = strings.ToLower(value)
	for _, key := range []string{s.keys.Customer, s.keys.Partner} {
		if key = strings.TrimSpace(strings.ToLower(key)); len(key) >= 8 && strings.Contains(value, key) {
			return true
		}
	}
	return false
}

func hasHexRun(value string) bool {
	run := 0
	for i := range len(value) {
		if run++; !letters.IsHex(value[i : i+1]) {
			run = 0
		}
		if run == keyDigits {
			return true
		}
	}
	return false
}

// isGUIDWithNumber tells a GUID with or without an underscore and a number behind it, as Netvisor's ids are.
func isGUIDWithNumber(value string) bool {
	guid, number, _ := strings.Cut(value, "_")
	return guid != "" && !isNoGUID(guid) && letters.IsDigits(number)
}

// isBareGUID tells a random GUID without its hyphens: by RFC 9562 two of its digits say what it is.
func isBareGUID(value string) bool {
	return len(value) == 32 && letters.IsHex(value) && value[12] == '4' && strings.IndexByte("89abAB", value[16]) >= 0
}
