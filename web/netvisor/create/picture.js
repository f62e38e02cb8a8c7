// How the values become the MAC, drawn for an algorithm.

import { byId } from "../../dom/elements.js";

/** @param {string} charset @param {string} algorithm */
export function showPicture(charset, algorithm) {
  byId("picture", SVGSVGElement).dataset.algorithm = algorithm;
  byId("picture-charset", SVGTextElement).textContent = charset;
  byId("picture-hash", SVGTextElement).textContent = algorithm === "SHA256" ? "SHA-256" : "HMAC-SHA256";
}
