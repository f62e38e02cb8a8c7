// How the values become the MAC, drawn for an algorithm.

import { byId } from "../../dom/elements.ts";

export function showPicture(charset: string, algorithm: string) {
  byId("picture", SVGSVGElement).dataset.algorithm = algorithm;
  byId("picture-charset", SVGTextElement).textContent = charset;
  byId("picture-hash", SVGTextElement).textContent = algorithm === "SHA256" ? "SHA-256" : "HMAC-SHA256";
}
