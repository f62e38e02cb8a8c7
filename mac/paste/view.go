package paste

import (
	"sort"
	"strings"
)

// view is a text, and where each of its bytes stands in the input. A part of a
// view and a view that was decoded are views again, so that what stands in a
// string in a JSON document in a log line still has its place.
type view struct {
	text  string
	from  int    // of text, in the text that marks speak of
	marks *marks // nil if that text is the input
}

// marks are ascending.
type marks []mark

// mark says that from the byte out on, the text is the input from in on.
type mark struct{ out, in int }

// at returns where in the input the byte i stands.
func (v view) at(i int) int {
	i += v.from
	if v.marks == nil {
		return i
	}
	return v.marks.at(i)
}

// at returns where in the input the byte i stands.
func (m marks) at(i int) int {
	n := sort.Search(len(m), func(n int) bool { return m[n].out > i }) - 1
	if n < 0 {
		return m[0].in
	}
	in := m[n].in + i - m[n].out
	if n+1 < len(m) {
		return min(in, m[n+1].in)
	}
	return in
}

// end returns where in the input the text before byte i ends.
func (v view) end(i int) int {
	if i == 0 {
		return v.at(0)
	}
	return max(v.at(i-1)+1, v.at(0))
}

// absolute returns the marks of v for a text in which it begins at the byte out.
func (v view) absolute(out int) []mark {
	list := []mark{{out, v.at(0)}}
	if v.marks == nil {
		return list
	}
	for _, m := range *v.marks {
		if m.out > v.from && m.out < v.from+len(v.text) {
			list = append(list, mark{m.out - v.from + out, m.in})
		}
	}
	return list
}

// sub returns the view of text[a:b].
func (v view) sub(a, b int) view { return view{v.text[a:b], v.from + a, v.marks} }

// trim returns v without the bytes of cutset at its edges.
func (v view) trim(cutset string) view {
	a, b := 0, len(v.text)
	for a < b && has(cutset, v.text[a]) {
		a++
	}
	for b > a && has(cutset, v.text[b-1]) {
		b--
	}
	return v.sub(a, b)
}

func has(set string, c byte) bool {
	for i := 0; i < len(set); i++ {
		if set[i] == c {
			return true
		}
	}
	return false
}

// remade is a text that is not the input's, with its marks.
func remade(text string, list ...mark) view { return view{text, 0, (*marks)(&list)} }

// edit builds a view out of another.
type edit struct {
	of   view
	out  []byte
	mark []mark
}

// copy appends text[a:b].
func (e *edit) copy(a, b int) {
	if a < b {
		e.mark = append(e.mark, mark{len(e.out), e.of.at(a)})
		e.out = append(e.out, e.of.text[a:b]...)
	}
}

// put appends s in place of what begins at the byte i.
func (e *edit) put(s string, i int) {
	e.mark = append(e.mark, mark{len(e.out), e.of.at(i)})
	e.out = append(e.out, s...)
}

// view returns what was built; its text ends where byte i stands.
func (e *edit) view(i int) view {
	return remade(string(e.out), append(e.mark, mark{len(e.out), e.of.at(i)})...)
}

// replaced returns v with what at reads in place of each piece that begins with one of the signs. It returns the
// length of the piece; 0 if the sign is to stay.
func (v view) replaced(signs string, at func(rest string) (string, int)) view {
	e := edit{of: v, out: make([]byte, 0, len(v.text))}
	start := 0
	for i := 0; ; {
		next := strings.IndexAny(v.text[i:], signs)
		if next < 0 {
			break
		}
		i += next
		s, size := at(v.text[i:])
		if size == 0 {
			i++
			continue
		}
		e.copy(start, i)
		if s != "" {
			e.put(s, i)
		}
		i += size
		start = i
	}
	e.copy(start, len(v.text))
	return e.view(len(v.text))
}
