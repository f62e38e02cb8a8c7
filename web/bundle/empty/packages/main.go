// Command packages is the smallest program with the packages that package mac is built on.
package main

import (
	"github.com/google/uuid"
	"golang.org/x/text/encoding/charmap"
)

func main() {
	b, _ := charmap.ISO8859_1.EncodeRune('ö')
	c, _ := charmap.ISO8859_15.EncodeRune('€')
	println(uuid.NewString(), b, c, charmap.ISO8859_1.DecodeByte(b), charmap.ISO8859_15.DecodeByte(c))
}
