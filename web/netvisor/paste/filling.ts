// What a paste puts into the form.

import { requestOf } from "../request.ts";
import type { FieldName, Found, MacRequest, Pasted } from "../../api/types/mac.d.ts";
import type { Mode } from "../mode.ts";

/** assumed is the algorithm, where the text does not name one */
type Filling = { values: MacRequest, assumed: string };

/** The forms that have no header names, so that an absent algorithm says nothing. */
const nameless = ["string-to-sign", "answer"];

/** A request replaces what the form holds; an address or a MAC alone is added to it. */
export function filling({ request }: Found, kind: string): Filling {
  if (!isWhole(request)) return { values: request, assumed: "" };
  const assumed = request.algorithm ? "" : likelyAlgorithm(request, kind);
  return { values: { ...requestOf((name) => request[name] ?? ""), algorithm: request.algorithm || assumed }, assumed };
}

function likelyAlgorithm({ mac, timestampUnix }: MacRequest, kind: string) {
  if (nameless.includes(kind)) return timestampUnix ? "HMACSHA256" : "SHA256";
  return mac ? "" : "HMACSHA256"; // a header that was not sent is a mistake to be shown
}

/** Where a request is looked at: with a MAC it can be checked, without one it needs one. What is no whole request changes nothing. */
export function modeFor({ request }: Found): Mode | undefined {
  return request.mac ? "check" : isWhole(request) ? "create" : undefined;
}

const isWhole = (request: MacRequest) => Object.keys(request).some((name) => name !== "url" && name !== "mac");

/** What belongs to one request alone. */
const ofOneRequest: FieldName[] = ["url", "mac", "timestamp", "timestampUnix", "transactionId"];
const ids: (keyof MacRequest)[] = ["sender", "customerId", "partnerId", "organisationId"];

/** The keys and ids of a text that has no request, such as a program's settings: they are added to what the form holds. */
export function settingsOf({ settings, requests }: Pasted): Found | undefined {
  const [only, ...more] = requests, found = settings ?? (more.length ? undefined : only);
  const keyed = found && Boolean(found.keys.customer || found.keys.partner);
  return found && keyed && !found.answer && !ofOneRequest.some((name) => Object.hasOwn(found.request, name)) ? found : undefined;
}

/** All that was read of a text and may have keys: its requests, and settings. */
export const readOf = ({ requests, settings }: Pasted): Found[] => [...requests, ...(settings ? [settings] : [])];

/** What settings add to a request, and where they say otherwise than it. */
export function settingsFor({ request }: Found, form: MacRequest) {
  const said = ids.filter((name) => request[name]);
  return {
    values: Object.fromEntries(said.filter((name) => !form[name]).map((name) => [name, request[name] ?? ""])),
    others: said.filter((name) => form[name] && form[name] !== request[name]).map((name) => ({ name, theirs: request[name] ?? "", own: form[name] ?? "" })),
  };
}

/** Whether a paste is the server's word about the request that the form holds. */
export function isAnswerTo({ requests, notes }: Pasted, index: number, form: MacRequest) {
  const { request, answer } = requests[index];
  const own = Object.keys(request).length > 0 && !notes.some((note) => note.id === "from-echo" && note.request === index);
  return Boolean(answer && !own && form.url && form.sender);
}
