// Where the two keys come from: what was read, the environment, or whoever sits at the terminal.

import { openSync } from "node:fs";
import { ReadStream } from "node:tty";
import { remember } from "../text/guard.ts";
import { Trouble } from "./console.ts";

import type { Keys } from "../api/types/mac.d.ts";

const kinds = [
  { name: "customer", variable: "NETVISOR_CUSTOMER_KEY", label: "Customer key" },
  { name: "partner", variable: "NETVISOR_PARTNER_KEY", label: "Partner key" },
] as const;
type Kind = (typeof kinds)[number];

/** Both keys; what is printed from here on has none of them. */
export async function keysFrom(found: Partial<Keys>): Promise<Keys> {
  const keys: Keys = { customer: "", partner: "" };
  for (const { name, variable } of kinds) keys[name] = found[name] || process.env[variable] || "";
  const missing = kinds.filter(({ name }) => !keys[name]);
  if (missing.length > 0) await ask(missing, keys);
  remember(keys.customer, keys.partner);
  return keys;
}

/** Asks without showing what is typed, nor what is typed before it is asked for. */
async function ask(missing: readonly Kind[], keys: Keys) {
  const terminal = openTerminal();
  if (!terminal && missing[0]) throw new Trouble(`The ${missing[0].label.toLowerCase()} is missing: set ${missing[0].variable}, or give a file that has it.`);
  if (!terminal) return;
  terminal.stream.setRawMode(true);
  try {
    const line = linesOf(terminal.stream);
    for (const { name, label } of missing) {
      process.stderr.write(`${label}: `);
      keys[name] = await line().finally(() => { process.stderr.write("\n"); });
      if (!keys[name]) throw new Trouble(`The ${label.toLowerCase()} is missing.`);
    }
  } finally {
    terminal.stream.setRawMode(false);
    terminal.close();
  }
}

/** The terminal, also where a request is piped in. */
function openTerminal() {
  if (process.stdin.isTTY) return { stream: process.stdin, close: () => { process.stdin.pause(); } };
  try {
    const stream = new ReadStream(openSync("/dev/tty", "r"));
    return { stream, close: () => { stream.destroy(); } };
  } catch {
    return undefined;
  }
}

/** Gives a line at each call, of what is typed letter by letter. */
function linesOf(terminal: ReadStream) {
  const letters = lettersOf(terminal);
  return async () => {
    let text = "";
    for (;;) {
      const { value: letter, done } = await letters.next();
      if (letter === "\x03") throw new Trouble("Stopped.");
      if (done || letter === "\r" || letter === "\n" || letter === "\x04") return text.trim();
      if (letter === "\x7f" || letter === "\b") text = text.slice(0, -1);
      else if (letter >= " ") text += letter;
    }
  };
}

async function* lettersOf(terminal: ReadStream): AsyncGenerator<string, undefined> {
  terminal.setEncoding("utf8");
  for await (const part of terminal as AsyncIterable<string>) yield* part;
}
