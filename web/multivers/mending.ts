// Which step mends what an explained error is of.

export type Step = "certificates" | "binding" | "token" | "refresh" | "config" | "server" | "zenvoices";

/** The ids of Go's explanations by the step that mends them. */
const steps: Record<Step, string[]> = {
  certificates: ["signing-key", "keyset", "provider-type", "pfx-password", "certificate-session", "existing-site-combo", "sql-login", "sql-server", "certificate-expired"],
  binding: ["refused", "tls", "invalid-hostname", "port-in-use", "binding-exists", "http-503", "iis-403-ssl", "iis-404-handler", "iis-bad-module"],
  token: ["http-403"],
  refresh: ["oauth-https", "oauth-callback", "oauth-key-missing", "oauth-client", "oauth-refresh", "http-400", "no-administrations"],
  config: ["iis-malformed", "iis-locked", "iis-duplicate", "iis-undeclared", "iis-attribute", "iis-definition", "iis-config", "iis-http-modules", "iis-http-handlers", "type-missing"],
  server: ["dll-blocked", "dll-missing", "bad-image", "runtime-newer", "iis-path-not-found", "iis-access-denied"],
  zenvoices: ["unknown-host", "http-404"],
};

export const mendedIn = (id: string): Step | undefined => (Object.keys(steps) as Step[]).find((step) => steps[step].includes(id));
