//go:build !js

package mac

import "golang.org/x/text/encoding/charmap"

var (
	encodeLatin1 = charmap.ISO8859_1.EncodeRune
	encodeLatin9 = charmap.ISO8859_15.EncodeRune
	decodeLatin1 = charmap.ISO8859_1.DecodeByte
	decodeLatin9 = charmap.ISO8859_15.DecodeByte
)
