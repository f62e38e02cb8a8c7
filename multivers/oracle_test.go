package multivers

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// expat judges a file a line, in base64, as expat with namespaces does; a document type is refused, as here.
const expat = `
import sys, base64, pyexpat
def refuse(*_): raise ValueError
for line in sys.stdin:
    p = pyexpat.ParserCreate(namespace_separator='')
    p.StartDoctypeDeclHandler = refuse
    try:
        p.Parse(base64.b64decode(line), True)
        print("yes")
    except Exception as e:
        print("no", e)
`

// judge asks expat which files are well-formed.
func judge(t *testing.T, files [][]byte) []string {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not there to be the judge")
	}
	var input bytes.Buffer
	for _, file := range files {
		input.WriteString(base64.StdEncoding.EncodeToString(file) + "\n")
	}
	command := exec.Command(python, "-c", expat)
	command.Stdin = &input
	output, err := command.Output()
	require.NoError(t, err)
	var answers []string
	for lines := bufio.NewScanner(bytes.NewReader(output)); lines.Scan(); {
		answers = append(answers, lines.Text())
	}
	require.Len(t, answers, len(files))
	return answers
}

func agree(t *testing.T, files [][]byte) {
	t.Helper()
	yes := 0
	for i, answer := range judge(t, files) {
		d := parse(files[i])
		if d.wellFormed() {
			yes++
		}
		if d.fatal != nil && d.fatal.id == "encoding-unknown" {
			continue // Python knows more names of encodings
		}
		if d.fatal != nil && d.fatal.detail == otherVersion {
			continue // expat minds no version
		}
		if declared := declaredEncoding(files[i]); d.fatal != nil && (declared == "iso-8859-1" || declared == "windows-1252") && d.encoding == utf8Bytes {
			continue // what is saved as UTF-8 is read as that here, so that it can be mended
		}
		require.Equal(t, answer == "yes", d.wellFormed(), "expat says %s, here %+v, mends %+v:\n%.600q", answer, d.fatal, d.mends, files[i])
	}
	t.Logf("%d of %d are well-formed", yes, len(files))
}

func TestWellFormedAsExpat(t *testing.T) {
	agree(t, configFiles(t))
}

// pieces are what mutations put in: every sign that XML minds, those of testdata and some bytes that are no text.
var pieces = func() (list []string) {
	file, err := os.ReadFile("testdata/pieces.json")
	if err == nil {
		err = json.Unmarshal(file, &list)
	}
	if err != nil {
		panic(err)
	}
	return append(list, "\xff", "\xc3", "\xed\xa0\x80")
}()

// mutate changes a text in one to three places.
func mutate(r *rand.Rand, text string) string {
	for range 1 + r.IntN(3) {
		at := r.IntN(len(text) + 1)
		end := min(len(text), at+r.IntN(4)*r.IntN(4))
		switch r.IntN(5) {
		case 0:
			text = text[:at] + text[end:]
		case 1:
			text = text[:at] + string(rune(r.IntN(0x250))) + text[end:]
		case 2: // one part moves
			to := r.IntN(len(text[:at]) + 1)
			text = text[:to] + text[at:end] + text[to:at] + text[end:]
		default:
			text = text[:at] + pieces[r.IntN(len(pieces))] + text[end:]
		}
	}
	return text
}

func TestMutationsAsExpat(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 26))
	seeds := configFiles(t)
	for _, piece := range pieces {
		seeds = append(seeds, []byte("<a>"+piece+"</a>"), []byte(piece+"<a/>"), []byte("<a b='"+piece+"'/>"), []byte("<a "+piece+"/>"), []byte("<a/>"+piece))
	}
	agree(t, seeds)
	var mutations [][]byte
	for len(mutations) < 20000 {
		seed := string(seeds[r.IntN(len(seeds))])
		if len(seed) > 1 && (seed[0] == 0 || seed[1] == 0 || seed[0] >= 0xFE) || strings.Contains(seed, "windows-1252") {
			continue // only what is text can be mutated as text
		}
		mutations = append(mutations, []byte(mutate(r, seed)))
	}
	agree(t, mutations)
}

func TestNamesAsExpat(t *testing.T) {
	var files [][]byte
	for c := rune(0x20); c < 0x10100; c++ {
		if c < 0xD800 || c >= 0xE000 {
			files = append(files, fmt.Appendf(nil, "<%c></%c>", c, c), fmt.Appendf(nil, "<a%c></a%c>", c, c))
		}
	}
	agree(t, files)
}
