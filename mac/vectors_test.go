package mac

import (
	"encoding/hex"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"netvisormac/mac/internal/vectors"

	"github.com/stretchr/testify/require"
)

// requestOf returns the request and the keys of a vector, without its MAC.
func requestOf(v vectors.Vector) (r Request, k Keys) {
	for _, info := range Fields() {
		if info.Field != FieldMAC {
			*info.Of(&r, &k) = v[string(info.Field)]
		}
	}
	return r, k
}

func charsetOf(v vectors.Vector) Charset { return Charset(v["charset"]) }

func vectorFiles(t testing.TB) []string { return vectors.Files(t, "testdata/vectors/*.txt") }

func TestVectors(t *testing.T) {
	for _, file := range vectorFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			v := vectors.Read(t, file)
			r, k := requestOf(v)
			if want := v["error"]; want != "" {
				_, err := charsetOf(v).Sum(r, k)
				requireCharacter(t, want, err)
				return
			}
			requireStages(t, v)
			got, err := charsetOf(v).Sum(r, k)
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

func requireStages(t *testing.T, v vectors.Vector) {
	r, k := requestOf(v)
	var texts []string
	for _, part := range Message(r) {
		if part.Field.Info().Secret {
			require.Empty(t, part.Value, "a key in the message")
		}
		texts = append(texts, v[string(part.Field)])
	}
	require.Equal(t, v["string"], strings.Join(texts, "&"), "string to sign")
	c, err := calculationOf(&r, &k, charsetOf(v))
	require.NoError(t, err)
	message, wrong := c.AppendMessage(nil)
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
