package multivers

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Where a web.config, or what a command printed, has its usual secrets; each has one where it says hunter2.
var usualSecrets = []string{
	`<add key="ApiKey" value="hunter2"/>`, `<add value="hunter2" key="ApiKey"/>`, `<add key="Stripe:ApiKey" value="hunter2" />`,
	`<add key="SmtpPwd" value="hunter2"/>`, `<add key="DbPass" value="hunter2"/>`, `<add value='hunter2' key='DbPass'/>`, `<add key="Smtp.Password" value="hunter2"/>`,
	`<add key="ClientSecret" value="hunter2"/>`, `<add key="ida:ClientSecret" value="hunter2"/>`, `<add key="AccountKey" value="hunter2"/>`,
	`<add key="Wachtwoord" value="hunter2"/>`, `<add key="EncryptionKey" value="hunter2"/>`, `<add key="JwtSigningKey" value="hunter2"/>`, `<add key="StorageAccountKey" value="hunter2"/>`,
	`<add key="MyOwnKey" value="hunter2"/>`, `<add key="Passphrase" value="hunter2"/>`, `<add key="AwsSecretAccessKey" value="hunter2"/>`,
	`<add name="a" connectionString="DefaultEndpointsProtocol=https;AccountName=n;AccountKey=hunter2"/>`,
	`<add name="a" connectionString="Endpoint=sb://x/;SharedAccessKeyName=k;SharedAccessKey=hunter2"/>`,
	`<add name="a" connectionString="BlobEndpoint=https://x/;SharedAccessSignature=hunter2"/>`,
	`<add name="a" connectionString="Server=b;User Id=c;Password=hunter2"/>`, `<add name="a" connectionString="Server=b;uid=c;pwd=hunter2"/>`,
	`<add name="a" connectionString="mongodb://user:hunter2@host/db"/>`, `<add key="Feed" value="https://user:hunter2@host/feed"/>`, `<redis>redis://:hunter2@host</redis>`,
	`<network host="smtp" userName="u" password="hunter2"/>`, `<processModel identityType="SpecificUser" userName="CONTOSO\svc" password="hunter2" />`,
	`<machineKey validationKey="hunter2" decryptionKey="AutoGenerate"/>`, `<serviceCertificate filename="a.pfx" certificatePassword="hunter2"/>`, `<sessionState stateConnectionString="x" sqlPassword="hunter2"/>`,
	`<password>hunter2</password>`, `<smtpPassword> hunter2 </smtpPassword>`, `<ApiKey>hunter2</ApiKey>`,
	`<setting name="MailPassword" serializeAs="String"><value>hunter2</value></setting>`, "<setting name=\"ApiKey\" serializeAs=\"String\">\n  <value>hunter2</value>",
	`<!-- <add key="SmtpPwd" value="hunter2"/> -->`, `<!-- password: hunter2 -->`, `<!-- pwd = hunter2 -->`, `<!-- old token: hunter2 -->`,
	"Password : hunter2", "X-Zenvoices-Token: hunter2", `{"password": "hunter2"}`, "net use Z: /user:u\npassword=hunter2", "curl https://u:hunter2@host/",
}

func TestUsualSecrets(t *testing.T) {
	for _, text := range usualSecrets {
		require.Contains(t, text, "hunter2")
		require.NotContains(t, masked(t, []byte(text)), "hunter2", text)
	}
}

// A secret is found under any name that ends as the name of one.
func TestSecretsOfAnyName(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for _, end := range secretNames {
		for range 20 {
			name := randomName(r) + end
			if r.IntN(2) == 0 {
				name = name[:len(name)-len(end)] + strings.ToUpper(end[:1]) + end[1:]
			}
			for _, form := range []string{`<a NAME="hunter2"/>`, `<a NAME='hunter2' b="c"/>`, `<NAME>hunter2</NAME>`, "NAME=hunter2\nnext", "NAME: hunter2", `<a b="x=1;NAME=hunter2"/>`} {
				text := strings.ReplaceAll(form, "NAME", name)
				require.NotContains(t, masked(t, []byte(text)), "hunter2", text)
			}
		}
	}
}

func randomName(r *rand.Rand) string {
	name := []byte{'q'}
	for range r.IntN(6) {
		name = append(name, "abcXYZ._-09"[r.IntN(11)])
	}
	return string(name)
}

// What is no secret stays to be read: without it nobody can tell what is wrong in a file.
func TestNoSecrets(t *testing.T) {
	for _, text := range []string{
		`<add key="webpages:Version" value="3.0.0.0" />`, `<add name="x" type="A.B, C, Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35" />`,
		`<aspNetCore forwardWindowsAuthToken="false" />`, `<membership enablePasswordReset="true" passwordFormat="Hashed" minRequiredPasswordLength="6"/>`,
		`APPPOOL "Zenvoices" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)`, `SITE "API" (id:2,bindings:https/*:4430:,state:Started)`,
		"IP:port : 0.0.0.0:4430\nCertificate Hash : 0a1b2c", "https *:4430: sslFlags=0", `<add key="SmtpHost" value="smtp.contoso.nl:25"/>`,
	} {
		require.Equal(t, text, masked(t, []byte(text)))
	}
}
