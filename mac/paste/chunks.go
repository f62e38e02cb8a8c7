package paste

// chunks are a long list. One in one piece would be copied whenever it grows, and leave as much behind again.
type chunks[T any] struct {
	list  [][]T
	count int
}

const chunkBits = 8

//go:noinline
func (b *chunks[T]) at(i int) *T { return &b.list[uint(i)>>chunkBits][i&(1<<chunkBits-1)] }

func (b *chunks[T]) last() *T { return b.at(b.count - 1) }

//go:noinline
func (b *chunks[T]) add(t T) {
	if b.count == len(b.list)<<chunkBits {
		b.list = append(b.list, make([]T, 1<<chunkBits))
	}
	b.count++
	*b.last() = t
}
