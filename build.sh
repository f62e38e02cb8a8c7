#!/bin/sh
# Builds, serves or tests the site.
#
#   ./build.sh               writes dist/, the whole site
#   ./build.sh serve         writes dist/ and serves it on http://localhost:8080; PORT changes the port
#   ./build.sh verify URL    builds, and compares what a host serves at URL with it, file by file
#   ./build.sh release       writes dist/, and release/ with all that is published: zip, single files, npm package, sums
#   ./build.sh sizes         prints what a visitor downloads and what each part adds, against an empty Go program
#   ./build.sh test          runs every check and every test, and stops at the first step that fails
#   ./build.sh test STEP...  runs these steps alone: see "steps" below
#   ./build.sh test quick    checks a change within a minute, once the site is built: see "quick" below
#
# SITE=https://mac.example.com/ before any of them tells where the site will be: then the pages of its reference say so, and
# a sitemap names them.
#
# COMPRESSED=FOLDER keeps there what was compressed, for the next build; the tests do.
#
# To build and to serve takes Go 1.26 or later, nothing else. The tests take a C compiler (for the
# race detector), Python 3, Node 20 or later with npm, Chromium, Firefox, WebKitGTK with its driver
# and Xvfb, LibreOffice Calc and Writer, pdftotext, Mono, nginx, Caddy, Apache and shellcheck; what is missing of these is installed where
# this runs as root on Debian, and named elsewhere.
set -eu
cd "$(dirname "$0")"

# The status of a step that could not ask what it is for.
unasked=75

steps="install modules format vet lint unit wasm fuzz bundle build types node browser browsers audit"
quick="format vet lint types short"

main() {
	command -v go >/dev/null || die "Go is missing: install it from https://go.dev/dl/"
	clean_go
	verb=${1-build}
	[ $# = 0 ] || shift
	case $verb in
	build | serve | sizes | verify | release) bundle "$verb" "$@" ;;
	test) test_steps "${*:-$steps}" ;;
	step) "$@" ;; # run_steps calls it: "set -e" would not hold in a function whose failure is caught
	*) die "unknown verb '$verb': use none, serve, verify, release, sizes or test" ;;
	esac
}

# clean_go leaves Go those settings alone that say where it finds and keeps things: all others, those that
# "go env -w" has written among them, could change the bytes.
clean_go() {
	for name in GOPATH GOCACHE GOMODCACHE GOPROXY GONOPROXY GOSUMDB GONOSUMDB GOPRIVATE GOINSECURE GOAUTH GOVCS; do
		value=$(GOFLAGS="" GO111MODULE="" GOWORK=off go env "$name") && export "$name=$value"
	done
	for name in $(env | sed -n 's/^\(GO[A-Z0-9_]*\)=.*/\1/p'); do
		case $name in
		GOPATH | GOCACHE | GOMODCACHE | GOPROXY | GONOPROXY | GOSUMDB | GONOSUMDB | GOPRIVATE | GOINSECURE | GOAUTH | GOVCS | GOTOOLCHAIN | GOROOT | GOMAXPROCS) ;;
		*) unset "$name" ;;
		esac
	done
	export GOENV=off
}

die() {
	echo "build.sh: $*" >&2
	exit 1
}

# test_steps runs a list of steps in one argument, or one that has a name.
test_steps() {
	[ "$1" != quick ] || set -- "$quick"
	# shellcheck disable=SC2086 # a list
	run_steps $1
}

run_steps() {
	export COMPRESSED="${COMPRESSED-${XDG_CACHE_HOME:-$HOME/.cache}/netvisormac}"
	started=$(date +%s)
	took=
	known=
	for step; do
		echo "== $step"
		began=$(date +%s)
		status=0
		./build.sh step "test_$step" || status=$?
		case $status in
		0) ;;
		"$unasked") known="; $step: nothing known, database out of reach" ;;
		*) die "step '$step' failed" ;;
		esac
		took="$took $step $(($(date +%s) - began))"
	done
	echo "== passed in $(($(date +%s) - started)) s:$took$known"
}

# tool prints the path of a program that the bundle's module names as a tool, and builds it first.
tool() { go -C web/bundle tool -n "$1"; }

# bundle replaces this shell, so that a signal reaches the server.
bundle() {
	program=$(tool bundle)
	exec "$program" -root . "$@"
}

test_install() {
	need gcc gcc libc6-dev
	need python3 python3
	need node nodejs
	need npm npm
	need chromium chromium
	need chromium-headless-shell chromium-headless-shell
	command -v firefox >/dev/null || need firefox-esr firefox-esr
	need WebKitWebDriver webkit2gtk-driver libwebkit2gtk-4.1-0
	need xvfb-run xvfb xauth
	need soffice libreoffice-calc
	need lowriter libreoffice-writer
	need pdftotext poppler-utils
	need mcs mono-mcs mono-runtime
	need shellcheck shellcheck
	test_install_servers
	test_install_interpreters
}

# The site is served by the web servers that hosting.md has lines for. Debian keeps them where only root looks.
test_install_servers() {
	PATH=$PATH:/usr/sbin
	need nginx nginx
	[ -f /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || need brotli_static libnginx-mod-http-brotli-static
	need caddy caddy
	need apache2 apache2-bin
}

# The snippets are run by their own interpreters.
test_install_interpreters() {
	packages=$(cat mac/snippet/testdata/apt-packages.txt)
	if may_install; then
		# shellcheck disable=SC2086 # a list
		dpkg -s $packages >/dev/null 2>&1 || install_packages $packages
	fi
	npm --prefix mac/snippet/testdata ci --no-audit --no-fund
	npm --prefix mac/paste/testdata/oracles ci --no-audit --no-fund
}

may_install() { [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; }

install_packages() {
	apt-get update --quiet
	DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends "$@"
}

# need COMMAND PACKAGE... installs the packages that COMMAND comes in, where it may do so unasked.
need() {
	command -v "$1" >/dev/null && return
	command=$1
	shift
	may_install || die "the tests need $command: install it (Debian: apt-get install $*) and start them again"
	install_packages "$@"
}

test_format() {
	wrong=$(find . -name node_modules -prune -o -name '*.go' -exec gofmt -l {} +)
	[ -z "$wrong" ] || die "gofmt would change $wrong"
}

test_vet() {
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./...
	go -C web/bundle vet ./...
}

test_lint() {
	staticcheck=$(tool staticcheck)
	"$staticcheck" ./...
	GOOS=js GOARCH=wasm "$staticcheck" ./...
	(cd web/bundle && "$staticcheck" ./...)
	for module in . web/bundle; do
		go -C "$module" mod tidy -diff
	done
	shellcheck build.sh .ci/run
	"$(tool actionlint)" .github/workflows/*.yml
	cd web && lint/node_modules/.bin/eslint --max-warnings 0 --config lint/eslint.config.js .
}

# The race detector slows down what is long or measured: that runs without it. Interpreters it does not watch.
test_unit() {
	native_packages | xargs go test -race -short
	go test ./...
}

native_packages() { go list ./... | grep -v /snippet; }

# Go's runtime for Node has room for a small environment only, so that one process gets a bare one.
test_wasm() {
	native_packages | GOOS=js GOARCH=wasm xargs go test -short \
		-exec "env -i 'PATH=$PATH' 'HOME=$HOME' '$(go env GOROOT)/lib/wasm/go_js_wasm_exec'"
}

# Every fuzz target there is, for FUZZTIME each; "go test" takes one at a time, and to build it takes as long
# as to run it, so that two are taken at once.
test_fuzz() {
	listed=$(go test -list '^Fuzz' ./...)
	targets=$(echo "$listed" | awk '/^Fuzz/ { found[++n] = $1 } $1 == "ok" { while (n) print $2, found[n--] }')
	[ -n "$targets" ] || die "no fuzz target found"
	echo "$targets" | xargs -n 2 -P 2 ./build.sh step test_fuzz_target
}

test_fuzz_target() { fuzz "$@" || fuzz_again "$@"; }

fuzz() {
	printed=$(go test -run '^$' -fuzz "^$2\$" -fuzztime "${FUZZTIME:-3s}" "$1" </dev/null 2>&1) && status=0 || status=$?
	echo "$printed"
	return "$status"
}

# Go before 1.27 may take the end of the time for a failure (https://go.dev/issue/75804): no input failed then.
fuzz_again() {
	case $printed in
	*'Failing input'* | *panic:*) return 1 ;;
	*'context deadline exceeded'*) fuzz "$@" ;;
	*) return 1 ;;
	esac
}

# Go's cache of results does not see the files that these tests read outside of their module.
test_bundle() { go -C web/bundle test -count=1 ./...; }

test_build() {
	(bundle build)
	"$(tool actionlint)" -shellcheck= -pyflakes= dist/hosting/github-pages.yml
}

test_modules() {
	for folder in web/lint web/tests; do
		npm --prefix $folder ci --no-audit --no-fund
	done
}

test_types() { cd web/tests && npx tsc -p .. && npx tsc -p ../command && npx tsc -p .; }

# In web/tests, *.test.* are for Node and *.spec.* for Playwright. Without a limit Node waits for ever for what does not end.
test_node() { cd web/tests && node --import ./typescript.js --test --test-concurrency=2 --test-timeout=600000; }

# What takes seconds: the other tests in Node compile often, ask browsers, or go through thousands of texts.
slow="conformance declarations guard jsx leaving lint load memory package selftest translations"

test_short() {
	native_packages | xargs go test -short
	cd web/tests
	for test in unit/*.test.js; do
		name=${test#unit/}
		case " $slow " in
		*" ${name%.test.js} "*) ;;
		*) set -- "$@" "$test" ;;
		esac
	done
	node --import ./typescript.js --test --test-concurrency=2 --test-reporter=dot --test-timeout=60000 "$@"
}

test_browser() { cd web/tests && npx playwright test; }

# The same paths in Chromium, Firefox and WebKit.
test_browsers() { cd web/tests && node --import ./typescript.js --test --test-reporter=spec browsers/run.js; }

# What is known of faults in what the project depends on. Where a database is out of reach nothing is known, which is
# not "passed".
test_audit() {
	outcome=0
	audited "$(tool govulncheck)" ./...
	for folder in web/lint web/tests mac/snippet/testdata mac/paste/testdata/oracles; do
		audited npm --prefix $folder audit
	done
	return $outcome
}

audited() {
	printed=$("$@" 2>&1) && status=0 || status=$?
	case $status:$printed in
	0:*) echo "$(basename "$1"): nothing found" ;;
	*'endpoint returned an error'* | *'fetching vulnerabilities'*)
		echo "audit: nothing known, database out of reach ($(basename "$1"))"
		outcome=$unasked
		;;
	*) die "$printed" ;;
	esac
}

main "$@"
