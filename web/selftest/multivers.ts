// A trial of each function for Multivers, by a made-up web.config.

import { matches, same } from "./difference.ts";
import type { Multivers } from "../api/types/multivers.d.ts";
import type { Trial } from "./trials.ts";

const token = "Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x"; // made up
const name = "ZenvoicesSecurityTokenHttpModule";

/** As the lines of the guide come out when they are copied: the quotation marks are typographic. */
const copied = `<configuration>
  <appSettings>
    <add key=”Zenvoices.SecretToken” value=”randomkey“/>
  </appSettings>
</configuration>`;

const functions: Record<string, (multivers: Multivers) => void> = {
  newToken(multivers) {
    matches("40 characters", multivers.newToken(), /^[A-Za-z0-9]{40}$/);
    same("another", multivers.newToken(32) === multivers.newToken(32), false);
  },
  strength(multivers) {
    same("a good one", worst(multivers.strength(token)), false);
    same("the guide's", worst(multivers.strength("randomkey")), true);
  },
  lines(multivers) {
    const { key, module } = multivers.lines(token);
    same("key", key, `<add key="Zenvoices.SecretToken" value="${token}" />`);
    matches("module", module, new RegExp(`^<add name="${name}" type="`));
  },
  check(multivers) {
    const [{ line = 0, column = 0, severity }] = multivers.check(copied);
    same("first", `${line}:${column} ${severity}`, "3:14 error");
  },
  fix(multivers) {
    const once = multivers.fix(copied, { token });
    const text = new TextDecoder().decode(once.config);
    matches("token", text, new RegExp(`<add key="Zenvoices.SecretToken" value="${token}"/>`));
    same("errors that are left", worst(multivers.check(once.config, { token })), false);
    const twice = multivers.fix(once.config, { token });
    same("edits of the second", twice.edits.length, 0);
    same("the second", new TextDecoder().decode(twice.config), text);
  },
  localTest(multivers) {
    const { config } = multivers.fix(copied, { token });
    same("module", new TextDecoder().decode(multivers.localTest(config).config).includes(name), false);
  },
  text: (multivers) => same("UTF-16", multivers.text(new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e, 0])).text, "<a/>"),
  "sum of a file": (multivers) => same("SHA-256", multivers.sum(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  explain(multivers) {
    const idOf = (text: string) => multivers.explain(text)[0]?.id ?? "";
    matches("500.19", idOf("HTTP-fout 500.19, foutcode 0x800700c1"), /^[a-z]/);
    same("the same as of no error", idOf("HTTP-fout 500.19, foutcode 0x800700c1") === idOf("good morning"), false);
  },
  record(multivers) {
    const [secret] = multivers.recordSections.flatMap(({ fields }) => fields).filter(({ secret }) => secret);
    const text = multivers.record({ [secret.id]: token, customer: "Voorbeeld B.V." }, "nl");
    matches("record", text, /^# [^]*Voorbeeld B\.V\./);
    same("the token in it", text.includes(token), false);
  },
};

/** @param findings whether one is an error */
const worst = (findings: { severity: string }[]) => findings.some(({ severity }) => severity === "error");

export const multiversTrials: Trial[] = Object.entries(functions)
  .map(([name, run]) => ({ group: "multivers", name, run: ({ multivers }) => run(multivers) }));
