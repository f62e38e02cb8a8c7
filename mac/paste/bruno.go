package paste

import (
	"strings"

	"netvisormac/mac"
)

// bruno reads a .bru file, which is made of blocks: name { lines }. Of its
// scripts nothing is read.
func (w *walk) bruno(i, end int, line string) int {
	name := blockName(line)
	if name == "" || !isBrunoBlock(name) || w.inMessage != "bruno" && !among(name, "meta headers get post put delete vars") && !strings.Contains(w.v.text[i:min(len(w.v.text), i+1<<16)], "\nheaders {") {
		return i
	}
	if w.inMessage != "bruno" && !strings.Contains(w.v.text[i:min(len(w.v.text), i+1<<16)], "\n}") {
		return i
	}
	defer w.as("bruno")()
	w.inMessage = "bruno"
	if name == "meta" {
		w.begin()
	}
	at := end + 1
	if strings.HasPrefix(name, "script") {
		if n := strings.Index(w.v.text[i:], "\n}"); n >= 0 {
			w.sets(w.v.sub(i, i+n))
		}
	}
	for at < len(w.v.text) {
		stop := len(w.v.text)
		if n := strings.IndexByte(w.v.text[at:], '\n'); n >= 0 {
			stop = at + n
		}
		v := w.v.sub(at, stop).trim("\r")
		at = stop + 1
		if v.text == "}" || v.text == "]" {
			break
		}
		w.brunoLine(name, v.trim(" \t"))
	}
	return min(at, len(w.v.text))
}

// blockName returns the name of the block that a line opens.
func blockName(line string) string {
	line = strings.TrimRight(line, " \r")
	name, ok := strings.CutSuffix(line, " {")
	if !ok {
		name, ok = strings.CutSuffix(line, " [")
	}
	if !ok || name == "" {
		return ""
	}
	for i := range len(name) {
		if !isWordByte(name[i]) && !has(":-", name[i]) {
			return ""
		}
	}
	return name
}

func isBrunoBlock(name string) bool {
	first, _, _ := strings.Cut(name, ":")
	return among(first, "meta get post put delete patch options head headers query params auth body vars script tests docs assert settings")
}

func (w *walk) brunoLine(block string, v view) {
	n := strings.IndexByte(v.text, ':')
	if n <= 0 || strings.HasPrefix(block, "script") || strings.HasPrefix(block, "body") || block == "tests" || block == "docs" || block == "assert" {
		return
	}
	name := strings.Trim(v.text[:n], " \"'")
	val := literal(v.sub(n+1, len(v.text)).trim(" \t"), 0)
	off := strings.HasPrefix(name, "~")
	switch {
	case off:
		if identify(name[1:]).field != "" {
			w.note("disabled", v.at(0))
		}
	case block == "headers":
		w.add(name, val, v.at(0))
	case block == "query" || block == "params:query":
		w.queryPair(name, val, v.at(0))
	case strings.HasPrefix(block, "vars"):
		w.variableOnly(name, val, v.at(0))
	case name == "url":
		w.addAs("", identified{field: mac.FieldURL, rank: rankHeader}, val, v.at(0))
	}
}
