// Shows what the worker says.
import words from "./locales/en.json";
import { workerURL } from "build";
import { version, wasmSHA256 } from "version";

const out = document.querySelector("output");
const worker = new Worker(workerURL, { type: "module" });
worker.onmessage = ({ data }) => {
  out.textContent = `${words["title"]}: ${data} ${version} ${wasmSHA256}`;
};
