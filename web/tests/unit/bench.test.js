// What the bench lays beside our files is what the peers import: it runs on no machine but the one where somebody measures.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { layLibraries } from "../bench/libraries.js";

const peers = new URL("../bench/peer/", import.meta.url);

test("each module that a peer imports of a library is laid", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  t.after(() => rmSync(folder, { recursive: true }));
  layLibraries(folder);
  const imported = readdirSync(peers).flatMap((name) => Array.from(readFileSync(new URL(name, peers), "utf8").matchAll(/\{modules\}\/([^`"]+)/g), ([, path = ""]) => path));
  assert.ok(imported.length >= 3, "some are imported");
  for (const path of imported) assert.ok(existsSync(join(folder, "node_modules", path)), path);
});
