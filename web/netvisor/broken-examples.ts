// Requests with a mistake in them, to see what the page says of one.

import { ask } from "../worker/workers.ts";
import { byId } from "../dom/elements.ts";
import { richExample } from "./examples.ts";
import type { Keys, MacRequest } from "../api/types/mac.d.ts";

const { request, keys } = richExample;
/** signed is the address, where another one was signed than is sent */
const broken: Record<string, { mistake: string, signed?: string }> = {
  timezone: { mistake: "timestamp-offset" },
  utf8: { mistake: "utf-8" },
  query: { mistake: "url-without-query" },
  swapped: { mistake: "keys-swapped" },
  plain: { mistake: "plain-sha256" },
  two: { mistake: "keys-swapped", signed: request.url.replace(/\?.*/, "") },
};

/** @param tried is called with the one that was chosen */
export function listenToBroken(tried: (request: MacRequest, keys: Keys) => unknown) {
  const list = byId("broken", HTMLSelectElement);
  list.addEventListener("change", () => {
    const { mistake, signed = request.url } = broken[list.value];
    list.value = "";
    void ask.mistaken(mistake, { ...request, url: signed }, keys).then((made) => made && tried({ ...made, url: request.url }, keys));
  });
}
