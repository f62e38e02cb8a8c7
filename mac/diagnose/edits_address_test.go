package diagnose

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The port of https and of http may be left out, and no other.
func TestOtherPort(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.fi/b.nv?c": "https://a.fi:443/b.nv?c", "https://a.fi:443/b.nv": "https://a.fi/b.nv",
		"http://a.fi/b.nv": "http://a.fi:80/b.nv", "http://a.fi:80/b.nv": "http://a.fi/b.nv",
		"https://a.fi:8443/b.nv": "https://a.fi:8443/b.nv", "ftp://a.fi/b.nv": "ftp://a.fi/b.nv",
	} {
		a := parseAddress(url)
		otherPort(&a)
		require.Equal(t, want, a.String())
	}
}
