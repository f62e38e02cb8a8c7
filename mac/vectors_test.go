package mac

import (
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// vector is a file of testdata/vectors: lines of "name: text", one per value
// and one per stage of the calculation.
type vector map[string]string

func (v vector) request() (Request, Keys) {
	var r Request
	var k Keys
	for _, info := range fields {
		if info.Field != FieldMAC {
			*info.of(&r, &k) = v[string(info.Field)]
		}
	}
	return r, k
}

func (v vector) charset() Charset { return Charset(v["charset"]) }

func vectorFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/vectors/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files, "no vectors")
	return files
}

func readVector(t testing.TB, file string) vector {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	v := vector{}
	for line := range strings.Lines(string(data)) {
		name, text, found := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		require.True(t, found, "%s: %q has no colon", file, line)
		v[name] = strings.TrimPrefix(text, " ")
	}
	return v
}

func TestVectors(t *testing.T) {
	for _, file := range vectorFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			v := readVector(t, file)
			r, k := v.request()
			if want := v["error"]; want != "" {
				_, err := v.charset().Sum(r, k)
				requireCharacter(t, want, err)
				return
			}
			requireStages(t, v)
			got, err := v.charset().Sum(r, k)
			require.NoError(t, err)
			require.Equal(t, v["mac"], got)
		})
	}
}

func requireCharacter(t *testing.T, want string, err error) {
	var wrong *FieldError
	require.ErrorAs(t, err, &wrong)
	require.ErrorIs(t, err, ErrCharacter)
	require.Equal(t, want, fmt.Sprintf("%s %d %c", wrong.Field, wrong.Position, wrong.Character))
}

func requireStages(t *testing.T, v vector) {
	r, k := v.request()
	var texts []string
	for _, part := range Message(r) {
		if part.Field.Info().Secret {
			require.Empty(t, part.Value, "a key in the message")
		}
		texts = append(texts, v[string(part.Field)])
	}
	require.Equal(t, v["string"], strings.Join(texts, "&"), "string to sign")
	c, err := calculationOf(&r, &k, v.charset())
	require.NoError(t, err)
	message, wrong := c.appendMessage(nil)
	require.Nil(t, wrong)
	require.Equal(t, v["bytes"], hex.EncodeToString(message), "bytes")
	if key, ok := v["key"]; ok {
		require.Equal(t, k.Customer+"&"+k.Partner, key, "key")
	}
}

// TestVectorsByPython lets another implementation recompute what the files say.
func TestVectorsByPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	out, err := exec.Command(python, append([]string{"testdata/oracle.py"}, vectorFiles(t)...)...).CombinedOutput()
	require.NoError(t, err, string(out))
	require.Contains(t, string(out), fmt.Sprintf("%d vectors, 0 differ", len(vectorFiles(t))))
}
