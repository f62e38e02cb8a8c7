package snippet

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/mac"
)

// nasty has what a language may take for its own.
const nasty = `O'Brien & "Co" $HOME ${HOME} $(id) ` + "`id`" + ` %PATH% %s ^ \ \n \u0041 #{1} {0} {} @x !! ~ <a>`

func nastyRequest(n *netvisor, id string, algorithm mac.Algorithm) mac.Request {
	r := mac.NewRequest(n.URL + "/" + id + string(algorithm) + `.nv?keyword=O'Brien "Co" $HOME ` + "`id`" + ` 100% ^ \ ö ~ %7E {x} [y] (z)*!&a=b%f6`)
	r.Sender = nasty + " ö"
	r.CustomerID, r.PartnerID = "Työaika Oy "+nasty, "ÄÖÅ"
	r.OrganisationID, r.Algorithm = "1967543-8", algorithm
	if algorithm == mac.SHA256 {
		r.Sender += " € Šž"
	}
	return r
}

// ascii is for what cannot send a header outside ASCII.
func ascii(r mac.Request) mac.Request {
	r.Sender, r.CustomerID, r.PartnerID = nasty, "it's "+nasty, "x"
	return r
}

// Every program is run by its interpreter, and the server takes what it sends.
func TestPrograms(t *testing.T) {
	n := newNetvisor(t)
	for id, interpreter := range interpreters {
		for _, algorithm := range []mac.Algorithm{mac.HMACSHA256, mac.SHA256} {
			t.Run(id+"/"+string(algorithm), func(t *testing.T) {
				t.Parallel()
				r := nastyRequest(n, id, algorithm)
				if id == "csharp" {
					r = ascii(r)
				}
				n.requireTaken(t, id, interpreter, r)
			})
		}
	}
	for _, algorithm := range []mac.Algorithm{mac.HMACSHA256, mac.SHA256} {
		t.Run("csharp/.NET 5/"+string(algorithm), func(t *testing.T) {
			t.Parallel()
			n.requireTaken(t, "csharp", csharp5, nastyRequest(n, "csharp5", algorithm))
		})
	}
}

func (n *netvisor) requireTaken(t *testing.T, id string, i interpreter, r mac.Request) {
	code, err := Make(id, r, mistakesOf(r)...)
	require.NoError(t, err)
	program := build(t, i, languageOf(id).File, code)
	for range 2 { // the second time a TransactionId may not be the first's
		success, out := program.start(t, rightKeys)
		require.True(t, success, out)
	}
	n.requireReceived(t, r)
	if r.Algorithm != mac.HMACSHA256 {
		return // what follows differs in nothing
	}
	for _, test := range refused {
		success, out := program.start(t, test.keys)
		require.False(t, success, "a failure is taken for success: %s", out)
		for _, want := range test.want {
			require.Contains(t, out, want)
		}
	}
	require.Empty(t, n.problems["elsewhere.nv"])
	success, out := program.start(t, latin1Keys)
	require.False(t, success)
	require.Regexp(t, latin1Wanted(id), out)
	for _, name := range []string{"NETVISOR_CUSTOMER_KEY", "NETVISOR_PARTNER_KEY"} {
		for _, value := range []string{"", name + "="} {
			requireKeyWanted(t, program, name, value)
		}
	}
}

// latin1Wanted is what a program says of an answer in ISO-8859-1.
func latin1Wanted(id string) string {
	switch id {
	case "bash", "java":
		return `ei k\xe4y|ei k[^ -~]+y` // bash hands the bytes on; Java writes its errors as it was started
	case "go":
		return "ISO-8859-1" // encoding/xml reads UTF-8 alone, and says so
	}
	return "INVALID_DATA :: ei käy"
}

// refused are the keys that are not taken, and what a program says then: the HTTP status, and the second Status element.
var refused = []struct {
	keys mac.Keys
	want []string
}{
	{wrongKeys, []string{"HTTP 401", "FAILED AUTHENTICATION_FAILED ::"}},
	{wrongKeys200, []string{"HTTP 200", "FAILED AUTHENTICATION_FAILED ::"}},
	{latin1Keys, []string{"HTTP 200"}},
	{pageKeys, []string{"HTTP 200"}},
	{gatewayKeys, []string{"HTTP 502"}},
	{elsewhereKeys, []string{"HTTP 302"}},
}

// requireKeyWanted says whether the program refuses to run where a key is not set, or is empty.
func requireKeyWanted(t *testing.T, p program, name, setting string) {
	command := p.command(t, p.run, nil)
	for _, line := range environment(rightKeys) {
		if !strings.HasPrefix(line, name) {
			command.Env = append(command.Env, line)
		}
	}
	if setting != "" {
		command.Env = append(command.Env, setting)
	}
	out, err := command.CombinedOutput()
	require.Error(t, err)
	require.Regexp(t, name+`.* is not set`, string(out))
}

// Where Netvisor takes XML, the program sends request.xml by POST, byte for byte, and signs what it signs for GET.
func TestPost(t *testing.T) {
	const body = "<root>\r\n<name>Ty\xf6 & <\x00\n</root>\n\n"
	n := newNetvisor(t)
	n.eachInterpreter(t, func(t *testing.T, id string, i interpreter) {
		r := ascii(nastyRequest(n, id+"post", mac.HMACSHA256))
		r.URL += "&Method=Add"
		code, err := Make(strings.TrimSuffix(id, "5"), r)
		require.NoError(t, err)
		p := build(t, i, languageOf(strings.TrimSuffix(id, "5")).File, code)
		require.NoError(t, os.WriteFile(filepath.Join(p.dir, "request.xml"), []byte(body), 0o600))
		success, out := p.start(t, rightKeys)
		require.True(t, success, out)
		n.requireReceived(t, r)
		require.Equal(t, "POST text/plain "+body, n.bodyOf(r))
	})
}

func (n *netvisor) bodyOf(r mac.Request) string {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return n.bodies[resource(r)]
}

// eachInterpreter tests every program, and what C# does on .NET 5.
func (n *netvisor) eachInterpreter(t *testing.T, test func(t *testing.T, id string, i interpreter)) {
	all := maps.Clone(interpreters)
	all["csharp5"] = csharp5
	for id, i := range all {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			test(t, id, i)
		})
	}
}

// An address without a path, or with a ? that nothing follows, is signed as it is sent.
func TestAddressesThatAreSentOtherwise(t *testing.T) {
	n := newNetvisor(t)
	n.eachInterpreter(t, func(t *testing.T, id string, i interpreter) {
		for _, url := range []string{"", "?a=b", "/x.nv?", "/x.nv?a=b?", "?"} {
			r := ascii(mac.NewRequest(n.URL + url))
			r.OrganisationID = "1967543-8"
			code, err := Make(strings.TrimSuffix(id, "5"), r)
			require.NoError(t, err)
			success, out := build(t, i, languageOf(strings.TrimSuffix(id, "5")).File, code).start(t, rightKeys)
			require.True(t, success, "%q: %s", url, out)
		}
	})
}

// Postman's and Bruno's own address goes before the one in the script, as do Postman's headers with variables.
func TestOwnAddress(t *testing.T) {
	n := newNetvisor(t)
	for _, test := range []struct{ id, url, sender string }{
		{"postman", "{{BASE}}/own-postman.nv?q=Ty ö", "Own Oy"}, {"bruno", n.URL + "/own-bruno.nv", "x"},
	} {
		r := ascii(mac.NewRequest(n.URL + "/script.nv"))
		r.OrganisationID, r.Sender = "1967543-8", "x"
		code, err := Make(test.id, r)
		require.NoError(t, err)
		p := build(t, interpreters[test.id], languageOf(test.id).File, code)
		command := p.command(t, p.run, append(environment(rightKeys), "OWN_URL="+test.url, "BASE="+n.URL, "OWN_SENDER={{NAME}}", "NAME=Own Oy"))
		out, err := command.CombinedOutput()
		require.NoError(t, err, string(out))
		require.Equal(t, test.sender, n.last["own-"+test.id+".nv"].Sender)
		require.Empty(t, n.last["script.nv"])
	}
}

// Java is told in which charset it sends headers when it is started, where a header needs it.
func TestJavaWithoutCharset(t *testing.T) {
	n := newNetvisor(t)
	java := interpreters["java"]
	java.run = strings.Replace(java.run, "-Dfile.encoding=ISO-8859-1", "-Dfile.encoding=UTF-8", 1)
	r := ascii(nastyRequest(n, "java-utf8", mac.HMACSHA256))
	for _, sender := range []string{"Tyo", "Työ"} {
		r.Sender = sender
		code, err := Make("java", r)
		require.NoError(t, err)
		success, out := build(t, java, "Netvisor.java", code).start(t, rightKeys)
		require.Equal(t, sender == "Tyo", success, out)
		require.Equal(t, sender == "Työ", strings.Contains(out, "start java with -Dfile.encoding=ISO-8859-1"), out)
	}
}

// mistakesOf has every comment stand in one of a program's two forms.
func mistakesOf(r mac.Request) []string {
	if r.Algorithm == mac.SHA256 {
		return mistakes
	}
	return nil
}

// requireReceived says whether what arrived at r's resource is r.
func (n *netvisor) requireReceived(t *testing.T, r mac.Request) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	got, arrived := n.last[resource(r)]
	require.True(t, arrived)
	require.Empty(t, n.problems[resource(r)])
	for _, field := range []mac.Field{mac.FieldSender, mac.FieldCustomerID, mac.FieldPartnerID,
		mac.FieldLanguage, mac.FieldOrganisationID, mac.FieldAlgorithm} {
		want := *field.Of(&r, nil)
		if r.Algorithm == mac.SHA256 {
			want = latin9.Replace(want)
		}
		require.Equal(t, want, *field.Of(&got, nil), field)
	}
}

// latin9 writes a text's bytes in ISO-8859-15 as the characters that they are in ISO-8859-1.
var latin9 = strings.NewReplacer("€", "¤", "Š", "¦", "š", "¨", "Ž", "´", "ž", "¸", "Œ", "¼", "œ", "½", "Ÿ", "¾")

// languageOf returns the language of this id.
func languageOf(id string) language {
	return languages[slices.IndexFunc(languages, func(l language) bool { return l.ID == id })]
}

// Whatever fails, what is printed holds no key: a value or a key with a character that the charset lacks, a server that
// is not there, and one that shows what it was sent.
func TestPrintsNoKey(t *testing.T) {
	n := newNetvisor(t)
	odd := mac.Keys{Customer: "3c6e0b8a9c15224a8228b9a98ca1531d€", Partner: rightKeys.Partner}
	for id, interpreter := range interpreters {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			r := ascii(nastyRequest(n, id+"silent", mac.HMACSHA256))
			code, err := Make(id, r)
			require.NoError(t, err)
			requireNoKey(t, build(t, interpreter, languageOf(id).File, code), odd)
			euro := "€"
			if id == "java" || id == "csharp" {
				euro = `\u20ac` // the compiler may read the file in another charset
			}
			for old, changed := range map[string]string{"1967543-8": "1967543" + euro + "8", n.URL: "http://127.0.0.1:1"} {
				requireNoKey(t, build(t, interpreter, languageOf(id).File, strings.Replace(code, old, changed, 1)), rightKeys)
			}
		})
	}
}

// requireNoKey runs a program that must fail with a reason, and holds no eight characters of a key in a row.
func requireNoKey(t *testing.T, p program, k mac.Keys) {
	success, out := p.start(t, k)
	require.False(t, success, out)
	require.NotEmpty(t, out)
	for _, key := range []string{k.Customer, k.Partner} {
		for i := 0; i+8 <= len(key); i++ {
			require.NotContains(t, out, key[i:i+8])
		}
	}
}
