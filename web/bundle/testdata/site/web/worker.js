// Answers the page from the module.
import { load } from "./mac.js";
import { wasmURL } from "build";

async function answer() {
  const mac = await load(await (await fetch(wasmURL)).arrayBuffer());
  postMessage(mac.ping());
}

answer();
