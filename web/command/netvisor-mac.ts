#!/usr/bin/env node
// The command line of the package: checks requests, and makes headers.

import { check } from "./check.ts";
import { Trouble, say } from "./console.ts";
import { headers } from "./headers.ts";
import { version } from "./package.ts";

const usage = `netvisor-mac ${version}: which mistake made a MAC that Netvisor refuses, and the headers of a right request

netvisor-mac check [FILE...] [--depth 1|2|3] [--charset NAME] [--json]
    Checks every request in the files, or in what is piped in: curl, HTTP, HAR, logs, Postman, program code.
    A file of settings among them gives the keys.
    Depth is how far to search for the mistake: 3, if absent, tries millions of MACs, 1 takes no time.
    Ends with 0 if every MAC is right, 1 if one is wrong, 2 if none could be checked.

netvisor-mac headers URL [--sender NAME] [--customer-id ID] [--partner-id ID] [--organisation-id ID] [--language FI|SE|EN]
                     [--transaction-id ID] [--timestamp TEXT] [--timestamp-unix SECONDS] [--algorithm NAME]
                     [--charset NAME] [--json]
    Prints all eleven headers of a request, with its MAC. Time and transaction id are new where you name none.

Keys are read from NETVISOR_CUSTOMER_KEY and NETVISOR_PARTNER_KEY, or asked for on the terminal. They are never printed.
`;

const verbs: Record<string, (words: string[]) => Promise<number>> = {
  check,
  headers,
  help: () => printed(usage),
  version: () => printed(`${version}\n`),
};

function printed(text: string) {
  process.stdout.write(text);
  return Promise.resolve(0);
}

async function main() {
  const [word = "help", ...rest] = process.argv.slice(2);
  const verb = word.replace(/^--?(?=help$|version$|h$|v$)/, "").replace(/^h$/, "help").replace(/^v$/, "version");
  try {
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!run) throw new Trouble(`There is no "${word}": use check, headers, help or version.`);
    return await run(rest);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const known = error instanceof Trouble || error.name === "MacError" || "code" in error;
    say(rest.includes("--json"), { error: known ? error.message : error.stack ?? "" }, ({ error }) => `netvisor-mac: ${error}\n`, process.stderr);
    return 2;
  }
}

const status = await main();
// The module stays ready to be called, so that the program would not end by itself; what was printed goes first.
process.stdout.write("", () => process.stderr.write("", () => process.exit(status)));
