package batch

// Numbers as SHA-256 has them, the highest byte first. Package encoding/binary would bring what it reflects with.

func putUint32(to []byte, n uint32) {
	_ = to[3]
	to[0], to[1], to[2], to[3] = byte(n>>24), byte(n>>16), byte(n>>8), byte(n)
}

func putUint64(to []byte, n uint64) {
	putUint32(to, uint32(n>>32))
	putUint32(to[4:], uint32(n))
}

func uint32At(from []byte) uint32 {
	_ = from[3]
	return uint32(from[0])<<24 | uint32(from[1])<<16 | uint32(from[2])<<8 | uint32(from[3])
}

func uint64At(from []byte) uint64 { return uint64(uint32At(from))<<32 | uint64(uint32At(from[4:])) }
