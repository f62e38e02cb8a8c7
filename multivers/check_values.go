package multivers

import (
	"strconv"
	"strings"

	"netvisormac/internal/said"
)

// values reports on what is known besides the file.
func (r *report) values(o Options) {
	if o.URL != "" {
		r.address(o.URL)
	}
	if o.RefreshToken != "" {
		r.refreshToken(o.RefreshToken, o.Token)
	}
	r.version("multivers-version", o.Multivers, "10.8.1")
	r.version("webapi-version", o.WebAPI, "2.2.1.1")
	if o.Output != "" {
		r.output(o)
	}
	for _, told := range []struct {
		id   string
		true bool
	}{
		{"no-refresh-token", o.NoRefreshToken && o.RefreshToken == ""},
		{"proxy", o.Proxy},
		{"other-applications", o.OtherApplications},
	} {
		if told.true {
			r.add(told.id, none)
		}
	}
}

// equal compares the token of web.config with the one entered in Zenvoices, and shows neither.
func (r *report) equal(file, entered string, at int) {
	if entered == "" {
		return
	}
	if file == entered {
		r.add("token-equal", at)
		return
	}
	var details []said.Text
	a, b := []rune(file), []rune(entered)
	switch {
	case strings.TrimSpace(file) == strings.TrimSpace(entered):
		details = append(details, Sentences.Text("token.spaces-differ"))
	case strings.EqualFold(file, entered):
		details = append(details, Sentences.Text("token.capital-differs", "position", firstDifference(a, b)))
	default:
		details = append(details, Sentences.Text("token.differs", "position", firstDifference(a, b)))
	}
	if len(a) != len(b) {
		details = append(details, Sentences.Text("token.lengths", "file", len(a), "entered", len(b)))
	}
	r.add("token-differs", at, details...)
}

func firstDifference(a, b []rune) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return i + 1
}

// refreshToken reports on the shape of a refresh token: four characters, an exclamation mark, and
// base64url without padding, as the WebAPI's OAuth library (DotNetOpenAuth) writes it.
func (r *report) refreshToken(token, secret string) {
	before := len(r.found)
	if token == secret {
		r.add("refresh-is-secret", none)
		return
	}
	if strange := strangeIn(token); !strange.IsEmpty() {
		r.add("refresh-characters", none, strange)
	}
	token = strings.Map(func(c rune) rune {
		if c <= ' ' || isWideSpace(c) || isInvisible(c) || quoteOf(c) != 0 {
			return -1
		}
		return c
	}, token)
	lower := strings.ToLower(token)
	for _, other := range []string{"eyj", "http", "code=", "access_token", "bearer"} {
		if strings.HasPrefix(lower, other) {
			r.add("refresh-other", none)
			return
		}
	}
	handle, payload, found := strings.Cut(token, "!")
	switch {
	case !found || handle == "":
		r.add("refresh-shape", none, Sentences.Text("refresh.no-mark"))
	case len(handle) != 4:
		r.add("refresh-shape", none, Sentences.Text("refresh.before-mark", "count", len(handle)))
	case !isBase64URL(handle + payload):
		r.add("refresh-shape", none, Sentences.Text("refresh.characters"))
	case len(payload) < 40 || len(payload)%4 == 1:
		r.add("refresh-cut", none, Sentences.Text("refresh.after-mark", "count", len(payload)))
	case len(r.found) == before:
		r.add("refresh-ok", none)
	}
}

// strangeIn tells which spaces, quotation marks and invisible characters are in a refresh token.
func strangeIn(token string) said.Text {
	return strangeCharacters(strings.Map(func(c rune) rune {
		if c <= ' ' || isWideSpace(c) || isInvisible(c) || quoteOf(c) != 0 {
			return c
		}
		return 'a'
	}, token))
}

func isBase64URL(s string) bool {
	for _, c := range s {
		if !isTokenCharacter(c) && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// version compares a version with the least that the guide asks for, number by number: 10.10 is above 10.8.
func (r *report) version(id, version, least string) {
	if version == "" {
		return
	}
	numbers, ok := parseVersion(version)
	if !ok {
		r.add("version-unreadable", none, Sentences.Text("version.form", "least", least))
		return
	}
	minimum, _ := parseVersion(least)
	for i, want := range minimum {
		got := 0
		if i < len(numbers) {
			got = numbers[i]
		}
		if got != want {
			if got < want {
				r.add(id, none, Sentences.Text("version.least", "least", least))
			}
			return
		}
	}
}

func parseVersion(version string) ([]int, bool) {
	var numbers []int
	for _, part := range strings.Split(strings.TrimSpace(version), ".") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return nil, false
		}
		numbers = append(numbers, n)
	}
	return numbers, true
}
