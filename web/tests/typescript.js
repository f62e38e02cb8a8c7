// Lets Node import the page's modules as they are written: esbuild takes their types away, and makes modules of words.

import { register } from "node:module";

const hooks = `
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from ${JSON.stringify(import.meta.resolve("esbuild"))};
const loaders = { ".ts": "ts", ".json": "json" };
export const load = async (url, context, next) => {
  const loader = url.startsWith("file:") && !url.includes("/node_modules/") && loaders[extname(url)];
  if (!loader || context.importAttributes?.type) return next(url, context);
  const file = fileURLToPath(url);
  return { format: "module", source: transformSync(readFileSync(file, "utf8"), { loader, format: "esm", target: "es2022", sourcefile: file, sourcemap: "inline" }).code, shortCircuit: true };
};`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
