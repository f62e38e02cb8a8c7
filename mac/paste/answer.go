package paste

import "strings"

// answerTags are what Netvisor's XML begins with, as it is and escaped in HTML
// and JSON, and what it ends with then.
var answerTags = [...][2]string{
	{"<Root", "</Root>"}, {"<ResponseStatus", "</ResponseStatus>"}, {"<Status>", "</Root>"},
	{"&lt;Root", "&lt;/Root&gt;"}, {`\u003cRoot`, `\u003c/Root\u003e`},
}

// answer reads Netvisor's XML, if it begins in this line.
func (w *walk) answer(i, _ int, line string) int {
	start, closing := -1, ""
	for _, tag := range answerTags {
		if at := strings.Index(line, tag[0]); at >= 0 && (start < 0 || at < start) {
			start, closing = at, tag[1]
		}
	}
	if start < 0 {
		return i
	}
	stop := w.endOfAnswer(i+start, closing)
	w.setAnswer(w.v.text[i+start : stop])
	return stop
}

// endOfAnswer returns where the answer that begins at byte i ends; without a
// closing tag at an empty line.
func (w *walk) endOfAnswer(i int, closing string) int {
	text := w.v.text
	if strings.HasPrefix(text[i:], "<Root/>") {
		return i + len("<Root/>")
	}
	for _, tag := range []string{closing, "</ResponseStatus>"} {
		if w.unclosed[tag] {
			continue
		}
		if n := strings.Index(text[i:], tag); n >= 0 {
			return i + n + len(tag)
		}
		if w.unclosed == nil {
			w.unclosed = map[string]bool{}
		}
		w.unclosed[tag] = true
	}
	if n := strings.Index(text[i:min(len(text), i+1<<16)], "\n\n"); n >= 0 {
		return i + n
	}
	return min(len(text), i+1<<16)
}
