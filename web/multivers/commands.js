// The commands for the server, in PowerShell, with the values that were entered; and the two lines of web.config.

import { byId } from "../dom.js";
import { mask } from "./pieces.js";
import { secret, value } from "./store.js";
import { t } from "./words.js";

/** @typedef {"header" | "site" | "token"} Need */
/** @typedef {{ text: (token: string) => string, needs?: Need[] }} Command text is given the token, or what stands for it */

const appcmd = '& "$env:windir\\system32\\inetsrv\\appcmd.exe"';

/** A text as PowerShell takes it literally. @param {string} text */
const quoted = (text) => `'${text.trim().replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;

/** @param {string} file in the folder of the WebAPI */
const path = (file) => quoted(`${value("folder").trim().replace(/[\\/]+$/, "")}\\${file}`);
const dll = () => path("Bin\\ZenvoicesSecurityTokenHttpModule.dll");
const local = () => `https://localhost:${value("binding-port").trim() || "4430"}/API/AdministrationNVL.json`;

/** What the worker made of the token. */
let lines = { key: "", module: "" };

/** @param {{ key: string, module: string }} made @param {string} of the token in them */
export function setLines(made, of) {
  lines = { ...made, key: of ? made.key.replace(of, "\0") : made.key.replace('value=""', 'value="\0"') };
}

/** @type {Record<string, Command>} */
const commands = {
  "import-pfx": { text: () => 'certutil -importPFX -csp "Microsoft RSA SChannel Cryptographic Provider" file.pfx' },
  "list-sites": { text: () => `${appcmd} list sites` },
  "list-pools": { text: () => `${appcmd} list apppools /config:* | findstr /i "name= managedPipelineMode enable32BitAppOnWin64"` },
  "list-certificates": { text: () => "netsh http show sslcert" },
  "list-bindings": { text: () => `Get-WebBinding -Name ${quoted(value("site"))}`, needs: ["site"] },
  "line-key": { text: (token) => lines.key.replace("\0", () => token), needs: ["token"] },
  "line-module": { text: () => lines.module },
  backup: { text: () => `Copy-Item ${path("web.config")} "$HOME\\web.config-before-Zenvoices"` },
  unblock: { text: () => `Unblock-File ${dll()}` },
  "dll-version": { text: () => `Get-Item ${dll()} | Format-List LastWriteTime, @{ n = 'Version'; e = { $_.VersionInfo.FileVersion } }` },
  hash: { text: () => `(Get-FileHash ${path("web.config")}).Hash` },
  "list-modules": { text: () => `${appcmd} list config ${quoted(`${value("site").trim()}/`)} -section:system.webServer/modules`, needs: ["site"] },
  "call-plain": { text: () => `curl.exe -k -i ${local()}` },
  "call-token": { text: (token) => `curl.exe -k -i -H ${quoted(`${value("header").trim()}: ${token}`)} ${local()}`, needs: ["header", "token"] },
  "form-token": { text: (token) => token },
  "form-refresh": { text: () => secret("refresh-token") },
};

/** Whether a text is the name of a header (RFC 9110). @param {string} text */
export const isHeaderName = (text) => /^[\w!#$%&'*+.^`|~-]+$/.test(text.trim());

/** @type {Record<Need, () => boolean>} */
const met = {
  header: () => isHeaderName(value("header")),
  site: () => value("site").trim() !== "",
  token: () => /^[A-Za-z0-9]+$/.test(secret("token")),
};

/** A command to be copied, with the token. @param {string} id of its element */
export function commandText(id) {
  return commands[nameOf(id)]?.text(secret("token")) ?? "";
}

/** @param {string} id */
const nameOf = (id) => id.replace(/^command-/, "");

/** Shows all commands, tokens masked; one that lacks something says what. */
export function showCommands() {
  for (const code of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("code[data-command]"))) {
    const { text, needs = [] } = commands[code.dataset.command ?? ""];
    const lacking = needs.find((need) => !met[need]());
    show(code, lacking ? t(`command.needs.${lacking}`) : text(mask), Boolean(lacking));
  }
  for (const [id, secretId] of /** @type {const} */ ([["form-token", "token"], ["form-refresh", "refresh-token"]])) {
    const given = secret(secretId) !== "";
    show(byId(id, HTMLElement), given ? mask : t("secret.none"), !given);
  }
}

/** @param {HTMLElement} code @param {string} text @param {boolean} lacking */
function show(code, text, lacking) {
  if (code.textContent !== text) code.textContent = text;
  code.toggleAttribute("data-lacking", lacking);
  const button = document.querySelector(`button[data-copy="${code.id}"]`);
  if (button instanceof HTMLButtonElement) button.disabled = lacking;
}

/** What is selected of a masked text is copied unmasked, as by the button. */
export function listenToSelections() {
  document.addEventListener("copy", (event) => {
    const at = getSelection()?.anchorNode;
    const within = at instanceof Element ? at : at?.parentElement;
    const code = within?.closest("code[id]");
    if (!code || !String(getSelection()).includes(mask) || !commands[nameOf(code.id)]) return;
    event.clipboardData?.setData("text/plain", String(getSelection()).replaceAll(mask, code.id === "form-refresh" ? secret("refresh-token") : secret("token")));
    event.preventDefault();
  });
}
