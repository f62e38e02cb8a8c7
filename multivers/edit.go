package multivers

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
)

// Edit is one change of a file: the bytes from Start to End become Text, written in the file's
// encoding. Offsets are those of the file before any change. The edits of a file are in order and do not overlap.
type Edit struct {
	Start, End int
	Text       string // ASCII
	Old        []byte // the bytes from Start to End; they are those of the file that was given, not a copy
	From, To   int    // the same place in the text of the file, as [Text] gives it
	ID         string // of the row of Problems that it mends
}

// Restore takes edits back: it returns the file as it was before [Fix] or [LocalTest] made them, to the
// byte. It fails if the file was changed since at one of their places.
func Restore(config []byte, edits []Edit) ([]byte, error) {
	s := readSource(config)
	var result []byte
	from, shift := 0, 0 // shift: how much longer the file became before this place
	for _, e := range edits {
		text := s.encode(nil, e.Text)
		at := e.Start + shift
		if at < from || at > len(config) || !strings.HasPrefix(string(config[at:min(len(config), at+len(text))]), string(text)) {
			return nil, errors.New("the file was changed since: restore it from the copy that was kept")
		}
		result = append(append(result, config[from:at]...), e.Old...)
		from = at + len(text)
		shift += len(text) - (e.End - e.Start)
	}
	return append(result, config[from:]...), nil
}

// Sum returns the SHA-256 of a file as 64 lower-case hexadecimal digits, by which two files are known to be the same.
func Sum(config []byte) string {
	sum := sha256.Sum256(config)
	return hex.EncodeToString(sum[:])
}

// edits gathers changes of a text.
type edits struct {
	list  []mend
	words []string // what the list writes
}

// mend is one change of a text. It is small and has no pointers: there may be a million.
type mend struct {
	start, end int32 // a file has less than two gigabytes
	word       int32
	row        int16 // in Problems; none if another mend tells it
}

func (e *edits) replace(start, end int, text, why string) {
	recent := max(0, len(e.words)-32)
	word := recent + slices.Index(e.words[recent:], text)
	if word < recent {
		word, e.words = len(e.words), append(e.words, text)
	}
	if len(e.list) == cap(e.list) {
		e.list = slices.Grow(e.list, 8+len(e.list)) // append alone would copy a long list five times as often
	}
	e.list = append(e.list, mend{int32(start), int32(end), int32(word), int16(Row(why))})
}

func (e *edits) insert(at int, text, why string) { e.replace(at, at, text, why) }

// settle sorts the edits and drops those that lie within a larger one; of two at one place the later stays.
func (e *edits) settle() {
	slices.SortStableFunc(e.list, func(a, b mend) int {
		switch insertsA, insertsB := a.end == a.start, b.end == b.start; {
		case a.start != b.start:
			return int(a.start - b.start)
		case insertsA && !insertsB: // what is inserted stands before what is replaced
			return -1
		case insertsB && !insertsA:
			return 1
		}
		return int(b.end - a.end)
	})
	kept := e.list[:0]
	for _, one := range e.list {
		if n := len(kept); n > 0 && one.start < kept[n-1].end {
			if last := &kept[n-1]; last.start == one.start && last.end == one.end {
				*last = one
			}
			continue
		}
		kept = append(kept, one)
	}
	e.list = kept
}

// apply makes the edits in a file, whose text they are of.
func (e *edits) apply(s source, file []byte) ([]byte, []Edit) {
	e.settle()
	result := make([]byte, 0, len(file)+1024)
	made := make([]Edit, 0, len(e.list))
	text, at, from := 0, s.mark, 0 // at is the file's offset of the text's offset
	for _, one := range e.list {
		first, last := int(one.start), int(one.end)
		start := at + s.width(s.text[text:first])
		end := start + s.width(s.text[first:last])
		text, at = last, end
		kept := len(result)
		result = append(result, file[from:start]...)
		written := len(result)
		result = s.encode(result, e.words[one.word])
		old := file[start:end]
		if string(result[written:]) == string(old) {
			result = result[:kept]
			continue
		}
		made = append(made, Edit{start, end, e.words[one.word], old, first, last, Problems[one.row].ID})
		from = end
	}
	return append(result, file[from:]...), made
}
