package diagnose

import "strings"

// unmisread is the text that came in as UTF-8 read as ISO-8859-1.
func unmisread(text string) string {
	if read := misreadUTF8(text); read != "" {
		return read
	}
	return text
}

// lostLetters are those that names in Finland and Sweden have beside ASCII's.
var lostLetters = []string{"ö", "ä", "å", "Ö", "Ä", "Å", "é", "ü"}

// foundLetters puts each of those letters where a text has U+FFFD; the first
// two such places can differ. Two bytes of one letter may have left two of them.
func foundLetters(text string) (list []string) {
	const lost = "\ufffd"
	if !strings.Contains(text, lost) {
		return nil
	}
	for _, text := range []string{text, strings.ReplaceAll(text, lost+lost, lost)} {
		for _, first := range lostLetters {
			found := strings.Replace(text, lost, first, 1)
			if !strings.Contains(found, lost) {
				list = append(list, found)
				continue
			}
			for _, rest := range lostLetters {
				list = append(list, strings.ReplaceAll(found, lost, rest))
			}
		}
	}
	return list
}

func otherLeadingSpace(text string) string {
	if rest, found := strings.CutPrefix(text, " "); found {
		return rest
	}
	return " " + text
}

func otherTrailingSpace(text string) string  { return otherEnd(text, " ") }
func otherLineEnd(text string) string        { return otherEnd(text, "\n") }
func otherWindowsLineEnd(text string) string { return otherEnd(text, "\r\n") }

// otherEnd adds an end, or takes it away where it is: libraries for HTTP trim
// what they send, and logs what they show.
func otherEnd(text, end string) string {
	if rest, found := strings.CutSuffix(text, end); found {
		return rest
	}
	return text + end
}

func otherHyphen(id string) []string {
	if plain := strings.ReplaceAll(id, "-", ""); plain != id {
		return []string{plain}
	}
	if len(id) == 8 {
		return []string{id[:7] + "-" + id[7:]}
	}
	return nil
}

func otherVAT(id string) []string {
	if digits, found := strings.CutPrefix(id, "FI"); found && len(digits) == 8 {
		return []string{digits[:7] + "-" + digits[7:]}
	}
	return []string{"FI" + strings.ReplaceAll(id, "-", ""), "FI" + id}
}

func otherSwedish(language string) []string {
	if strings.ToUpper(language) == "SV" {
		return []string{"SE"}
	}
	return []string{"SV", "sv"}
}

func otherGUIDHyphens(id string) []string {
	if plain := strings.ReplaceAll(id, "-", ""); plain != id {
		return []string{plain}
	}
	if len(id) == 32 {
		return []string{id[:8] + "-" + id[8:12] + "-" + id[12:16] + "-" + id[16:20] + "-" + id[20:]}
	}
	return nil
}

func otherBraces(id string) []string {
	if bare := strings.Trim(id, "{}"); bare != id {
		return []string{bare}
	}
	return []string{"{" + id + "}"}
}
