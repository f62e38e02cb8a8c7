//go:build !unix

package paste

import "time"

var began = time.Now()

func cpu() time.Duration { return time.Since(began) }
