// What stays open of a text that was read, and what settings add to a request.

import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtsOf, forgetDoubts, keepDoubts } from "../../netvisor/doubts.ts";
import { settingsFor, settingsOf } from "../../netvisor/paste/filling.ts";
import { load, officialExample, officialMAC, wasm } from "../binding.js";
import { check } from "../../netvisor/workings.ts";

/** @import { FieldName, Found, Note, Pasted } from "../../api/types/mac.d.ts" */

const mac = await load(wasm);
const request = { url: "https://isvapi.netvisor.fi/a.nv", sender: "A", mac: "1" };

/** @param {Partial<Note>} more @returns {Note} */
const note = (more) => ({ id: "query-apart", text: "", said: { id: "" }, request: 0, doubt: true, ...more });
/** @param {Note[]} notes @param {Partial<Found>} [found] @returns {Pasted} */
const pasted = (notes, found = {}) => ({ kind: "text", notes, requests: [{ request, keys: {}, sources: {}, ...found }] });
/** @param {object} [changed] */
const ids = (changed = {}) => doubtsOf({ ...request, ...changed }).notes.map(({ id }) => id);

test("a doubt stands as long as the form has the value that it is about", () => {
  keepDoubts(pasted([note({ id: "of-address", field: "url" }), note({ id: "of-sender", field: "sender" }), note({ id: "of-text", request: -1 }), note({ id: "certain", doubt: undefined }), note({ id: "of-another", request: 1 })]), 0, request);
  assert.deepEqual(ids(), ["of-address", "of-sender", "of-text"]);
  assert.deepEqual(ids({ sender: "B" }), ["of-address", "of-text"]);
  assert.deepEqual(ids({ url: "https://isvapi.netvisor.fi/b.nv" }), ["of-sender"]);
  assert.deepEqual(ids({ mac: "2" }), ["of-address", "of-sender", "of-text"]);
  forgetDoubts();
  assert.deepEqual(ids(), []);
});

test("other readings of an address stand as long as the address does", () => {
  const others = ["https://isvapi.netvisor.fi/a.nv", "https://isvapi.netvisor.fi/a.nv?b"];
  keepDoubts(pasted([], { addresses: others }), 0, request);
  assert.deepEqual(doubtsOf(request).addresses, [others[1]]);
  assert.deepEqual(doubtsOf({ ...request, url: others[1] }).addresses, []);
  forgetDoubts();
});

test("each other reading of the address is checked", () => {
  const { keys, request } = officialExample, wrong = `${request.url}?x`;
  /** @param {string} url @param {string[]} addresses */
  const checked = (url, addresses) => check(mac, { request: { ...request, url, mac: officialMAC }, keys, charset: "", addressForm: "raw", addresses });
  assert.deepEqual([checked(wrong, [request.url ?? "", "ö€"]).ok, checked(wrong, [request.url ?? "", "ö€"]).otherwise], [false, [request.url]]);
  assert.deepEqual([checked(request.url ?? "", [wrong]).ok, checked(request.url ?? "", [wrong]).otherwise], [true, []]);
});

const config = { customer: "7cd680e89e880553358bc07cd28b0ee2", partner: "7f94228d149a96b2f25e3edad55096e" };
for (const [what, text] of Object.entries({
  ".env": `NETVISOR_CUSTOMER_ID=AB_1\nNETVISOR_CUSTOMER_KEY=${config.customer}\nNETVISOR_PARTNER_ID=PA_1\nNETVISOR_PARTNER_KEY=${config.partner}`,
  PHP: `<?php return ['customer_id' => 'AB_1', 'customer_key' => '${config.customer}', 'partner_id' => 'PA_1', 'partner_key' => '${config.partner}'];`,
  JSON: JSON.stringify({ Netvisor: { CustomerId: "AB_1", CustomerKey: config.customer, PartnerId: "PA_1", PartnerKey: config.partner } }),
  Finnish: `Käyttäjätunniste: AB_1\nIntegraatiokäyttäjän yksilöivä avain: ${config.customer}\nKumppanitunnus: PA_1\nIntegraatiokumppanin yksilöivä avain: ${config.partner}`,
})) {
  test(`settings add keys and ids, and never take a request away: ${what}`, () => {
    const settings = settingsOf(mac.parse(text));
    assert.deepEqual(settings?.keys, config);
    const form = { ...request, customerId: "AB_2" };
    assert.deepEqual(settingsFor(settings, form), { values: { partnerId: "PA_1" }, others: [{ name: "customerId", theirs: "AB_1", own: "AB_2" }] });
  });
}

test("a request that has keys is no settings", () => {
  assert.equal(settingsOf(mac.parse(`curl https://isvapi.netvisor.fi/a.nv -H 'X-Netvisor-Authentication-Sender: A' # customerKey=${config.customer}`)), undefined);
  assert.equal(settingsOf(mac.parse("nothing of it")), undefined);
});
