package multivers

import (
	"strconv"
	"strings"

	"netvisormac/internal/said"
)

// placeWords are those before the number of a line, and of a column, in the languages of IIS and .NET.
var (
	lineWords   = []string{"line", "regel", "zeile", "ligne"}
	columnWords = []string{"position", "positie"}
)

// place finds the line and column of web.config that an error names: "Line 12, position 34" of .NET, "Line: 12"
// of ASP.NET, or the middle one of the lines that IIS shows with their numbers.
func (s *seen) place() (line, column int, details []said.Text) {
	if file := s.file(); file != "" && file != "web.config" {
		return 0, 0, []said.Text{Sentences.Text("error.other-file", "file", file)}
	}
	if line, column := s.named(); line > 0 {
		return line, column, nil
	}
	var numbers []int
	for _, row := range s.lines {
		if strings.HasPrefix(row, "-1:") {
			return 0, 0, []said.Text{Sentences.Text("error.no-line")}
		}
		if n, after := leadingNumber(row); n > 0 && strings.HasPrefix(after, ":") {
			numbers = append(numbers, n)
		}
	}
	if len(numbers) > 0 {
		line = numbers[len(numbers)/2]
	}
	return line, 0, nil
}

// named finds a line by its word. One of source code is none of web.config; "Line 30:" numbers a line that is shown.
func (s *seen) named() (line, column int) {
	for _, row := range s.lines {
		words := wordsOf(row)
		for i := 1; i < len(words); i++ {
			n, rest := leadingNumber(words[i].text)
			between := row[words[i-1].end:words[i].start]
			if n == 0 || rest != "" || strings.Trim(between, " :") != "" || !equalsAny(words[i-1].text, lineWords) {
				continue
			}
			if i+2 < len(words) && equalsAny(words[i+1].text, columnWords) {
				column, _ = leadingNumber(words[i+2].text)
				return n, column
			}
			start := words[i-1].start
			source := start > 0 && row[start-1] == ':'
			if strings.Contains(between, ":") && !source {
				return n, 0
			}
		}
	}
	return 0, 0
}

func leadingNumber(s string) (n int, rest string) {
	end := 0
	for end < len(s) && end < 9 && isDigit(s[end]) {
		end++
	}
	n, _ = strconv.Atoi(s[:end])
	return n, s[end:]
}

// namedConfigs are the files that an error of IIS may name.
var namedConfigs = []string{"web.config", "applicationHost.config", "redirection.config", "administration.config", "machine.config"}

// file returns the name of the configuration file that a page names, "" if none: one with its path, for the advice of IIS
// names others, too.
func (s *seen) file() string {
	for _, path := range []string{`\`, ""} {
		for _, name := range namedConfigs {
			if strings.Contains(s.page, path+strings.ToLower(name)) {
				return name
			}
		}
	}
	return ""
}

// serverModules are those of IIS that its pages name, as it writes them.
var serverModules = []string{
	"IIS Web Core", "RewriteModule", "ApplicationRequestRouting", "StaticFileModule", "DefaultDocumentModule", "DirectoryListingModule",
	"RequestFilteringModule", "WindowsAuthenticationModule", "AnonymousAuthenticationModule", "ManagedPipelineHandler", "IsapiModule", "AspNetCoreModule",
	"AspNetCoreModuleV2", "FastCgiModule", "CgiModule", "UrlAuthorizationModule", "IpRestrictionModule", "DynamicIpRestrictionModule", "iisnode",
}

// unknown is told of a text in which nothing known was found: what it holds, if it is an error's page.
func (s *seen) unknown() Finding {
	var parts []said.Text
	tell := func(id, name, value string) { parts = append(parts, Sentences.Text(id, name, value)) }
	for _, found := range s.statuses {
		text := strconv.Itoa(found.code)
		if found.sub > noSubstatus {
			text += "." + strconv.Itoa(found.sub)
		}
		tell("error.status", "status", text)
	}
	for _, code := range s.codes {
		tell("error.code", "code", "0x"+code)
	}
	for _, module := range serverModules {
		if marked(s.page, strings.ToLower(module)) {
			tell("error.module", "module", strconv.Quote(module))
			break
		}
	}
	if file := s.file(); file != "" {
		tell("error.file", "file", file)
	}
	if line, _, _ := s.place(); line > 0 && len(parts) > 0 {
		tell("error.line", "line", strconv.Itoa(line))
	}
	if len(parts) == 0 {
		return explanation("not-recognised")
	}
	f := explanation("page-unknown")
	f.tell(parts...)
	return f
}
