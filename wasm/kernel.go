//go:build js

package main

import (
	"netvisormac/internal/batch"
	"netvisormac/wasm/binding"
)

// useKernel takes the function that hashes four messages at once, in the module's own memory.
func useKernel(a binding.Arguments) (any, error) {
	hash := a[0]
	batch.Kernel = func(groups uintptr, count int, work uintptr) { hash.Invoke(uint32(groups), count, uint32(work)) }
	return nil, nil
}
