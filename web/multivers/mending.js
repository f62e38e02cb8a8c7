// Which step mends what an explained error is of.

/** @typedef {"certificates" | "binding" | "token" | "refresh" | "config" | "server" | "zenvoices"} Step */

/** The ids of Go's explanations by the step that mends them. @type {Record<Step, string[]>} */
const steps = {
  certificates: ["signing-key", "keyset", "provider-type", "pfx-password", "certificate-session", "existing-site-combo", "sql-login", "sql-server", "certificate-expired"],
  binding: ["refused", "tls", "invalid-hostname", "port-in-use", "binding-exists", "http-503", "iis-403-ssl", "iis-404-handler", "iis-bad-module"],
  token: ["http-403"],
  refresh: ["oauth-https", "oauth-callback", "oauth-key-missing", "oauth-client", "oauth-refresh", "http-400", "no-administrations"],
  config: ["iis-malformed", "iis-locked", "iis-duplicate", "iis-undeclared", "iis-attribute", "iis-definition", "iis-config", "iis-http-modules", "iis-http-handlers", "type-missing"],
  server: ["dll-blocked", "dll-missing", "bad-image", "runtime-newer", "iis-path-not-found", "iis-access-denied"],
  zenvoices: ["unknown-host", "http-404"],
};

/** @param {string} id @returns {Step | undefined} */
export const mendedIn = (id) => /** @type {Step[]} */ (Object.keys(steps)).find((step) => steps[step].includes(id));
