package diagnose

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"netvisormac/internal/letters"
	"netvisormac/internal/said"
	"netvisormac/mac"
	"netvisormac/mac/internal/timestamp"
)

// oddMAC says how the MAC is not 64 hex digits, where no other check does.
func oddMAC(s *situation) finding {
	sum := s.MAC
	if sum == "" || len(sum) == 64 && letters.IsHex(sum) {
		return finding{}
	}
	for _, known := range []int{32, 40, 128} {
		if len(sum) == known && letters.IsHex(sum) {
			return finding{}
		}
	}
	if len(sum) == 44 && isBase64(sum) {
		return finding{}
	}
	detail := characters(sum)
	if !letters.IsHex(sum) {
		detail = Sentences.Text("detail.characters.not-hex", "count", utf8.RuneCountInString(sum))
	}
	return finding{[]mac.Field{mac.FieldMAC}, []said.Text{detail}}
}

// missing says which headers that every request needs are not there.
func missing(s *situation) finding {
	var f finding
	for i := range fields {
		info := &fields[i]
		needed := info.Field != mac.FieldAlgorithm && info.Field != mac.FieldMAC && !info.Secret &&
			(info.Field != mac.FieldTimestampUnix || s.Algorithm != mac.SHA256)
		if needed && *info.Of(&s.Request, &s.keys) == "" {
			f.fields = append(f.fields, info.Field)
		}
	}
	f.details = titles(f.fields)
	return f
}

// misread shows what each value would be if its bytes were read as UTF-8, and of a key how long it is.
func misread(s *situation) (f finding) {
	for i := range fields {
		info := &fields[i]
		switch value := *info.Of(&s.Request, &s.keys); {
		case misreadUTF8(value) == "":
		case info.Secret:
			f.add(info, characters(value))
		default:
			f.add(info, Sentences.Text("detail.value", "value", strconv.Quote(misreadUTF8(value))))
		}
	}
	return f
}

func outsideCharset(s *situation) finding {
	var f finding
	for i := range fields {
		if fields[i].Field == mac.FieldMAC || fields[i].Field == mac.FieldAlgorithm {
			continue // are not hashed
		}
		value := *fields[i].Of(&s.Request, &s.keys)
		if _, wrong := s.encoding.Append(nil, value); wrong != nil {
			f.add(&fields[i], wrong.Said())
		}
	}
	return f
}

// hostOf returns the host of an address without its port, in lower case.
func hostOf(url string) string {
	_, rest, found := strings.Cut(url, "://")
	if !found {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return strings.ToLower(rest)
}

func isOtherHost(url string) bool {
	host := hostOf(url)
	return url != "" && host != "isvapi.netvisor.fi" && host != "integration.netvisor.fi"
}

// rawURL shows the address as it can be sent, where it cannot be sent as it is.
func rawURL(s *situation) finding {
	escaped, err := mac.EncodeURL(s.URL)
	if err != nil || escaped == s.URL {
		return finding{}
	}
	return finding{[]mac.Field{mac.FieldURL}, []said.Text{Sentences.Text("detail.value", "value", escaped)}}
}

func disagree(s *situation) finding {
	stamp, ok := timestamp.Parse(s.Timestamp)
	unix, okUnix := timestamp.ParseUnix(s.TimestampUnix)
	ahead := stamp.Truncate(time.Second).Sub(unix)
	if !ok || !okUnix || ahead == 0 {
		return finding{}
	}
	id := "detail.disagree.later"
	if ahead < 0 {
		id = "detail.disagree.earlier"
	}
	details := []said.Text{Sentences.Text(id, "distance", said.LengthOf(ahead), "unix", timestamp.Format(unix)[:19])}
	if name := zone(ahead, unix); !name.IsEmpty() {
		details = append(details, Sentences.Text("detail.disagree.zone", "zone", name))
	}
	return finding{[]mac.Field{mac.FieldTimestamp, mac.FieldTimestampUnix}, details}
}

// farFromReceipt states a distance, and no bound of the server's: none is published.
func farFromReceipt(s *situation) finding {
	stamp, ok := timestamp.Parse(s.Timestamp)
	ahead := stamp.Sub(s.received)
	if !ok || s.received.IsZero() || ahead.Abs() < time.Minute {
		return finding{}
	}
	id := "detail.receipt.later"
	if ahead < 0 {
		id = "detail.receipt.earlier"
	}
	return finding{[]mac.Field{mac.FieldTimestamp}, []said.Text{Sentences.Text(id, "distance", said.LengthOf(ahead.Truncate(time.Second)))}}
}

func sameIDs(s *situation) finding {
	if s.CustomerID == "" || s.CustomerID != s.PartnerID {
		return finding{}
	}
	return finding{fields: []mac.Field{mac.FieldCustomerID, mac.FieldPartnerID}}
}

func sameKeys(s *situation) finding {
	if s.keys.Customer == "" || s.keys.Customer != s.keys.Partner {
		return finding{}
	}
	return finding{fields: []mac.Field{mac.FieldCustomerKey, mac.FieldPartnerKey}}
}

// keysThat finds keys with a wrong form; the detail tells their lengths alone.
func (s *situation) keysThat(wrong func(string) bool) (f finding) {
	for i := range fields {
		key := *fields[i].Of(&s.Request, &s.keys)
		if fields[i].Secret && wrong(key) {
			f.add(&fields[i], characters(key))
		}
	}
	return f
}

func characters(s string) said.Text {
	return Sentences.Text("detail.characters", "count", utf8.RuneCountInString(s))
}
