package multivers

// The sections of shaped files.

func (s *shaper) comment() {
	switch s.IntN(6) {
	case 0:
		s.line("<!-- Für weitere Informationen siehe “https://go.microsoft.com/fwlink/?LinkId=301880” -->")
	case 1:
		s.both(s.begin(0) + "<!--" + s.begin(1) + "<appSettings><add key=”a” value=”b”/></appSettings>" + s.begin(0) + "-->")
	case 2:
		s.line("<!-- <modules><remove name=\"x\"/></modules> -->")
	}
}

func (s *shaper) settings() {
	key, _ := Lines(token)
	inner := func() {
		for range s.IntN(8) {
			s.comment()
			s.line(`<add key="%s" value="%s" />`, s.one("webpages:Version", "ClientValidationEnabled", "owin:AppStartup", "PreserveLoginUrl"), s.one("3.0.0.0", "true", "", "a &amp; b", "é", "“x”", "C:\\Temp\\"))
		}
	}
	switch s.IntN(12) {
	case 0:
		s.line(`<appSettings configSource="%s" />`, s.one("appSettings.config", "config\\app.config"))
	case 1:
		s.holder(`appSettings file="local.config"`, key, inner)
	default:
		s.holder("appSettings", key, inner)
	}
}

func (s *shaper) modules() {
	_, module := Lines("")
	tag := s.one("modules", "modules", `modules runAllManagedModulesForAllRequests="true"`, `modules runAllManagedModulesForAllRequests="false"`)
	s.holder(tag, module, func() {
		for range s.IntN(4) {
			s.comment()
			s.line("%s", s.one(`<remove name="WebDAVModule" />`, `<remove name="FormsAuthentication" />`, `<remove name="TelemetryCorrelationHttpModule" />`,
				`<add name="ErrorLog" type="Elmah.ErrorLogModule, Elmah" preCondition="managedHandler" />`))
		}
	})
}

// server writes system.webServer, at times in a location of the whole site.
func (s *shaper) server() {
	if s.often(12) {
		s.in(`location path="`+s.one(".", "")+`" inheritInChildApplications="false"`, func() { s.in("system.webServer", s.inServer) })
		return
	}
	s.in("system.webServer", s.inServer)
}

func (s *shaper) inServer() {
	parts := []func(){
		func() { s.line(`<validation validateIntegratedModeConfiguration="false" />`) },
		func() {
			s.in("handlers", func() {
				s.line(`<remove name="ExtensionlessUrlHandler-Integrated-4.0" />`)
				s.line(`<add name="ExtensionlessUrlHandler-Integrated-4.0" path="*." verb="*" type="System.Web.Handlers.TransferRequestHandler" preCondition="integratedMode,runtimeVersionv4.0" />`)
			})
		},
		func() {
			s.in("security", func() {
				s.in("requestFiltering", func() { s.line(`<requestLimits maxAllowedContentLength="52428800" />`) })
			})
		},
		func() {
			s.in("staticContent", func() { s.line(`<mimeMap fileExtension=".woff2" mimeType="font/woff2" />`) })
		},
		func() {
			s.in("rewrite", func() {
				s.in("rules", func() {
					s.in(`rule name="https" stopProcessing="true"`, func() {
						s.line(`<match url="(.*)" />`)
						s.line(`<action type="Redirect" url="https://{HTTP_HOST}/{R:1}?a=1&amp;b=2" />`)
					})
				})
			})
		},
		func() {
			s.in("httpProtocol", func() { s.in("customHeaders", func() { s.line(`<remove name="X-Powered-By" />`) }) })
		},
	}
	where := s.IntN(len(parts))
	for i, part := range parts {
		if i == where {
			s.modules()
		}
		if s.often(40) {
			part()
		}
		s.comment()
	}
}

// others writes a section that is none of ours.
func (s *shaper) others() {
	sections := []func(){
		func() {
			s.in("connectionStrings", func() {
				s.line(`<add name="WebApi" connectionString="Data Source=.\SQLEXPRESS;Initial Catalog=WEBAPI;User ID=api;Password=%s;" providerName="System.Data.SqlClient" />`, s.one("a&amp;b", "&lt;x&gt;", "é"))
			})
		},
		func() { s.line(`<connectionStrings configSource="connections.config" />`) },
		func() {
			s.in("system.web", func() {
				s.line(`<compilation targetFramework="4.6.1" />`)
				s.line(`<httpRuntime targetFramework="4.6.1" maxRequestLength="51200" />`)
				s.line(`<machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate" />`)
				s.in("pages", func() { s.in("namespaces", func() { s.line(`<add namespace="System.Web.Helpers" />`) }) })
			})
		},
		func() {
			s.in("runtime", func() {
				s.in(`assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"`, func() {
					s.in("dependentAssembly", func() {
						s.line(`<assemblyIdentity name="Newtonsoft.Json" publicKeyToken="30ad4fe6b2a6aeed" culture="neutral" />`)
						s.line(`<bindingRedirect oldVersion="0.0.0.0-12.0.0.0" newVersion="12.0.0.0" />`)
					})
				})
			})
		},
		func() {
			s.in("log4net", func() {
				s.line(`<root><level value="ALL" /></root>`)
				s.line(`<conversionPattern><![CDATA[%%date <%%thread> “%%message” & %%newline]]></conversionPattern>`)
			})
		},
		func() {
			s.in(`location path="`+s.one("help", "App_Data", "api/secret")+`"`, func() {
				s.in("system.web", func() { s.in("authorization", func() { s.line(`<deny users="?" />`) }) })
			})
		},
		func() { // an application below, whose settings are its own
			s.in(`location path="Documentation"`, func() {
				s.in("system.webServer", func() {
					s.in("defaultDocument", func() { s.in("files", func() { s.line(`<add value="index.html" />`) }) })
				})
			})
		},
		func() { s.in("dotNetOpenAuth", func() { s.line(`<messaging relaxSslRequirements="false" />`) }) },
		func() {
			s.in("applicationSettings", func() {
				s.in("WebApi.Properties.Settings", func() {
					s.in(`setting name="Url" serializeAs="String"`, func() { s.line("<value>https://localhost:4430/</value>") })
				})
			})
		},
	}
	sections[s.IntN(len(sections))]()
}
