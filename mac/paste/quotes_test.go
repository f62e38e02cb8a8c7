package paste

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What a string ends with, and what can mean more than itself in it, is special in every language's strings.
func TestIsSpecial(t *testing.T) {
	for _, d := range append(dialects, anyLanguage, cmd, yamlSingle, csvDialect) {
		for _, q := range d.quotes {
			for _, mark := range []string{q.close, q.again, string(q.escape), q.refs} {
				require.True(t, mark == "" || mark == "\x00" || isSpecial[mark[0]], "%s: %q", d.id, mark)
			}
			require.True(t, !q.ticks || isSpecial['`'] && isSpecial['{'] && isSpecial['\n'])
		}
	}
}
