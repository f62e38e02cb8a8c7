// Requests of which every mistake can be made: to try it on the page, and in the self-test.

import { officialExample, richExample } from "./example.ts";
import type { Keys, MacRequest } from "../api/types/mac.d.ts";

const { request, keys } = officialExample, rich = richExample.request;

/** One that is written in the other case. */
const capitals = {
  request: { ...rich, language: "fi", transactionId: rich.transactionId.toUpperCase() },
  keys: { customer: keys.customer.toUpperCase(), partner: keys.partner.toUpperCase() },
};

/** The values of the string to sign that are not secret. */
const values = ["sender", "customerId", "url", "timestamp", "language", "organisationId", "transactionId", "timestampUnix"] as const;

/** UTF-8 that was read as ISO-8859-1, a letter that a log has lost, and letters of both cases. */
const oddTexts = ["TyÃ¶", "Ty\ufffd", "Aa"];

export const examples: { request: MacRequest, keys: Keys }[] = [
  { request, keys },
  { request: rich, keys },
  capitals,
  { request: { ...request, algorithm: "SHA256" }, keys },
  { request: { ...rich, url: "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%C3%B6" }, keys },
  { request: { ...rich, sender: "Kulut €" }, keys },
  { request: { ...rich, url: "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6&city=J%E4rvi" }, keys },
  ...oddTexts.flatMap((text) => [
    ...values.map((name) => ({ request: { ...rich, [name]: text }, keys })),
    { request: rich, keys: { ...keys, customer: text } },
    { request: rich, keys: { ...keys, partner: text } },
  ]),
];
