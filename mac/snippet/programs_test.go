package snippet

import (
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
	for _, keys := range []mac.Keys{wrongKeys, wrongKeys200} {
		success, out := program.start(t, keys)
		require.False(t, success, "a failure is taken for success: %s", out)
		require.Contains(t, out, "FAILED AUTHENTICATION_FAILED ::", "the second Status is not shown")
	}
	success, out := program.start(t, pageKeys)
	require.False(t, success, "a page is taken for success: %s", out)
	success, out = program.start(t, mac.Keys{Customer: rightKeys.Customer})
	require.False(t, success)
	require.Regexp(t, `NETVISOR_PARTNER_KEY.* is not set`, out)
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
