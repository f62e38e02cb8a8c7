//go:build unix

package multivers

import (
	"syscall"
	"time"
)

// cpuTime is what this program has computed so far, whatever else the machine does.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano())
}
