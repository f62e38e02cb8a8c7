// Answers the page from the module.
import { load } from "../../api/multivers.ts";
import { multiversURL } from "build";

async function answer() {
  const mac = await load(await (await fetch(multiversURL)).arrayBuffer());
  postMessage(mac.ping());
}

answer();
