package paste

import "strings"

// commands are the programs that send a request from a command line.
var commands = []string{"curl ", "curl.exe ", "wget ", "http ", "https ", "xh "}

// commandIn returns where in a line a command begins, and the shell that it is
// written for.
func commandIn(line, text string, i int) (int, *dialect) {
	for _, name := range commands {
		at := strings.Index(line, name)
		if at < 0 || at > 0 && !startsCommand(line[:at]) {
			continue
		}
		rest := line[at+len(name):]
		if !strings.ContainsAny(rest, "-:\"'^`\\") && !strings.Contains(rest, ".nv") {
			continue
		}
		return at, shellOf(line[:at], line[at:], text[i+at:])
	}
	return 0, nil
}

// startsCommand says whether a command may stand behind what is before it.
func startsCommand(before string) bool {
	trimmed := strings.TrimRight(before, " \t")
	if trimmed == "" || trimmed != before && (strings.HasSuffix(trimmed, "sudo") || strings.HasSuffix(trimmed, "time")) {
		return true
	}
	return has("$>#%|;(&`", trimmed[len(trimmed)-1])
}

// shellOf tells the shells apart: by the prompt, and by how lines go on.
func shellOf(prompt, line, text string) *dialect {
	ends := strings.TrimRight(line, "\r ")
	switch {
	case strings.Contains(line, `^"`), strings.HasSuffix(ends, "^"), strings.Contains(prompt, `:\`) && !strings.HasPrefix(strings.TrimSpace(prompt), "PS"):
		return cmd
	case strings.HasSuffix(ends, "`"), strings.HasPrefix(strings.TrimSpace(prompt), "PS"), strings.HasPrefix(line, "curl.exe"):
		return powershell
	}
	return bash
}

// command reads the command line that begins at byte i, and returns where it
// ends; i if it sends nothing to Netvisor.
func (w *walk) command(i int, d *dialect) int {
	stop := w.nextCommand(i)
	if d == cmd {
		stop = i + endOfCmd(w.v.text[i:stop])
	}
	v := w.v.sub(i, stop)
	uncareted := v
	if d == cmd {
		uncareted = uncaret(v)
	}
	s := shell{dialect: d, v: uncareted, failed: map[string]int{}}
	s.split()
	if len(s.words) == 0 || !s.sends() {
		return i
	}
	form := "curl"
	if d != bash {
		form += "-" + d.id
	}
	if name, _ := s.words[0].text(); !strings.HasPrefix(name, "curl") {
		form = "command"
	}
	defer w.as(form)()
	w.section(true)
	w.arguments(s.words, v.at(0))
	if s.ampersand {
		w.note("ampersand", v.at(0))
	}
	return i + max(1, s.consumed(v))
}

// nextCommand returns where the next line begins that is a command, so that a
// quote that is missing does not swallow it. Each byte is looked at once.
func (w *walk) nextCommand(i int) int {
	if w.next <= i {
		w.next = len(w.v.text)
		if n := strings.Index(w.v.text[i:], "\ncurl"); n >= 0 {
			w.next = i + n + 1
		}
	}
	return w.next
}

// sends says whether the words have an address or a header of Netvisor's.
func (s *shell) sends() bool {
	for _, word := range s.words[min(1, len(s.words)):] {
		text := asciiLower(word.prefix())
		if strings.Contains(text, "netvisor") || strings.Contains(text, ".nv") || strings.Contains(text, "://") {
			return true
		}
	}
	return false
}

// withOther are the options whose value may look like an address or a header
// and is none.
var withOther = []string{"-x", "--proxy", "-e", "--referer", "-o", "--output", "-A", "--user-agent", "-b", "--cookie",
	"-u", "--user", "-F", "--form", "--body-data", "--body-file"}

// dataOptions are the options whose value is the body, or with -G the query.
var dataOptions = []string{"-d", "--data", "--data-raw", "--data-ascii", "--data-binary", "--data-urlencode"}

// arguments reads the words behind the name of the command.
func (w *walk) arguments(words []value, at int) {
	var address value
	var query []value
	get := false
	for i := 1; i < len(words); i++ {
		text := words[i].prefix()
		switch {
		case oneOf(text, withOther...):
			i++
		case oneOf(text, dataOptions...):
			if i++; i < len(words) {
				query = append(query, words[i])
				if text == "--data-urlencode" {
					query[len(query)-1] = urlencode(words[i])
				}
			}
		case text == "-G" || text == "--get":
			get = true
		case w.argument(words[i], at):
		case w.addressOf(words[i], &address):
		}
	}
	if get {
		for n, q := range query {
			joint := "&"
			if s := address.prefix(); n == 0 && !strings.Contains(s, "?") {
				joint = "?"
			}
			first := q.parts[0].view
			address = address.join(literal(remade(joint, mark{0, first.at(0)}), 0)).join(q)
			address.how |= percentData
		}
	}
	if len(address.parts) > 0 {
		w.addAs("", identified{field: "url", rank: rankHeader}, address, address.parts[0].at(0))
	}
}

// argument reads a word that is a header, or has one behind an option.
func (w *walk) argument(word value, at int) bool {
	text := word.prefix()
	for _, option := range []string{"--header=", "-H"} {
		if strings.HasPrefix(text, option) && len(text) > len(option) {
			word, text = word.after(len(option)), text[len(option):]
		}
	}
	if strings.HasPrefix(text, "-") || text == "" {
		return false
	}
	if name, ok := strings.CutSuffix(text, ":"); ok && len(word.parts) == 1 && identify(name).rank == rankHeader {
		w.noteOf("header-removed", identify(name).field, word.parts[0].at(0))
		return true
	}
	return w.headerLine(word, text, word.parts[0].at(0))
}

// addressOf takes a word as the address to send to.
func (w *walk) addressOf(word value, address *value) bool {
	text := word.prefix()
	if option, ok := strings.CutPrefix(text, "--url="); ok {
		word, text = word.after(len("--url=")), option
	}
	isRef := len(word.parts) > 0 && word.parts[0].ref != ""
	if strings.HasPrefix(text, "-") || !isRef && !strings.Contains(text, "://") && !strings.Contains(text, ".nv") {
		return false
	}
	if len(address.parts) == 0 {
		*address = word
	}
	return true
}

// urlencode does what curl does to the value of --data-urlencode: bytes other
// than letters, digits and -._~ become escapes of their UTF-8.
func urlencode(word value) value {
	text, plain := word.text()
	if !plain || len(word.parts) == 0 {
		return word
	}
	start := strings.IndexByte(text, '=') + 1
	out := []byte(text[:start])
	for _, c := range []byte(text[start:]) {
		if isWordByte(c) || has("-._~", c) {
			out = append(out, c)
		} else {
			out = append(out, '%', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		}
	}
	return literal(remade(string(out), mark{0, word.parts[0].at(0)}), percentData)
}
