package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// root is the module whose site this is; these tests judge the real one.
const root = "../.."

func TestSizes(t *testing.T) {
	t.Parallel()
	require.DirExists(t, root+"/wasm", "the binding is what is weighed")
	require.FileExists(t, root+"/web/index.html", "the page is what is weighed")
	s, err := build(root)
	require.NoError(t, err)
	sizes, err := s.measure()
	require.NoError(t, err)
	for _, size := range sizes {
		t.Log(size)
		require.Positive(t, size.ours, size.name)
		require.LessOrEqual(t, size.ratio(), size.limit, "%s", size)
	}
}

// Each of these would cost the visitor more than all of the module's own work.
func TestModuleLeavesHeavyPackagesOut(t *testing.T) {
	listed, err := output(root, "env", "GOOS=js", "GOARCH=wasm", "go", "list", "-deps", "./wasm")
	require.NoError(t, err)
	packages := strings.Split(listed, "\n")
	require.Contains(t, packages, "syscall/js")
	for _, heavy := range []string{"encoding/json", "net/http", "regexp", "text/template"} {
		require.NotContains(t, packages, heavy)
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
