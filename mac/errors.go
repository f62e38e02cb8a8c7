package mac

import (
	"errors"
	"strconv"

	"netvisormac/internal/said"
	"netvisormac/mac/internal/calc"
)

const (
	wantedAlgorithm = "the algorithm must be HMACSHA256 or SHA256"
	wantedCharset   = "the charset must be ISO-8859-1, ISO-8859-15 or UTF-8"
)

// Sentences has the English of what errors say, by id.
var Sentences = said.Table{
	{"error.algorithm", wantedAlgorithm},
	{"error.charset", wantedCharset},
	{"error.not", "{wanted}, not {value}"},
}

// Tables are all sentences of errors and of how a MAC is made.
func Tables() []said.Table { return []said.Table{Sentences, calc.Sentences()} }

var (
	// ErrMAC is returned by Verify for a MAC that is not the right one.
	ErrMAC = errors.New("the MAC is not the one that this request and these keys give")
	// ErrAlgorithm is wrapped by the error for an algorithm that Netvisor does not take.
	ErrAlgorithm = errors.New(wantedAlgorithm)
	// ErrCharset is wrapped by the error for a Charset that is none of the three.
	ErrCharset = errors.New(wantedCharset)
	// ErrCharacter is wrapped by the error for a character that the charset lacks.
	ErrCharacter = calc.ErrCharacter
)

// FieldError says which field is wrong, and where in its value. It never holds
// the value of a key.
type FieldError struct {
	Field     Field
	Character rune // that cannot be encoded, or 0
	Position  int  // of the character, counted from 1 in characters, or 0
	Err       error
}

func (e *FieldError) Error() string { return string(e.Field) + ": " + e.Err.Error() }

// fieldError is what an encoding lacks, as an error of its field.
func fieldError(l *calc.Lack) *FieldError {
	return &FieldError{Field: Field(l.Field), Character: l.Character, Position: l.Position, Err: l}
}

// Unwrap returns ErrCharacter or ErrAlgorithm, with its detail.
func (e *FieldError) Unwrap() error { return e.Err }

// explained is a sentinel error with the words for one case. It stands in for fmt.Errorf, since fmt is large in WebAssembly.
type explained struct {
	sentinel error
	text     said.Text
}

func (e explained) Error() string   { return e.text.English }
func (e explained) Said() said.Text { return e.text }
func (e explained) Unwrap() error   { return e.sentinel }

// not says what stands where the sentence of the sentinel says what must stand.
func not(sentinel error, id, value string) error {
	return explained{sentinel, Sentences.Text("error.not", "wanted", Sentences.Text(id), "value", strconv.Quote(value))}
}
