// Answers the page from the module.
import { load } from "../../api/mac.ts";
import { macURL } from "build";

async function answer() {
  const mac = await load(await (await fetch(macURL)).arrayBuffer());
  postMessage(mac.ping());
}

answer();
