package mac

import (
	"fmt"
	"io"
)

// hidden is what keys print as.
const hidden = "[keys hidden]"

// String returns a placeholder, so that no log line shows a key.
func (Keys) String() string { return hidden }

// GoString returns a placeholder for %#v.
func (Keys) GoString() string { return hidden }

// Format writes a placeholder for every verb, those that reflect included.
func (Keys) Format(s fmt.State, _ rune) { io.WriteString(s, hidden) }

// MarshalText returns a placeholder, which encoders of JSON and XML and slog use.
func (Keys) MarshalText() ([]byte, error) { return []byte(hidden), nil }
