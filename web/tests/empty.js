// The empty Go program that the site is weighed and timed against.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

/**
 * Builds it, and the brotli beside it, whose size is the answer.
 * @param {string} file
 */
export function buildEmpty(file) {
  execFileSync("go", ["-C", fileURLToPath(new URL("../bundle/", import.meta.url)), "build", "-trimpath", "-buildvcs=false",
    "-ldflags=-s -w -buildid=", "-o", file, "./empty"], { env: { ...process.env, GOOS: "js", GOARCH: "wasm" } });
  const small = brotliCompressSync(readFileSync(file));
  writeFileSync(file + ".br", small);
  return small.length;
}
