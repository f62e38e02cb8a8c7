package paste

import "strings"

// commands are the programs that send a request from a command line.
var commands = []string{"curl", "curl.exe", "wget", "http", "https", "xh", "xhs", "hey", "ab", "curlie", "oha", "httpie", "lwp-request"}

// commandLine reads a command that begins in this line.
func (w *walk) commandLine(i, end int, line string) int {
	at, d := w.commandIn(line, i)
	if d == nil {
		return i
	}
	if strings.HasPrefix(strings.TrimSpace(line), "#") && w.commentedOut() {
		w.note("comment", w.v.at(i))
		return end + 1
	}
	if next := w.command(i+at, d); next > i+at {
		return next
	}
	return i
}

// commentedOut tells a comment from the prompt of root.
func (w *walk) commentedOut() bool {
	return w.language != nil || strings.Contains(w.v.text, "\ncurl ") || strings.HasPrefix(w.v.text, "curl ")
}

// hasCurl says whether the text has curl or wget anywhere.
func (w *walk) hasCurl() bool {
	if w.curl == 0 {
		w.curl = 1
		if strings.Contains(w.v.text, "curl") || strings.Contains(w.v.text, "wget ") {
			w.curl = 2
		}
	}
	return w.curl == 2
}

// commandIn returns where in a line a command begins, and the shell that it is
// written for.
func (w *walk) commandIn(line string, i int) (int, *dialect) {
	at := commandAt(line, w.hasCurl())
	if at < 0 {
		return 0, nil
	}
	_, rest, _ := strings.Cut(line[at:], " ")
	if !strings.ContainsAny(rest, "-:\"'^`\\“‘$<%") && !strings.Contains(rest, ".nv") {
		return 0, nil
	}
	return at, w.shellOf(line[:at], line[at:])
}

// commandAt returns where the name of a command stands, or -1: at the beginning
// of a line, behind a prompt, or curl and wget behind whatever a shell may have there, unless the text has neither.
func commandAt(line string, curl bool) int {
	start := 0
	for start < len(line) && has(" \t$>#%+", line[start]) {
		start++
	}
	if n := strings.IndexByte(line[start:], ' '); n > 1 && n < 12 && oneOf(line[start:start+n], commands...) {
		return start
	}
	if !curl {
		return -1
	}
	for _, name := range []string{"curl", "wget "} {
		at := strings.Index(line, name)
		if at < 0 || !startsCommand(line[:at]) {
			continue
		}
		if rest := line[at+len("curl"):]; strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ".exe ") {
			return at
		}
	}
	return -1
}

// startsCommand says whether a command may stand behind what is before it.
func startsCommand(before string) bool {
	trimmed := strings.TrimRight(before, " \t")
	if trimmed == "" || trimmed != before && (strings.HasSuffix(trimmed, "sudo") || strings.HasSuffix(trimmed, "time") || strings.HasSuffix(trimmed, "RUN") || strings.HasSuffix(trimmed, "exec") || strings.HasSuffix(trimmed, "then") || strings.HasSuffix(trimmed, "do")) {
		return true
	}
	return has("$>#%|;(&`=+", trimmed[len(trimmed)-1])
}

// shellOf tells the shells apart: by the prompt, and by how lines go on.
func (w *walk) shellOf(prompt, line string) *dialect {
	ends := strings.TrimRight(line, "\r ")
	switch {
	case strings.Contains(line, `^"`), strings.HasSuffix(ends, "^"), strings.Contains(prompt, `:\`) && !strings.HasPrefix(strings.TrimSpace(prompt), "PS"):
		return cmd
	case strings.Contains(line, "^&") && !strings.Contains(line, "'"):
		return cmd
	case strings.HasSuffix(ends, "`"), strings.HasPrefix(strings.TrimSpace(prompt), "PS"), strings.HasPrefix(line, "curl.exe"):
		return powershell
	case strings.ContainsAny(line, `%"`) && !strings.Contains(line, "'") && w.isBatch():
		return cmd
	}
	return bash
}

// isBatch says whether the text is a batch file of Windows.
func (w *walk) isBatch() bool {
	if w.batch == 0 {
		w.batch = 1
		head := asciiLower(w.v.text[:min(len(w.v.text), 1<<16)])
		shell := strings.HasPrefix(head, "#!") || strings.Contains(head, "\nset -")
		if !shell && (strings.Contains(head, "@echo off") || strings.Contains(head, "setlocal") || strings.HasPrefix(head, "set ") || strings.Contains(head, "\nset ") || strings.HasPrefix(head, "rem ") || strings.Contains(head, `""`) && !strings.ContainsAny(head, "'$\\")) {
			w.batch = 2
			w.delayed = strings.Contains(head, "enabledelayedexpansion")
			for rest := head; ; {
				_, after, found := strings.Cut(rest, "for %%")
				if !found || after == "" {
					break
				}
				w.counters += after[:1]
				rest = after
			}
		}
	}
	return w.batch == 2
}

// command reads the command line that begins at byte i, and returns where it
// ends; i if it sends nothing to Netvisor.
func (w *walk) command(i int, d *dialect) int {
	stop := w.nextCommand(i)
	if d == cmd {
		stop = i + endOfCmd(w.v.text[i:stop])
	}
	v := w.v.sub(i, stop)
	plain := v
	if d == cmd {
		plain = w.unpercent(w.unpercent(uncaret(v), '%'), '!')
	}
	s := shell{dialect: d, v: plain, failed: map[string]int{}, arrays: w.arrays}
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
	w.arguments(s.words, v.at(0))
	if rest := v.text[min(len(v.text), s.consumed(v)):]; !strings.HasPrefix(rest, "<<") {
		w.mark(ends)
	}
	if s.ampersand {
		w.note("ampersand", v.at(0))
	}
	if s.repaired {
		w.note("repaired", v.at(0))
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
		for _, p := range word.parts {
			if indexFold(p.text, 0) >= 0 || strings.Contains(p.text, ".nv") || strings.Contains(p.text, "://") {
				return true
			}
		}
	}
	return false
}
