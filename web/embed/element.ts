// Makes <netvisor-mac> known. A script of the old kind, which every site can take from another.

import { NetvisorMacElement } from "./element-class.ts";

/** This script; as a module it is not told which it is. */
const script = document.currentScript ?? [...document.scripts].find(({ src }) => /\/element\.js([?#]|$)/.test(src));

if (script instanceof HTMLScriptElement) NetvisorMacElement.embed = new URL("embed.html", script.src).href;
if (!customElements.get("netvisor-mac")) customElements.define("netvisor-mac", NetvisorMacElement);
