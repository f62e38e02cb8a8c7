package paste

// Stream reads a HAR file or a log of any size, in pieces, and gives each
// request as soon as it is whole. It keeps no more than one of them.
//
// JSON, also one document to a line, is read as one stream; any other text is
// read block by block, a block ending where a line begins the next request.
type Stream struct {
	each   func(Pasted, int) // what was found, and where in the stream its part begins
	json   *tokenizer
	doc    document
	open   bool // the first byte is known
	lines  []byte
	offset int // of lines in the stream
}

// The largest parts of a stream that are kept: a string of JSON, and a block
// of lines.
const (
	longestString = 1 << 18
	longestBlock  = 1 << 18
)

// NewStream returns a Stream that calls each with every request that it finds.
// Sources of a JSON stream count from its beginning and have no line; those of
// a block of lines count from at.
func NewStream(each func(found Pasted, at int)) *Stream {
	s := &Stream{each: each}
	s.doc.entry = s.entry
	s.reset()
	s.json = &tokenizer{emit: s.doc.token, limit: longestString}
	return s
}

// Write reads the next piece. It never fails.
func (s *Stream) Write(chunk []byte) (int, error) {
	rest := chunk
	if !s.open {
		rest = s.begin(chunk)
	}
	switch {
	case !s.open:
	case s.json != nil && !s.json.failed:
		s.json.write(rest)
	default:
		s.block(rest)
	}
	return len(chunk), nil
}

// begin looks for the first byte that says what the stream is.
func (s *Stream) begin(chunk []byte) []byte {
	for i, c := range chunk {
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' || c >= 0x80 {
			continue
		}
		s.open = true
		s.offset += i
		if c != '{' && c != '[' {
			s.json = nil
			return chunk[i:]
		}
		s.json.offset = s.offset
		return chunk[i:]
	}
	s.offset += len(chunk)
	return nil
}

// Close gives what is left.
func (s *Stream) Close() error {
	if s.json != nil {
		s.entry()
	} else if len(s.lines) > 0 {
		s.give(Parse(string(s.lines)))
	}
	return nil
}

// entry gives the request that ends here, and forgets it.
func (s *Stream) entry() {
	p := s.doc.assemble()
	frames, form := s.doc.frames, s.doc.form
	s.reset()
	s.doc.frames, s.doc.form = frames, form
	s.offset = s.json.offset
	if len(p.Requests) > 0 {
		s.each(p, 0)
	}
}

func (s *Stream) reset() {
	s.doc.reader = newReader("")
	s.doc.reader.depth, s.doc.reader.form = 1, "json"
}

// block gathers lines, and gives those before the last line that begins a
// request; all of them if they are too many.
func (s *Stream) block(chunk []byte) {
	s.lines = append(s.lines, chunk...)
	for {
		end := endOfBlock(s.lines)
		if end == 0 {
			return
		}
		s.give(Parse(string(s.lines[:end])))
		s.offset += end
		s.lines = append(s.lines[:0], s.lines[end:]...)
	}
}

func (s *Stream) give(p Pasted) {
	if len(p.Requests) > 0 {
		s.each(p, s.offset)
	}
}

// endOfBlock returns where the last request in lines begins, once there is
// enough to read; 0 to wait for more.
func endOfBlock(lines []byte) int {
	if len(lines) < longestBlock/4 {
		return 0
	}
	lineEnd := 0
	for i := len(lines) - 1; i > 0; i-- {
		if lines[i-1] != '\n' {
			continue
		}
		if lineEnd == 0 {
			lineEnd = i
		}
		if beginsRequest(lines[i:]) {
			return i
		}
	}
	if len(lines) < longestBlock {
		return 0
	}
	if lineEnd == 0 {
		return len(lines)
	}
	return lineEnd
}

// beginsRequest says whether a line begins a request: a command, a request
// line, a JSON document, or an empty line before one.
func beginsRequest(line []byte) bool {
	text := string(line[:min(len(line), 40)])
	for _, name := range append([]string{"curl ", "{\"", "###"}, methods...) {
		if len(text) > len(name) && text[:len(name)] == name {
			return true
		}
	}
	return false
}
