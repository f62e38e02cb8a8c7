// Shows what the worker says.
import words from "../locales/en.json";
import { workerSum, workerURL } from "../site/served.ts";
import { version, macSHA256 } from "version";

const out = document.querySelector("output");
const policy = trustedTypes.createPolicy("netvisor-mac", { createScriptURL: (address) => (address === workerURL ? address : "") });
const worker = new Worker(policy.createScriptURL(workerURL));
worker.onmessage = ({ data }) => {
  out.textContent = `${words["title"]}: ${data} ${version} ${macSHA256} ${workerSum}`;
};
