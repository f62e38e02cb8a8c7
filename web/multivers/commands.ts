// The commands for the server, in PowerShell, with the values that were entered; and the two lines of web.config.

import { byId } from "../dom/elements.ts";
import { asked } from "../text/guard.ts";
import { formed, isFormed } from "./forms.ts";
import { mask } from "./pieces.ts";
import { secret } from "./store.ts";
import { t } from "./words.ts";
import type { Formed } from "./forms.ts";

type Need = Formed | "token";
/** text is given the token, or what stands for it */
type Command = { text: (token: string) => string, needs?: Need[] };

const appcmd = '& "$env:windir\\system32\\inetsrv\\appcmd.exe"';

/** A text as PowerShell takes it literally. */
export const quoted = (text: string) => `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;

/** @param file in the folder of the WebAPI */
const path = (file: string) => quoted(`${formed("folder").replace(/[\\/]+$/, "")}\\${file}`);
const site = () => quoted(formed("site"));
const dll = () => path("Bin\\ZenvoicesSecurityTokenHttpModule.dll");
const local = () => quoted(`https://localhost:${formed("binding-port")}/API/AdministrationNVL.json`);

/** What the worker made of the token. */
let lines = { key: "", module: "" };

/** @param of the token in them */
export function setLines(made: { key: string, module: string }, of: string) {
  lines = { ...made, key: of ? made.key.replace(of, "\0") : made.key.replace('value=""', 'value="\0"') };
}

const commands: Record<string, Command> = {
  "import-pfx": { text: () => 'certutil -importPFX -csp "Microsoft RSA SChannel Cryptographic Provider" file.pfx' },
  // The password is asked for: no secret stands in a command.
  "import-ssl": { text: () => "Import-PfxCertificate -FilePath (Read-Host 'file.pfx') -CertStoreLocation Cert:\\LocalMachine\\My -Password (Read-Host -AsSecureString 'password')" },
  "grant-key": {
    text: () => `$c = Get-Item ${quoted(`Cert:\\LocalMachine\\My\\${formed("thumbprint")}`)}; $k = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($c); $n = if ($k.Key) { $k.Key.UniqueName } else { $k.CspKeyContainerInfo.UniqueKeyContainerName }; Get-ChildItem "$env:ProgramData\\Microsoft\\Crypto" -Recurse -Force -Filter $n | ForEach-Object { icacls $_.FullName /grant ${quoted(`IIS AppPool\\${formed("pool-name")}:R`)} }`,
    needs: ["thumbprint", "pool-name"],
  },
  "new-binding": {
    text: () => `New-WebBinding -Name ${site()} -Protocol https -Port ${formed("binding-port")}; (Get-WebBinding -Name ${site()} -Protocol https -Port ${formed("binding-port")}).AddSslCertificate(${quoted(formed("thumbprint"))}, 'My')`,
    needs: ["site", "binding-port", "thumbprint"],
  },
  "remove-binding": { text: () => `Remove-WebBinding -Name ${site()} -Protocol http`, needs: ["site"] },
  "list-apps": { text: () => `${appcmd} list apps` },
  "list-sites": { text: () => `${appcmd} list sites` },
  "list-pools": { text: () => `${appcmd} list apppools; '32-bit:'; ${appcmd} list apppools /enable32BitAppOnWin64:true /text:name` },
  "list-certificates": { text: () => "netsh http show sslcert" },
  "list-bindings": { text: () => `Get-WebBinding -Name ${quoted(formed("site"))}`, needs: ["site"] },
  "line-key": { text: (token) => lines.key.replace("\0", () => token), needs: ["token"] },
  "line-module": { text: () => lines.module },
  backup: { text: () => `Copy-Item -LiteralPath ${path("web.config")} "$HOME\\web.config-before-Zenvoices"`, needs: ["folder"] },
  unblock: { text: () => `Unblock-File -LiteralPath ${dll()}`, needs: ["folder"] },
  "dll-version": { text: () => `Get-Item -LiteralPath ${dll()} | Format-List LastWriteTime, @{ n = 'Version'; e = { $_.VersionInfo.FileVersion } }`, needs: ["folder"] },
  hash: { text: () => `(Get-FileHash -LiteralPath ${path("web.config")}).Hash`, needs: ["folder"] },
  "list-modules": { text: () => `${appcmd} list config ${quoted(`${formed("site")}/`)} -section:system.webServer/modules`, needs: ["site"] },
  "call-plain": { text: () => `curl.exe -k -i ${local()}`, needs: ["binding-port"] },
  // The token is asked for and goes through a pipe: a command line stays in PowerShell's history, and every process sees it.
  "call-token": { text: () => `$token = Read-Host -AsSecureString 'token'; ${quoted(`${formed("header")}: `)} + (New-Object Net.NetworkCredential '', $token).Password | curl.exe -k -i -H '@-' ${local()}`, needs: ["header", "binding-port"] },
  "form-token": { text: (token) => token },
  "form-refresh": { text: () => secret("refresh-token") },
};

const isMet = (need: Need) => (need === "token" ? /^[A-Za-z0-9]+$/.test(secret("token")) : isFormed(need));

/** What is said of a value that is not there, or that has another form. */
const lack = (need: Need) => (need === "token" || !formed(need) ? t(`command.needs.${need as Exclude<Need, "binding-port">}`) : t(`command.form.${need}`));

/** A command to be copied; a line of web.config and a form have the token. @param id of its element */
export function commandText(id: string) {
  const name = nameOf(id);
  return asked(name in commands && !commandOf(name).lacking ? commands[name].text(secret("token")) : "");
}

const nameOf = (id: string) => id.replace(/^command-/, "");

export const commandIds = () => Object.keys(commands);

/** A command as it is shown, its token masked; or none, and what it lacks. */
export function commandOf(id: string) {
  const { text, needs = [] } = commands[id];
  const lacking = needs.find((need) => !isMet(need));
  return lacking ? { text: "", lacking } : { text: text(mask) };
}

/** Shows all commands; one that lacks something says what. */
export function showCommands() {
  for (const code of document.querySelectorAll<HTMLElement>("code[data-command]")) {
    const { text, lacking } = commandOf(code.dataset.command ?? "");
    show(code, lacking ? lack(lacking) : text, Boolean(lacking));
  }
  for (const [id, secretId] of [["form-token", "token"], ["form-refresh", "refresh-token"]] as const) {
    const given = secret(secretId) !== "";
    show(byId(id), given ? mask : t("secret.none"), !given);
  }
}

function show(code: HTMLElement, text: string, lacking: boolean) {
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
    if (!code || !String(getSelection()).includes(mask) || !(nameOf(code.id) in commands)) return;
    event.clipboardData?.setData("text/plain", String(getSelection()).replaceAll(mask, code.id === "form-refresh" ? secret("refresh-token") : secret("token")));
    event.preventDefault();
  });
}
