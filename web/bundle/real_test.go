package main

import (
	"encoding/json"
	"path"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// root is the module whose site this is; these tests judge the real one.
const root = "../.."

var builtReal = sync.OnceValues(func() (*site, error) { return build(root) })

func TestSizes(t *testing.T) {
	t.Parallel()
	require.DirExists(t, root+"/wasm", "the binding is what is weighed")
	require.FileExists(t, root+"/web/index.html", "the page is what is weighed")
	s, err := builtReal()
	require.NoError(t, err)
	sizes, err := s.measure()
	require.NoError(t, err)
	for _, size := range sizes {
		t.Log(size)
		require.Positive(t, size.ours, size.name)
		require.LessOrEqual(t, size.ratio(), size.limit, "%s", size)
	}
}

// The element that a page waits for before it is shown is its last.
func TestPagesAreShownWhole(t *testing.T) {
	t.Parallel()
	s, err := builtReal()
	require.NoError(t, err)
	pages := 0
	for _, name := range s.files.names() {
		if path.Ext(name) != ".html" || name == absentName || strings.HasPrefix(name, referenceFolder) { // which have no script to wait for
			continue
		}
		pages++
		head, body, _ := strings.Cut(string(s.files[name]), "<body>")
		require.Contains(t, head, `<link rel="expect" href="#last" blocking="render">`, name)
		require.Regexp(t, `(?s)<script id="last" [^>]*>.*</script>\s*</body>\s*</html>\s*$`, body, name)
		require.Equal(t, 1, strings.Count(body, `id="last"`), name)
	}
	require.Equal(t, 6, pages)
}

// The owner's packages do their work in the module itself; of what is heavy, google/uuid brings encoding/json and fmt along,
// and each of the others would cost the visitor more than all of the module's own work.
func TestPackagesOfTheModules(t *testing.T) {
	for pkg, want := range map[string]struct{ has, not []string }{
		"./wasm": {
			[]string{"syscall/js", "github.com/google/uuid", "golang.org/x/text/encoding/charmap"},
			[]string{"net/http", "regexp", "text/template", "netvisormac/multivers"},
		},
		"./wasm/multivers": {
			[]string{"syscall/js"},
			[]string{"encoding/json", "net/http", "regexp", "text/template", "netvisormac/mac", "netvisormac/mac/paste"},
		},
	} {
		listed, err := output(root, "env", "GOOS=js", "GOARCH=wasm", "go", "list", "-deps", pkg)
		require.NoError(t, err)
		packages := strings.Split(listed, "\n")
		require.Subset(t, packages, want.has, pkg)
		for _, heavy := range want.not {
			require.NotContains(t, packages, heavy, pkg)
		}
	}
}

// Whoever imports package mac gets these and no more.
func TestRequirementsOfTheModule(t *testing.T) {
	printed, err := output(root, "go", "mod", "edit", "-json")
	require.NoError(t, err)
	var module struct {
		Require []struct {
			Path     string
			Indirect bool
		}
	}
	require.NoError(t, json.Unmarshal([]byte(printed), &module))
	var direct []string
	for _, r := range module.Require {
		if !r.Indirect {
			direct = append(direct, r.Path)
		}
	}
	require.ElementsMatch(t, direct,
		[]string{"github.com/google/uuid", "github.com/stretchr/testify", "golang.org/x/text"})
}
