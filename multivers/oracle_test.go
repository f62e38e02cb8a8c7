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
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"netvisormac/internal/said"
)

// oracle is a reader of XML that others wrote, as a program that judges a document a line, in base64: "yes", or "no" and why.
type oracle struct {
	name  string
	start func(t *testing.T) *exec.Cmd
	// differs tells why the oracle judges a document otherwise, "" if it does not.
	differs func(d *document, file []byte) string
}

var oracles = []oracle{
	{"expat", func(t *testing.T) *exec.Cmd { return exec.Command(program(t, "python3"), "testdata/oracles/expat.py") }, differsFromExpat},
	{"XmlTextReader", startReader, differsFromReader},
}

// startReader compiles the reader of .NET for Mono.
func startReader(t *testing.T) *exec.Cmd {
	built := filepath.Join(t.TempDir(), "reader.exe")
	said, err := exec.Command(program(t, "mcs"), "-nologo", "-r:System.Xml", "-out:"+built, "testdata/oracles/reader.cs").CombinedOutput()
	require.NoError(t, err, "%s", said)
	return exec.Command(program(t, "mono"), built)
}

// program skips the test where an oracle's program is missing, and fails it in CI.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") == "" {
		t.Skipf("%s is not there to be the judge", name)
	}
	require.NoError(t, err)
	return path
}

func differsFromExpat(d *document, file []byte) string {
	declared := declaredEncoding(file)
	switch {
	case d.fatal == nil:
	case d.fatal.id == "encoding-unknown":
		return "Python knows more names of encodings"
	case said.Joined(d.fatal.details) == Sentences.Text("xml.version").English:
		return "expat minds no version"
	case (declared == "iso-8859-1" || declared == "windows-1252") && d.encoding == utf8Bytes:
		return "what is saved as UTF-8 is read as that here, so that it can be mended"
	}
	return ""
}

// differsFromReader knows two ends that .NET does not read to: here and to expat they are no XML.
func differsFromReader(_ *document, file []byte) string {
	if before, _, found := bytes.Cut(file, []byte{0}); found && parse(before).wellFormed() {
		return "a character U+0000 behind the root ends the reading"
	}
	for n := 1; n < utf8.UTFMax && n < len(file); n++ {
		if before, end := file[:len(file)-n], file[len(file)-n:]; !utf8.FullRune(end) && parse(before).wellFormed() {
			return "of a last character that is cut off nothing is read"
		}
	}
	return ""
}

// judge asks an oracle which files are well-formed.
func (o oracle) judge(t *testing.T, files [][]byte) []string {
	t.Helper()
	var input bytes.Buffer
	for _, file := range files {
		input.WriteString(base64.StdEncoding.EncodeToString(file) + "\n")
	}
	command := o.start(t)
	command.Stdin = &input
	var said bytes.Buffer
	command.Stderr = &said
	output, err := command.Output()
	require.NoError(t, err, "%s", said.Bytes())
	var answers []string
	for lines := bufio.NewScanner(bytes.NewReader(output)); lines.Scan(); {
		answers = append(answers, lines.Text())
	}
	require.Len(t, answers, len(files))
	return answers
}

// agree holds that each oracle judges the files as they are judged here, but for what has a reason.
func agree(t *testing.T, files [][]byte) {
	t.Helper()
	for _, o := range oracles {
		t.Run(o.name, func(t *testing.T) {
			yes, apart := 0, map[string]int{}
			for i, answer := range o.judge(t, files) {
				d := parse(files[i])
				if d.wellFormed() {
					yes++
				}
				if (answer == "yes") == d.wellFormed() {
					continue
				}
				reason := o.differs(d, files[i])
				require.NotEmpty(t, reason, "%s says %s, here %+v, mends %+v:\n%.600q", o.name, answer, d.fatal, d.mends, files[i])
				apart[reason]++
			}
			t.Logf("%d of %d are well-formed; %v", yes, len(files), apart)
		})
	}
}

func TestWellFormedAsOthersDo(t *testing.T) {
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

func TestMutationsAsOthersDo(t *testing.T) {
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

func TestNamesAsOthersDo(t *testing.T) {
	var files [][]byte
	for c := rune(0x20); c < 0x10100; c++ {
		if c < 0xD800 || c >= 0xE000 {
			files = append(files, fmt.Appendf(nil, "<%c></%c>", c, c), fmt.Appendf(nil, "<a%c></a%c>", c, c))
		}
	}
	agree(t, files)
}
