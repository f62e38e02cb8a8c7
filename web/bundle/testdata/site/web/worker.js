// Answers the page from the module.
import { load } from "./mac.js";
import { wasmURL } from "build";

const response = await fetch(wasmURL);
const plain = response.body.pipeThrough(new DecompressionStream("gzip"));
const mac = await load(await new Response(plain).arrayBuffer());
postMessage(mac.ping());
