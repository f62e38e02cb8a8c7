// A trial of each mistake: it is made, and must be found.

import { examples } from "../netvisor/examples.ts";
import { Difference } from "./difference.ts";
import type { Mistake, NetvisorMac } from "../api/types/mac.d.ts";
import type { Trial } from "./trials.ts";

/** Of which a mistake takes values. */
const others = [{ ...examples[1].request, transactionId: "5d1f3c1e-8f6d-4c43-9a51-6f1a2b3c4d5e" }];

/** What a search comes to after hundreds of thousands of MACs: these are tried at once. */
const late = /^(clock-read-twice|(two-typos|cut|look-alikes)-|keys-mixed|hmac-key-other)/;

export function mistakeTrial({ id }: Mistake): Trial {
  return { group: "mistakes", name: id, run: ({ mac }) => find(mac, id) };
}

function find(mac: NetvisorMac, id: string) {
  const { request, keys } = make(mac, id);
  const { causes } = mac.diagnose(request, keys, { others, first: late.test(id) ? [id] : [] });
  const found = causes[0]?.map((cause) => cause.id) ?? [];
  if (!found.includes(id)) throw new Difference("diagnose", found.join(" + ") || "no cause", id);
}

/** The first example that the mistake changes, with the MAC that it makes of it. */
function make(mac: NetvisorMac, id: string) {
  for (const { request, keys } of examples) {
    try {
      return { request: { ...request, mac: mac.mistaken(id, request, keys, others).mac }, keys };
    } catch {} // it changes nothing of this one
  }
  throw new Difference("mistaken", "no example is changed", id);
}
