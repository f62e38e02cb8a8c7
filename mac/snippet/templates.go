package snippet

import _ "embed" // embed.FS would cost the WebAssembly twice what all templates do

// templates are the files of templates/, the most used languages first: a language is a file and its two lines here.
var templates = [...]struct {
	id   string
	text *string
}{
	{"php", &phpTemplate},
	{"csharp", &csharpTemplate},
	{"javascript", &javascriptTemplate},
	{"python", &pythonTemplate},
	{"java", &javaTemplate},
	{"bash", &bashTemplate},
	{"bruno", &brunoTemplate},
	{"curl", &curlTemplate},
	{"go", &goTemplate},
	{"headers", &headersTemplate},
	{"http", &httpTemplate},
	{"postman", &postmanTemplate},
	{"powershell", &powershellTemplate},
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
