// Taking a web.config in: opened, dropped or pasted; and the one before it.

import { byId } from "../dom/elements.js";
import { tell } from "../words/language.js";
import { seen } from "../text/unseen.js";
import { Refused } from "./refused.js";
import { count, t } from "./words.js";

/** @typedef {{ name: string, bytes: Uint8Array, pasted: boolean }} Given */

/** In MB. IIS itself reads far less. */
const most = 64;

/** @type {Given | undefined} */
let given;
/** @type {Given | undefined} */
let before;

/** The web.config that is open. */
export const opened = () => given;

/** @param {Given} given */
export const nameOf = ({ name, pasted }) => (pasted ? t("config.pasted") : seen(name));

/** @param {() => string} text */
export function sayOfConfig(text) {
  tell("config-said", () => { byId("config-said", HTMLElement).textContent = text(); });
}

/** Opens a file, or none. @param {Given | undefined} next */
export function setOpened(next) {
  if (given) before = given;
  given = next;
  byId("undo-config", HTMLButtonElement).hidden = !before;
}

/** Forgets both, secrets and all. */
export function forgetFiles() {
  given = undefined;
  before = undefined;
  byId("undo-config", HTMLButtonElement).hidden = true;
}

/** Opens a file of the computer's; one that cannot be read is told and changes nothing. @param {File} file @returns {Promise<Uint8Array | undefined>} */
export async function bytesOf(file) {
  if (file.size > most * 1e6) throw new Refused(() => t("file.large", { name: file.name, size: count(Math.round(file.size / 1e6)), most }));
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refused(() => t("file.unreadable", { name: file.name }));
  }
}

/** @param {(given: Given | undefined) => void} take @param {(file: File) => void} read */
export function listenToFile(take, read) {
  const file = byId("config-file", HTMLInputElement), box = byId("config-paste", HTMLTextAreaElement);
  byId("open-config", HTMLButtonElement).addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (chosen) read(chosen);
  });
  byId("undo-config", HTMLButtonElement).addEventListener("click", () => take(before));
  byId("example-config", HTMLButtonElement).addEventListener("click", () => take({ name: "web.config", bytes: new TextEncoder().encode(example), pasted: false }));
  box.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    takeText(text);
  });
  box.addEventListener("change", () => takeText(box.value));
  listenToDrops(read, (text) => takeText(text));

  /** The box does not keep the text, in which the token would stand. @param {string} text */
  function takeText(text) {
    box.value = "";
    if (text.trim()) take({ name: "", bytes: new TextEncoder().encode(text), pasted: true });
  }
}

/** Wherever it is dropped: otherwise the browser would leave the page for it. @param {(file: File) => void} read @param {(text: string) => void} take */
function listenToDrops(read, take) {
  const box = byId("config-box", HTMLElement);
  const inField = (/** @type {Event} */ { target }) => target instanceof HTMLElement && target.matches("input, textarea") && target.id !== "config-paste";
  document.addEventListener("dragover", (event) => {
    if (inField(event) && !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    box.toggleAttribute("data-dragging", true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) box.toggleAttribute("data-dragging", false);
  });
  document.addEventListener("drop", (event) => {
    box.toggleAttribute("data-dragging", false);
    const [file] = event.dataTransfer?.files ?? [];
    if (inField(event) && !file) return;
    event.preventDefault();
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    if (file) read(file);
    else if (text) take(text);
  });
}

/** A web.config with the guide's lines, as they break a site. */
const example = `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <appSettings>
    <add key="webpages:Version" value="3.0.0.0" />
    <add key=”Zenvoices.SecretToken” value=”randomkey“/>
  </appSettings>
  <system.webServer>
    <modules runAllManagedModulesForAllRequests="true">
      <add name=”ZenvoicesSecurityTokenHttpModule” type=”Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule, ZenvoicesSecurityTokenHttpModule” />
    </modules>
  </system.webServer>
</configuration>
`;
