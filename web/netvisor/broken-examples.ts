// Requests with a mistake in them, to see what the page says of one.

import { ask } from "../worker/workers.ts";
import { byId } from "../dom/elements.ts";
import { richExample } from "./example.ts";
import type { Keys, MacRequest } from "../api/types/mac.d.ts";

const { request, keys } = richExample;
/** signed are values that were signed otherwise than they are sent */
const broken: Record<string, { mistake?: string, signed?: MacRequest }> = {
  timezone: { signed: { timestamp: "2026-07-14 20:05:09.318" } },
  utf8: { mistake: "utf-8" },
  query: { mistake: "url-without-query" },
  swapped: { mistake: "keys-swapped" },
  plain: { mistake: "plain-sha256" },
  two: { mistake: "keys-swapped", signed: { url: request.url.replace(/\?.*/, "") } },
};

async function macOf({ mistake, signed }: typeof broken[string]) {
  const signing = { ...request, ...signed };
  return mistake ? (await ask.mistaken(mistake, signing, keys))?.mac : (await ask.workings({ request: signing, keys, charset: "", addressForm: "raw" })).mac;
}

/** @param tried is called with the one that was chosen */
export function listenToBroken(tried: (request: MacRequest, keys: Keys) => unknown) {
  const list = byId("broken", HTMLSelectElement);
  list.addEventListener("change", () => {
    const example = list.value;
    list.value = "";
    if (example in broken) void macOf(broken[example]).then((mac) => tried({ ...request, mac }, keys));
  });
}
