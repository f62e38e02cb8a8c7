//go:build !js

package mac

import "github.com/google/uuid"

func newGUID() string { return uuid.NewString() }
