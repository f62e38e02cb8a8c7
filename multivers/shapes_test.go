package multivers

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// shaped is a web.config in a shape that real ones have, and what it has to become.
type shaped struct {
	given, wanted []byte
	lines         int // of the two that are put in: a section that stands elsewhere gets none
	encoding      string
}

// shaper writes a web.config twice at once: as it is, and as it will be.
type shaper struct {
	*rand.Rand
	given, wanted       strings.Builder
	newline, step, mark string // mark is the quotation mark
	lines               int
	depth               int
}

func (s *shaper) often(percent int) bool { return s.IntN(100) < percent }

func (s *shaper) one(of ...string) string { return of[s.IntN(len(of))] }

func (s *shaper) both(text string) {
	s.given.WriteString(text)
	s.wanted.WriteString(text)
}

// begin is the beginning of a line, so much deeper than the one around it.
func (s *shaper) begin(deeper int) string {
	return s.newline + strings.Repeat(s.step, s.depth+deeper)
}

// line writes a line, in the file's quotation marks.
func (s *shaper) line(format string, values ...any) {
	text := fmt.Sprintf(format, values...)
	if s.often(4) {
		text = strings.ReplaceAll(text, " />", "/>")
	}
	s.both(s.begin(0) + strings.ReplaceAll(text, `"`, s.mark))
}

// in writes an element with what is in it.
func (s *shaper) in(tag string, inner func()) {
	s.line("<%s>", tag)
	s.depth++
	inner()
	s.depth--
	name, _, _ := strings.Cut(tag, " ")
	s.line("</%s>", name)
}

// add writes a line that only the file as it will be has.
func (s *shaper) add(line string) {
	s.lines++
	s.wanted.WriteString(s.begin(0) + line)
}

// holder writes a section that gets a line at its end: with others in it, empty, or closed in its own tag.
func (s *shaper) holder(tag, line string, inner func()) {
	name, _, _ := strings.Cut(tag, " ")
	tag = strings.ReplaceAll(tag, `"`, s.mark)
	if s.often(70) {
		s.both(s.begin(0) + "<" + tag + ">")
		s.depth++
		inner()
		s.add(line)
		s.depth--
		s.both(s.begin(0) + "</" + name + ">")
		return
	}
	s.both(s.begin(0) + "<" + tag)
	s.given.WriteString(s.one(" />", "/>"))
	s.wanted.WriteString(">")
	s.depth++
	s.add(line)
	s.depth--
	s.wanted.WriteString(s.begin(0) + "</" + name + ">")
}

// shape writes a file by its seed.
func shape(seed uint64) shaped {
	s := &shaper{Rand: rand.New(rand.NewPCG(seed, 500))}
	s.newline, s.step, s.mark = s.one("\r\n", "\r\n", "\n"), s.one("  ", "  ", "    ", "\t"), s.one(`"`, `"`, `"`, `"`, "'")
	encoding := s.one("utf-8 with mark", "utf-8 with mark", "utf-8 with mark", "utf-8", "utf-16le", "utf-16be", "windows-1252")
	s.declaration(encoding)
	s.both(s.one("<configuration>", "<configuration>", "<configuration>", strings.ReplaceAll(`<configuration xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0">`, `"`, s.mark)))
	s.depth = 1
	if s.often(40) {
		s.in("configSections", func() {
			s.line(`<section name="log4net" type="log4net.Config.Log4NetConfigurationSectionHandler, log4net" />`)
			s.in(`sectionGroup name="dotNetOpenAuth" type="DotNetOpenAuth.Configuration.DotNetOpenAuthSection, DotNetOpenAuth.Core"`, func() {})
		})
	}
	s.sections()
	s.depth = 0
	s.both(s.begin(0) + "</configuration>" + s.one("", s.newline, s.newline))
	return shaped{encodeAs(encoding, s.given.String()), encodeAs(encoding, s.wanted.String()), s.lines, encoding}
}

func (s *shaper) declaration(encoding string) {
	name, _, _ := strings.Cut(encoding, " ")
	if strings.HasPrefix(name, "utf-16") {
		name = "utf-16"
	}
	if encoding == "windows-1252" || s.often(90) {
		s.both(strings.ReplaceAll(`<?xml version="1.0" encoding="`+name+`"`+s.one("", ` standalone="yes"`, " ")+`?>`, `"`, s.mark) + s.newline)
	}
	if s.often(30) {
		s.both("<!--" + s.newline + "  For more information on how to configure your ASP.NET application, please visit" + s.newline + "  https://go.microsoft.com/fwlink/?LinkId=301879" + s.newline + "  -->" + s.newline)
	}
}

// sections writes ours among others, in any order; without ours they are put first and last.
func (s *shaper) sections() {
	key, module := Lines(token)
	list := []func(){}
	for range 1 + s.IntN(5) {
		list = append(list, s.others)
	}
	settings, server := s.often(88), s.often(88)
	if settings {
		list = append(list, s.settings)
	} else {
		s.lines++
		s.wanted.WriteString(s.begin(0) + "<appSettings>" + s.begin(1) + key + s.begin(0) + "</appSettings>")
	}
	if server {
		list = append(list, s.server)
	}
	s.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	for _, section := range list {
		s.comment()
		section()
	}
	if !server {
		s.lines++
		s.wanted.WriteString(s.begin(0) + "<system.webServer>" + s.begin(1) + "<modules>" + s.begin(2) + module + s.begin(1) + "</modules>" + s.begin(0) + "</system.webServer>")
	}
}

// encodeAs writes a text in an encoding, with its mark if it has one.
func encodeAs(encoding, text string) []byte {
	switch encoding {
	case "utf-8 with mark":
		return []byte("\ufeff" + text)
	case "windows-1252":
		bytes, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
		if err != nil {
			panic(err)
		}
		return bytes
	case "utf-16le", "utf-16be":
		var bytes []byte
		for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
			if encoding == "utf-16le" {
				bytes = append(bytes, byte(unit), byte(unit>>8))
			} else {
				bytes = append(bytes, byte(unit>>8), byte(unit))
			}
		}
		return bytes
	}
	return []byte(text)
}
