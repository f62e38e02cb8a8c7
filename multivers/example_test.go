package multivers_test

import (
	"fmt"
	"strings"

	"netvisormac/multivers"
)

// The lines of the guide as they come out when they are copied: their quotation marks are typographic.
const copied = `<configuration>
  <appSettings>
    <add key=”Zenvoices.SecretToken” value=”randomkey“/>
  </appSettings>
</configuration>`

func ExampleCheck() {
	for _, f := range multivers.Check([]byte(copied), multivers.Options{}) {
		fmt.Printf("%d:%d %s: %s\n", f.Line, f.Column, f.Severity, f.Title)
	}
	// Output:
	// 3:14 error: There is a typographic quotation mark where XML needs a straight one
	// 0:0 error: The module is missing: the API is open to everyone who can reach it
	// 3:45 error: The secret token is the example of a guide
}

func ExampleFix() {
	token := "Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x" // of NewToken
	fixed, edits, err := multivers.Fix([]byte(copied), token)
	fmt.Println(strings.ReplaceAll(string(fixed), token, "•••"))
	fmt.Println(len(edits), err)
	original, err := multivers.Restore(fixed, edits)
	fmt.Println(string(original) == copied, err)
	// Output:
	// <configuration>
	//   <appSettings>
	//     <add key="Zenvoices.SecretToken" value="•••"/>
	//   </appSettings>
	//   <system.webServer>
	//     <modules>
	//       <add name="ZenvoicesSecurityTokenHttpModule" type="Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule, ZenvoicesSecurityTokenHttpModule" />
	//     </modules>
	//   </system.webServer>
	// </configuration>
	// 6 <nil>
	// true <nil>
}

func ExampleLines() {
	key, module := multivers.Lines("TOKEN")
	fmt.Println(key)
	fmt.Println(module)
	// Output:
	// <add key="Zenvoices.SecretToken" value="TOKEN" />
	// <add name="ZenvoicesSecurityTokenHttpModule" type="Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule, ZenvoicesSecurityTokenHttpModule" />
}

func ExampleExplain() {
	f := multivers.Explain("HTTP-fout 500.19, foutcode 0x800700c1")[0]
	fmt.Println(f.Title)
	// Output:
	// 0x800700c1: a 32-bit DLL in a 64-bit application pool, or the reverse
}
