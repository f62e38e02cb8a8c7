package main

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestServedFiles(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, standIn(t).files.write(dir))
	for address, want := range map[string]string{
		"/":            "text/html; charset=utf-8",
		"/mac.js":      "text/javascript; charset=utf-8",
		"/mac.wasm":    "application/wasm",
		"/mac.d.ts":    "text/plain; charset=utf-8",
		"/mac.wasm.gz": "gzip", // as a system names it
	} {
		w := httptest.NewRecorder()
		handler(dir).ServeHTTP(w, httptest.NewRequest("GET", address, nil))
		require.Equal(t, 200, w.Code, address)
		require.Contains(t, w.Header().Get("Content-Type"), want, address)
		require.Equal(t, "no-cache", w.Header().Get("Cache-Control"), address)
		require.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"), address)
		require.Empty(t, w.Header().Get("Content-Encoding"), address)
	}
}

func TestServedWithBrotli(t *testing.T) {
	dir, s := t.TempDir(), standIn(t)
	require.NoError(t, s.files.write(dir))
	request := httptest.NewRequest("GET", "/mac.wasm", nil)
	request.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	w := httptest.NewRecorder()
	handler(dir).ServeHTTP(w, request)
	require.Equal(t, "br", w.Header().Get("Content-Encoding"))
	require.Equal(t, "application/wasm", w.Header().Get("Content-Type"))
	require.Equal(t, s.files["mac.wasm.br"], w.Body.Bytes())
}

// What the host says and what the page says of itself is one policy.
func TestPolicyInPageAndHeader(t *testing.T) {
	dir, s := t.TempDir(), standIn(t)
	require.NoError(t, s.files.write(dir))
	w := httptest.NewRecorder()
	handler(dir).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	sent := w.Header().Get("Content-Security-Policy")
	inPage, ok := strings.CutSuffix(sent, "; frame-ancestors 'none'")
	require.True(t, ok, sent)
	require.Contains(t, w.Body.String(), `content="`+inPage+`"`)
	for _, directive := range []string{"default-src 'none'", "require-trusted-types-for 'script'", "trusted-types netvisor-mac"} {
		require.Contains(t, inPage, directive)
	}
	require.NotContains(t, inPage, "unsafe-inline")
}

func TestAbsentFile(t *testing.T) {
	w := httptest.NewRecorder()
	handler(t.TempDir()).ServeHTTP(w, httptest.NewRequest("GET", "/absent.js", nil))
	require.Equal(t, 404, w.Code)
}

func TestPortInUse(t *testing.T) {
	require.ErrorContains(t, serve(t.TempDir(), "no-port"), "no-port")
}
