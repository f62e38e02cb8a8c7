//go:build unix

package paste

import (
	"syscall"
	"time"
)

// cpu returns how much time the process has had of a processor: what others take of it does not count.
func cpu() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
