package snippet

import _ "embed" // embed.FS would cost the WebAssembly twice what all templates do

// templates are the files of templates/: a language is a file and its two lines here.
var templates = [...]struct {
	id   string
	text *string
}{
	{"bash", &bashTemplate},
	{"bruno", &brunoTemplate},
	{"csharp", &csharpTemplate},
	{"curl", &curlTemplate},
	{"go", &goTemplate},
	{"headers", &headersTemplate},
	{"http", &httpTemplate},
	{"java", &javaTemplate},
	{"javascript", &javascriptTemplate},
	{"php", &phpTemplate},
	{"postman", &postmanTemplate},
	{"powershell", &powershellTemplate},
	{"python", &pythonTemplate},
	{"ruby", &rubyTemplate},
}

var (
	//go:embed templates/bash.txt
	bashTemplate string
	//go:embed templates/bruno.txt
	brunoTemplate string
	//go:embed templates/csharp.txt
	csharpTemplate string
	//go:embed templates/curl.txt
	curlTemplate string
	//go:embed templates/go.txt
	goTemplate string
	//go:embed templates/headers.txt
	headersTemplate string
	//go:embed templates/http.txt
	httpTemplate string
	//go:embed templates/java.txt
	javaTemplate string
	//go:embed templates/javascript.txt
	javascriptTemplate string
	//go:embed templates/php.txt
	phpTemplate string
	//go:embed templates/postman.txt
	postmanTemplate string
	//go:embed templates/powershell.txt
	powershellTemplate string
	//go:embed templates/python.txt
	pythonTemplate string
	//go:embed templates/ruby.txt
	rubyTemplate string
)
