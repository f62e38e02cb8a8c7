// Taking a web.config in: opened, dropped or pasted; and the one before it.

import { onClick } from "../dom/buttons.ts";
import { byId } from "../dom/elements.ts";
import { tell } from "../words/language.ts";
import { seen } from "../text/unseen.ts";
import { Refused } from "./refused.ts";
import { count, t } from "./words.ts";

export type Given = { name: string, bytes: Uint8Array, pasted: boolean };

/** In MB. IIS itself reads far less. */
const most = 64;

let given: Given | undefined;
let before: Given | undefined;

/** The web.config that is open. */
export const opened = () => given;

export const nameOf = ({ name, pasted }: Given) => (pasted ? t("config.pasted") : seen(name));

export function sayOfConfig(text: () => string) {
  tell("config-said", () => { byId("config-said").textContent = text(); });
}

/** Opens a file, or none. */
export function setOpened(next: Given | undefined) {
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

/** Opens a file of the computer's; one that cannot be read is told and changes nothing. */
export async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  if (file.size > most * 1e6) throw new Refused(() => t("file.large", { name: file.name, size: count(Math.round(file.size / 1e6)), most }));
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refused(() => t("file.unreadable", { name: file.name }));
  }
}

export function listenToFile(take: (given: Given | undefined) => unknown, read: (file: File) => unknown) {
  const file = byId("config-file", HTMLInputElement), box = byId("config-paste", HTMLTextAreaElement);
  onClick("open-config", () => { file.click(); });
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (chosen) read(chosen);
  });
  onClick("undo-config", () => take(before));
  onClick("example-config", () => take({ name: "web.config", bytes: new TextEncoder().encode(example), pasted: false }));
  box.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    takeText(text);
  });
  box.addEventListener("change", () => takeText(box.value));
  listenToDrops(read, (text) => takeText(text));

  /** The box does not keep the text, in which the token would stand. */
  function takeText(text: string) {
    box.value = "";
    if (text.trim()) take({ name: "", bytes: new TextEncoder().encode(text), pasted: true });
  }
}

/** Wherever it is dropped: otherwise the browser would leave the page for it. */
function listenToDrops(read: (file: File) => unknown, take: (text: string) => void) {
  const box = byId("config-box");
  const inField = ({ target }: Event) => target instanceof HTMLElement && target.matches("input, textarea") && target.id !== "config-paste";
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
    const file = event.dataTransfer?.files[0];
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
