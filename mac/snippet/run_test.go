package snippet

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// interpreter is how a snippet is run: in a directory of its own, where it is
// the file FILE. TESTDATA stands for this package's testdata.
type interpreter struct {
	build string // a command, for what is compiled
	run   string
	needs []string // commands that fail where a library is missing
}

// interpreters has each program but PowerShell, which Debian does not have. The
// commands' packages are in testdata/apt-packages.txt.
var interpreters = map[string]interpreter{
	"bash":       {run: "bash FILE"},
	"bruno":      {run: "node TESTDATA/bruno.cjs FILE", needs: scriptLibraries},
	"csharp":     {mcs + " FILE", "mono netvisor.exe", monoLibraries},
	"go":         {build: "go build -o netvisor FILE", run: "./netvisor"},
	"java":       {build: "javac -Xlint:all -Werror FILE", run: "java -XX:TieredStopAtLevel=1 -Dfile.encoding=ISO-8859-1 -cp . Netvisor"},
	"javascript": {run: "node FILE"},
	"php":        {run: "php -d zend.exception_ignore_args=0 -d zend.exception_string_param_max_len=1000 FILE", needs: []string{"php --rf curl_init", "php --rf simplexml_load_string"}},
	"postman":    {run: "node TESTDATA/postman.cjs FILE", needs: scriptLibraries},
	"python":     {run: "/usr/bin/python3 FILE", needs: []string{"/usr/bin/python3 -m requests.help"}},
	"ruby":       {run: "ruby FILE"},
}

// csharp5 compiles what is for .NET 5 or newer, with a stand-in for the
// connection: mono's own refuses all headers outside ASCII.
var csharp5 = interpreter{mcs + " -define:NET5_0_OR_GREATER FILE TESTDATA/net5.cs", "mono netvisor.exe", monoLibraries}

const mcs = "mcs -nologo -nowarn:28,436 -main:Start -r:System.Net.Http -r:System.Xml.Linq -out:netvisor.exe TESTDATA/main.cs"

var (
	monoLibraries   = []string{"ls /usr/lib/mono/4.5/System.Net.Http.dll", "ls /usr/lib/mono/4.5/System.Xml.Linq.dll", "ls /usr/lib/mono/4.5/I18N.West.dll"}
	scriptLibraries = []string{"ls TESTDATA/node_modules/crypto-js", "ls TESTDATA/node_modules/uuid"}
)

// program is a snippet in a directory, built.
type program struct {
	interpreter
	dir, file string
}

func build(t *testing.T, i interpreter, file, code string) program {
	p := program{i, t.TempDir(), file}
	require.NoError(t, os.WriteFile(filepath.Join(p.dir, file), []byte(code), 0o600))
	for _, line := range i.needs {
		if p.command(t, line, nil).Run() != nil {
			missing(t, line)
		}
	}
	if i.build != "" {
		out, err := p.command(t, i.build, nil).CombinedOutput()
		require.NoError(t, err, string(out))
	}
	return p
}

// command is in a time zone that is never UTC, so that local time is found out.
func (p program) command(t *testing.T, line string, environment []string) *exec.Cmd {
	testdata, err := filepath.Abs("testdata")
	require.NoError(t, err)
	words := strings.Fields(strings.NewReplacer("FILE", p.file, "TESTDATA", testdata).Replace(line))
	if !strings.HasPrefix(words[0], "./") {
		installed(t, words[0])
	}
	command := exec.Command(words[0], words[1:]...)
	command.Dir = p.dir
	command.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME"), "TZ=Europe/Helsinki"}, environment...)
	return command
}

// installed says that a command is missing, if it is.
func installed(t *testing.T, name string) {
	if _, err := exec.LookPath(name); err != nil {
		missing(t, name)
	}
}

// missing skips the test, and fails it in CI.
func missing(t *testing.T, what string) {
	const how = "missing: %s. Install testdata/apt-packages.txt, and run npm ci in testdata"
	if os.Getenv("CI") != "" {
		t.Fatalf(how, what)
	}
	t.Skipf(how, what)
}

// start runs the program with these keys, and returns whether it says success,
// and all that it wrote.
func (p program) start(t *testing.T, k mac.Keys) (bool, string) {
	out, err := p.command(t, p.run, environment(k)).CombinedOutput()
	return err == nil, string(out)
}

func environment(k mac.Keys) []string {
	var list []string
	for name, key := range map[string]string{"NETVISOR_CUSTOMER_KEY": k.Customer, "NETVISOR_PARTNER_KEY": k.Partner} {
		if key != "" {
			list = append(list, name+"="+key)
		}
	}
	return list
}
