//go:build !unix

package multivers

import "time"

var started = time.Now()

func cpuTime() time.Duration { return time.Since(started) }
