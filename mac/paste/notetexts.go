package paste

import (
	"netvisormac/internal/said"
	"netvisormac/mac"
)

// NoteTexts has the English text of each note. {field} is the title of the
// note's field; what else has a gap is filled where the note is made.
var NoteTexts = map[string]string{
	// How a value was read.
	"unescaped":       "{field}: contained escape sequences, which were decoded.",
	"joined":          "{field}: put together from parts.",
	"variable":        "{field}: written as a variable, whose assignment in the text was followed.",
	"padding":         "{field}: the spaces around it were taken as layout.",
	"curly-quotes":    "{field}: in typographic quotes, which were read as straight ones.",
	"unwrapped":       "{field}: the brackets that a log puts around a value were removed.",
	"base64":          "{field}: the text was written in base64.",
	"data-in-address": "{field}: with -G, curl puts the data into the address; it was put there, encoded as curl encodes it.",
	"cut-lines":       "{field}: the log had cut the line; the pieces were joined.",
	"address-joined":  "{field}: put together from host and path, with https unless the text says otherwise.",

	"query-apart": "{field}: the query is separate from it in the text; it was added as {library} writes it.",
	"edge-space":  "{field}: begins or ends with white space in the text. HTTP does not send it, so it was left out; a MAC made with it is wrong.",

	// What is remarkable in a value. Nothing of it was changed.
	"space-kept":            "{field}: begins or ends with a space. It was kept, as the program may sign it; HTTP drops it from the header.",
	"mojibake":              "{field}: looks like UTF-8 that was read as ISO-8859-1 (Ã¶ for ö). It was kept; the log may show it wrong, or the header may have been sent like that. Check with both readings.",
	"replacement-character": "{field}: has a � in place of a character that could not be read. The right one is lost; paste the value from its source.",
	"invisible-character":   "{field}: has an invisible or unusual space character. It was kept.",
	"placeholder":           "{field}: has a placeholder that is not filled in. Paste what was really sent.",
	"masked":                "{field}: seems to be masked. Enter the real value before checking.",

	// Where the text says more than one thing, or less than one.
	"several-values":   "{field}: the text has different values. The one that stands in a header, and most often, was used.",
	"message-differs":  "{field}: the string to sign has another value than the request. The request's was used.",
	"echo-differs":     "{field}: the string that Netvisor shows has another value than the request.",
	"from-echo":        "The request was read from the string that Netvisor shows; the keys are not in it.",
	"variable-unknown": "{field}: written as a variable, and the text does not say what its value is. Paste the value, or the line that assigns it.",
	"computed":         "{field}: computed by the program. Paste what it gave.",
	"header-removed":   "{field}: the command has the header without a value, so curl does not send it.",
	"near-name":        "{field}: the name of the header is spelt differently from the documentation's. Netvisor does not find the value under this name.",
	"name-case":        "{field}: the name of the header differs from the documentation's in upper and lower case, which is harmless.",
	"disabled":         "A header that is disabled in the file was left out.",
	"repaired":         "The browser that copied the command wrote it wrong, so that a shell would send something else. It was read as it was meant.",
	"comment":          "A header in a comment was left out.",
	"ampersand":        "An & outside quotes ends the command: the shell cuts off the address there. Put the address in quotes.",

	"query-escaping":        "{field}: it is not known how the library encodes the query. Other readings are tried too; paste the address as it was sent.",
	"query-computed":        "{field}: a value of its query is computed by the program. Paste the address as it was sent.",
	"query-without-address": "{field}: the text has a query, but no address that it belongs to.",
	"base-path":             "{field}: its base has a path of its own, and libraries join such a base with a path in more than one way.",
	"host-missing":          "{field}: the text has only the path, and no host. Enter the address as it was sent.",
	"settings-differ":       "{field}: the settings in the text have another value than the request.",

	// What the code of a program looks like.
	"program":                 "The program sets these headers: {headers}. Their values are in variables, or are computed: paste what it sends.",
	"looks-md5":               "The program seems to make an MD5 hash. Netvisor takes HMACSHA256.",
	"looks-sha256":            "The program names HMACSHA256, but seems to make a plain SHA-256 hash.",
	"looks-no-separator":      "This line seems to join the values without & between them.",
	"looks-local-time":        "This line seems to take the local time. The timestamp must be in UTC.",
	"looks-path":              "This line seems to sign a path instead of the whole address.",
	"looks-unix-milliseconds": "On this line the Unix timestamp seems to be in milliseconds. It must be in whole seconds.",
	"looks-utf-8":             "This line seems to sign the text as UTF-8. HMACSHA256 takes ISO-8859-1.",
	"looks-keys-reversed":     "On this line the keys seem to be in the wrong order: the customer key comes first.",
	"looks-no-unix":           "The program does not seem to send TimestampUnix, which HMACSHA256 needs.",
	"looks-no-algorithm":      "The program does not seem to name the algorithm, which means MD5 to Netvisor.",
	"looks-params":            "The program passes the query separately from the address; check whether it signs the address with the query.",
	"unknown-header":          "The program sets a header that resembles Netvisor's but is none of them.",

	// About the text as a whole.
	"utf-16":           "The text was in UTF-16.",
	"iso-8859-1":       "The text is not UTF-8; it was read as ISO-8859-1.",
	"byte-order-mark":  "The text began with a byte-order mark, which was left out.",
	"json-cut-off":     "The JSON is cut off. What is there was read.",
	"too-long":         "The text is too long to be read as a whole. Its beginning was read; split it, or open it as a file.",
	"other-requests":   "Requests that do not go to Netvisor were left out.",
	"read-as":          "Read as {form}.",
	"missing":          "Not found: {fields}.",
	"nothing":          "No request to Netvisor was found in this text: no header, address, string to sign or answer. Paste the request as a curl command, HAR, log, code or header lines.",
	"empty":            "The text is empty.",
	"multivers-guide":  "This is the guide to linking Exact Multivers on-premise. It contains no request to Netvisor; the page for Multivers helps with it.",
	"multivers-config": "This looks like a web.config or an error of IIS. The page for Multivers reads it.",
	"no-requests":      "The file was read, but none of its requests goes to Netvisor.",
}

// doubtful are the notes of what can change the MAC and is not certain.
var doubtful = []string{
	"query-escaping", "query-computed", "query-without-address", "base-path", "computed", "variable-unknown", "placeholder", "masked",
	"several-values", "replacement-character", "mojibake", "space-kept", "repaired", "ampersand", "json-cut-off", "too-long", "host-missing",
}

// doubts says whether a note of a field is one of doubt. What is not signed is in none.
func doubts(id string, field mac.Field) bool {
	return field != mac.FieldPartnerID && oneOf(id, doubtful...)
}

// Kinds are the forms that are told apart: what Pasted.Kind may be, and what
// each is called: by its name, with a capital, or in words; empty where no note
// says it.
var Kinds = map[string]string{
	"curl": "a curl command for bash", "curl-cmd": "a curl command for cmd", "curl-powershell": "a curl command for PowerShell",
	"curl-verbose": "the log of curl -v", "curl-trace": "the log of curl --trace-ascii", "command": "a command line",
	"http": "an HTTP message", "http-file": "a .http file", "headers": "header lines", "two-lines": "names and values on lines of their own",
	"table": "a table", "logfmt": "a log in logfmt", "json": "JSON", "har": "a HAR file", "postman": "a Postman collection", "insomnia": "an Insomnia file", "bruno": "a Bruno file",
	"string-to-sign": "a string to sign", "answer": "", "text": "plain text",
	"php": "PHP", "python": "Python", "javascript": "JavaScript", "csharp": "C#", "java": "Java", "go": "Go", "ruby": "Ruby", "vb": "Visual Basic", "powershell": "PowerShell", "bash": "a bash script",
	"swift": "Swift", "objectivec": "Objective-C", "kotlin": "Kotlin", "rust": "Rust", "dart": "Dart", "r": "R", "perl": "Perl", "elixir": "Elixir", "clojure": "Clojure", "ocaml": "OCaml", "julia": "Julia", "crystal": "Crystal", "c": "C", "delphi": "Delphi", "abap": "ABAP", "lua": "Lua", "matlab": "MATLAB", "sql": "SQL", "cfml": "ColdFusion", "hcl": "Terraform",
	"yaml": "YAML", "xml": "XML", "csv": "CSV",
	"settings": "", "nothing": "", "empty": "", "no-requests": "", "multivers-guide": "", "multivers-config": "",
}

// IsWords says whether what a kind is called is words, which other languages
// have words of their own for.
func IsWords(kind string) bool {
	return kind != "" && (kind[0] == '.' || 'a' <= kind[0] && kind[0] <= 'z')
}

// called is what a form is called, as the argument of a note.
func called(form string) any {
	if !IsWords(Kinds[form]) {
		return Kinds[form]
	}
	return said.Fill("kind."+form, Kinds[form])
}
