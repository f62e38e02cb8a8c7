package paste

import (
	"strings"

	"netvisormac/mac"
)

// look is a pattern of code that public clients have got wrong. It says what a
// line looks like, never that it is so: only the MAC that was sent proves it.
type look struct {
	id       string   // of its note
	mistakes []string // ids of the table of mistakes
	any      []string // texts of which one is in the line
	with     []string // of these one must be in the line too, in lower case; empty for none
	without  []string // none of these is in the line
	program  []string // of these one is in the program
	never    []string // none of these is
}

var hmacCalls = []string{"hash_hmac", "hmac.new", "hmac.digest", "createHmac", "new HMACSHA256", "HMACSHA256.", "HmacSHA256", "OpenSSL::HMAC", "hmac.New", "-hmac", "-macopt", "HmacSHA", "HMAC<", "hmac_sha256", "HMACSHA256("}

// signing are words of lines that have to do with what is hashed.
var signing = []string{"mac", "sign", "hash", "message", "string", "param", "join", "implode", "&"}

var looks = []look{
	{id: "looks-md5", mistakes: []string{"legacy-md5"}, any: []string{"md5(", "hashlib.md5", "MD5.Create", "createHash('md5')", `createHash("md5")`, "Digest::MD5", `getInstance("MD5")`, "md5.Sum", "MD5CryptoServiceProvider"}},
	{id: "looks-sha256", mistakes: []string{"plain-sha256", "legacy-sha256"}, program: []string{"HMACSHA256"}, never: hmacCalls,
		any: []string{"hash('sha256'", `hash("sha256"`, "hashlib.sha256", "createHash('sha256')", `createHash("sha256")`, "SHA256.Create", "SHA256.HashData", "SHA256Managed", `getInstance("SHA-256")`, "Digest::SHA256", "sha256.Sum256", "sha256sum", "openssl dgst -sha256"}},
	{id: "looks-no-separator", mistakes: []string{"no-separator"}, any: []string{`implode("",`, "implode('',", `implode("", `, `"".join(`, "''.join(", `.join("")`, ".join('')", "String.Concat(", "string.Concat("}, without: []string{"toString(16)", "hex", "padStart", "chr(", "'%02x'", "map(b"}},
	{id: "looks-local-time", mistakes: []string{"timestamp-offset"}, any: []string{"datetime.now()", "datetime.today()", "DateTime.Now", "date('Y-m-d", `date("Y-m-d`, "LocalDateTime.now()", ".getHours()", "moment().format", "Get-Date -Format", "dayjs().format", "Time.now.strftime", "time.Now().Format"},
		without: []string{"gmdate", "UTC", "utc", "timezone", "gmtime"}, never: []string{"date_default_timezone_set('UTC')", `date_default_timezone_set("UTC")`}},
	{id: "looks-path", mistakes: []string{"url-path-only", "url-resource-only"}, any: []string{"PHP_URL_PATH", ".pathname", ".AbsolutePath", ".PathAndQuery", ".getPath()", "uri.path", "urlparse(url).path", "request.path", "req.URL.Path", "uri.request_uri"}, with: signing},
	{id: "looks-unix-milliseconds", mistakes: []string{"timestamp-unix-milliseconds"}, any: []string{"Date.now()", "currentTimeMillis()", "ToUnixTimeMilliseconds", ".getTime()", "time.time() * 1000", "time.time()*1000", "UnixMilli()", "to_f * 1000", "microtime(true) * 1000"}, with: []string{"unix"}, without: []string{"/ 1000", "/1000"}},
	{id: "looks-utf-8", mistakes: []string{"utf-8"}, any: []string{"encode('utf-8')", `encode("utf-8")`, "encode('utf8')", `encode("utf8")`, ".encode()", "Encoding.UTF8.GetBytes", "StandardCharsets.UTF_8", "'utf8'", `"utf8"`, "utf8_encode(", "new TextEncoder", "'utf-8'"}, with: []string{"mac", "sign", "hash", "message", "key", "secret", "getbytes"}},
	{id: "looks-keys-reversed", mistakes: []string{"hmac-key-reversed", "keys-swapped-in-message"}, any: []string{"&"}, with: []string{"key", "secret"}},
}

// mostCode is how much of the programs in a text is looked at.
const mostCode = 1 << 18

// looksLike notes what the programs in the text look like.
func (n *noter) looksLike(r *reader) {
	if len(r.programs) == 0 || !r.setsHeaders() {
		return
	}
	left := mostCode
	seen := map[string]bool{}
	for _, s := range r.programs {
		end := min(s.end, s.start+left, len(r.input))
		if s.start >= end {
			continue
		}
		text := r.input[s.start:end]
		left -= len(text)
		for i := range looks {
			if l := &looks[i]; !seen[l.id] {
				if at, ok := l.find(text); ok {
					seen[l.id] = true
					n.look(l.id, l.mistakes, s.start+at)
				}
			}
		}
	}
	n.headersOf(r)
	n.unknownHeaders(r)
}

// unknownHeaders notes the first name in a program that is like a header of Netvisor's and is none.
func (n *noter) unknownHeaders(r *reader) {
	for _, s := range r.programs {
		text := r.input[s.start:min(s.end, s.start+mostCode, len(r.input))]
		for i := indexFold(text, 0); i >= 0; {
			start, end := i, i+len("netvisor")
			for start > 0 && isNameByte(text[start-1]) {
				start--
			}
			for end < len(text) && isNameByte(text[end]) {
				end++
			}
			if name := asciiLower(text[start:end]); strings.HasPrefix(name, "x-netvisor-") && !strings.HasSuffix(name, "-") && identify(name).field == "" && start > 0 && has("\"'`", text[start-1]) {
				n.add("unknown-header", "", s.start+start)
				return
			}
			i = indexFold(text, end)
		}
	}
}

// look adds a note about a line of a program.
func (n *noter) look(id string, mistakes []string, at int) {
	before := len(n.pasted.Notes)
	n.add(id, "", at)
	if len(n.pasted.Notes) > before {
		n.pasted.Notes[before].Mistakes = mistakes
	}
}

// find returns where the line is that looks so.
func (l *look) find(text string) (int, bool) {
	if len(l.program) > 0 && !containsAny(text, l.program) || containsAny(text, l.never) {
		return 0, false
	}
	at := 0
	for line := range strings.Lines(text) {
		if l.line(line) {
			return at, true
		}
		at += len(line)
	}
	return 0, false
}

func (l *look) line(line string) bool {
	if len(line) > 4000 || !containsAny(line, l.any) || containsAny(line, l.without) || isCommentLine(line) {
		return false
	}
	lower := asciiLower(line)
	if len(l.with) > 0 && !containsAny(lower, l.with) {
		return false
	}
	return l.id != "looks-keys-reversed" || keysReversed(lower)
}

func isCommentLine(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return strings.HasPrefix(line, "//") || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "*")
}

func containsAny(text string, list []string) bool {
	for _, s := range list {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// keysReversed says whether a line, in lower case, has the partner's key before the customer's, and an & between.
func keysReversed(line string) bool {
	line = strings.ReplaceAll(strings.ReplaceAll(line, "_", ""), "-", "")
	partner, customer := -1, -1
	for _, name := range []string{"partnerkey", "partnersecret", "partnerprivatekey"} {
		if i := strings.Index(line, name); i >= 0 {
			partner = i
		}
	}
	for _, name := range []string{"customerkey", "userkey", "customersecret", "usersecret", "customerprivatekey"} {
		if i := strings.Index(line, name); i >= 0 && (customer < 0 || i < customer) {
			customer = i
		}
	}
	return partner >= 0 && customer > partner && strings.Contains(line[partner:customer], "&")
}

// setsHeaders says whether a program in the text sets one of Netvisor's headers.
func (r *reader) setsHeaders() bool {
	for i := range r.facts.count {
		if f := r.facts.at(i); f.what.rank == rankHeader && f.what.field.Info().Header != "" && isLanguage(f.form) {
			return true
		}
	}
	return false
}

func isLanguage(form string) bool {
	if form == anyLanguage.id {
		return true
	}
	for _, d := range dialects {
		if d.id == form {
			return true
		}
	}
	return false
}

// headersOf tells what a program lacks: the header of the Unix timestamp, and the query in what it signs.
func (n *noter) headersOf(r *reader) {
	set := map[mac.Field]bool{}
	algorithm, pair, first := "", -1, -1
	for i := range r.facts.count {
		f := r.facts.at(i)
		if f.kind == isPair && isLanguage(f.form) && pair < 0 {
			pair = f.at
		}
		if f.kind != isValue || f.what.rank != rankHeader || !isLanguage(f.form) || f.what.field.Info().Header == "" {
			continue
		}
		if first < 0 {
			first = f.at
		}
		set[f.what.field] = true
		if text, plain := f.value.text(); plain && f.what.field == mac.FieldAlgorithm {
			algorithm = text
		}
	}
	if len(set) >= 4 && !set[mac.FieldTimestampUnix] && algorithm == string(mac.HMACSHA256) {
		n.look("looks-no-unix", []string{"missing-timestamp-unix"}, first)
	}
	if len(set) >= 4 && !set[mac.FieldAlgorithm] {
		n.look("looks-no-algorithm", []string{"legacy-md5"}, first)
	}
	if pair >= 0 && containsAny(r.input, append([]string{"hashlib", "createHash", "hash(", "SHA256"}, hmacCalls...)) {
		n.look("looks-params", []string{"url-without-query"}, pair)
	}
}
