// What is found in everything that is entered beside the web.config, step by step.

import type { ConfigOptions, Finding, Multivers } from "../api/types/multivers.d.ts";

export interface Entered {
  /** by the ids of the fields */
  values: Record<string, string>;
  token: string;
  refreshToken: string;
  /** the web.config that is opened has the module */
  moduleIn: boolean;
}
export type Judged = "requirements" | "binding" | "token" | "refresh" | "zenvoices" | "error" | "result";

/** What Zenvoices' test shows, in a text that explain knows; the list of administrations needs none. */
const results: Record<string, string> = { empty: "empty list", tls: "ssl/tls" };

export function judge(multivers: Multivers, { values, token, refreshToken, moduleIn }: Entered): Record<Judged, Finding[]> & { lines: { key: string, module: string } } {
  const of = (id: string) => values[id] ?? "";
  /** With no option, check would judge an empty file. */
  const check = (options: ConfigOptions) => (Object.values(options).some(Boolean) ? multivers.check("", options) : []);
  const versions = { multiversVersion: of("multivers-version").trim(), webApiVersion: of("webapi-version").trim() };
  const others = { otherApplications: of("other-use") === "others", proxy: of("proxy-use") === "yes" };
  const output = of("output").trim(), result = of("test-result");
  return {
    requirements: [...check({ ...versions, ...others }), ...ofHost(check({ url: of("wan").trim() && apiAddress(of("wan"), of("port")) }))],
    binding: output ? check({ output, url: bindingAddress(of("url"), of("binding-port")), site: of("site").trim() }).filter(({ id }) => !id.startsWith("url-")) : [],
    token: token ? multivers.strength(token) : [],
    refresh: check({ refreshToken, token, noRefreshToken: moduleIn && !refreshToken }).filter(({ id }) => id.includes("refresh")),
    zenvoices: check({ url: of("url").trim() && of("url") }),
    error: multivers.explain(of("error")),
    result: result && result !== "list" ? multivers.explain(results[result] ?? result) : [],
    lines: multivers.lines(token),
  };
}

/** What is to say of a host alone. */
const ofHost = (findings: Finding[]) => findings.filter(({ id }) => ["url-private", "url-placeholder", "url-host", "url-characters"].includes(id));

/** The API's address at a host and a port that the router forwards. */
export const apiAddress = (host: string, port: string) => `https://${/^[\da-f:]*:[\da-f:]*:/i.test(host.trim()) ? `[${host.trim()}]` : host.trim()}:${port.trim() || "4430"}/API/`;

/** The address that the binding has to fit: the API's, with the binding's port, which the router may forward another to. */
function bindingAddress(url: string, port: string) {
  const [, host = ""] = url.match(/^\s*https?:\/\/(?:[^/@]*@)?([^/:?#]*|\[[^\]]*\])/i) ?? [];
  return `https://${host}:${port.trim() || "4430"}/API/`;
}
