// Shows what the worker says.
import words from "./locales/en.json";
import { version, wasmSHA256, workerURL } from "build";

const out = document.querySelector("output");
const worker = new Worker(workerURL, { type: "module" });
worker.onmessage = ({ data }) => {
  out.textContent = `${words["title"]}: ${data} ${version} ${wasmSHA256}`;
};
