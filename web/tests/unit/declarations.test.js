// The declarations say all that the modules answer, and nothing else: every property of every answer is declared with that type,
// and every declared one is seen in an answer.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "../../lint/node_modules/typescript/lib/typescript.js";
import { load, loadMultivers, MultiversError, multiversWasm, officialExample, officialMAC, wasm } from "../binding.js";
import { makeHAR } from "../make-har.js";

/** @import { NetvisorMac } from "../../api/types/mac.d.ts" */
/** @import { Multivers } from "../../api/types/multivers.d.ts" */

const root = new URL("../../../", import.meta.url);
/** The texts of all files of a folder. @param {string} folder @returns {Uint8Array[]} */
const filesOf = (folder) => readdirSync(new URL(folder, root), { withFileTypes: true }).filter((file) => file.isFile()).map(({ name }) => new Uint8Array(readFileSync(new URL(folder + name, root))));

/** What one file declares, and what was seen of it. */
class Declarations {
  /** Properties, as "Report.causes". */
  declared = new Set();
  seen = new Set();

  /** @param {string} file @param {string} api the interface of the module */
  constructor(file, api) {
    const path = fileURLToPath(new URL(`../../api/types/${file}`, import.meta.url));
    const program = ts.createProgram([path], { strict: true, lib: ["lib.es2023.d.ts"], types: [] });
    this.checker = program.getTypeChecker();
    const source = program.getSourceFile(path);
    const symbol = source && this.checker.getExportsOfModule(/** @type {ts.Symbol} */ (this.checker.getSymbolAtLocation(source))).find(({ name }) => name === api);
    if (!symbol) throw new Error(`${file} declares no ${api}`);
    this.api = this.checker.getDeclaredTypeOfSymbol(symbol);
    for (const name of this.names) this.#declare(this.answerOf(name), name);
  }

  get names() { return this.checker.getPropertiesOfType(this.api).map(({ name }) => name); }

  /** What a function answers, or the type of what is no function. @param {string} name */
  answerOf(name) {
    const type = this.#typeOf(/** @type {ts.Symbol} */ (this.api.getProperty(name)));
    const [signature] = type.getCallSignatures();
    return signature ? this.checker.getAwaitedType(signature.getReturnType()) ?? type : type;
  }

  /** @param {string} name */
  isFunction(name) { return this.#typeOf(/** @type {ts.Symbol} */ (this.api.getProperty(name))).getCallSignatures().length > 0; }

  /** @param {ts.Symbol} property */
  #typeOf(property) { return this.checker.getTypeOfSymbol(property); }

  /** @param {ts.Type} type @returns {readonly ts.Type[]} */
  #members(type) { return type.isUnion() ? type.types : [type]; }

  /** @param {ts.Type} type */
  #isList(type) { return this.checker.isArrayType(type); }

  /** @param {ts.Type} type */
  #isBytes(type) { return type.symbol?.name === "Uint8Array"; }

  /** An object with properties of its own. @param {ts.Type} type */
  #isObject(type) { return Boolean(type.flags & ts.TypeFlags.Object) && !this.#isList(type) && !this.#isBytes(type); }

  /** What its properties are named by. @param {ts.Type} type @param {string} path */
  #nameOf(type, path) { return type.aliasSymbol || !type.symbol || type.symbol.name.startsWith("__") ? path : type.symbol.name; }

  /** @param {ts.Type} type @param {string} path */
  #declare(type, path) {
    for (const member of this.#members(type)) {
      if (this.#isList(member)) this.#declare(this.checker.getTypeArguments(/** @type {ts.TypeReference} */ (member))[0], path);
      else if (this.#isObject(member)) {
        const name = this.#nameOf(member, path);
        for (const property of this.checker.getPropertiesOfType(member)) {
          const key = `${name}.${property.name}`;
          if (this.declared.has(key)) continue;
          this.declared.add(key);
          this.#declare(this.#typeOf(property), key);
        }
      }
    }
  }

  /** Throws where a value is another than its type says. @param {unknown} value @param {ts.Type} type @param {string} path */
  check(value, type, path) {
    const members = this.#members(type).filter((member) => this.#fits(value, member));
    assert.ok(members.length, `${path} is ${JSON.stringify(value)?.slice(0, 80)}, declared ${this.checker.typeToString(type)}`);
    const member = members.find((one) => this.#hasAll(value, one)) ?? members[0]; // of objects that differ in their properties
    if (Array.isArray(value)) {
      const [element] = this.checker.getTypeArguments(/** @type {ts.TypeReference} */ (member));
      for (const one of value) this.check(one, element, path);
    } else if (this.#isObject(member)) this.#checkObject(/** @type {Record<string, unknown>} */ (value), member, this.#nameOf(member, path));
  }

  /** @param {Record<string, unknown>} value @param {ts.Type} type @param {string} name */
  #checkObject(value, type, name) {
    const named = type.getStringIndexType();
    for (const property of this.checker.getPropertiesOfType(type)) {
      const optional = Boolean(property.flags & ts.SymbolFlags.Optional), there = Object.hasOwn(value, property.name);
      assert.ok(there || optional, `${name} has no ${property.name}`);
      if (!there) continue;
      this.seen.add(`${name}.${property.name}`);
      this.check(value[property.name], optional ? this.checker.getNonNullableType(this.#typeOf(property)) : this.#typeOf(property), `${name}.${property.name}`);
    }
    for (const [key, one] of Object.entries(value)) {
      if (named) this.check(one, named, `${name}[]`);
      else assert.ok(type.getProperty(key), `${name} has ${key}, which is not declared`);
    }
  }

  /** @param {unknown} value @param {ts.Type} type */
  #fits(value, type) {
    if (type.isLiteral()) return value === type.value;
    if (type.flags & ts.TypeFlags.BooleanLiteral) return String(value) === this.checker.typeToString(type);
    if (type.flags & ts.TypeFlags.Null) return value === null;
    if (type.flags & ts.TypeFlags.String) return typeof value === "string";
    if (type.flags & ts.TypeFlags.Number) return typeof value === "number";
    if (this.#isBytes(type)) return value instanceof Uint8Array;
    if (this.#isList(type)) return Array.isArray(value);
    return this.#isObject(type) && typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
  }

  /** Whether a value has all that an object of a type must have. @param {unknown} value @param {ts.Type} type */
  #hasAll(value, type) {
    return !this.#isObject(type) || this.checker.getPropertiesOfType(type).every(({ name, flags }) => flags & ts.SymbolFlags.Optional || Object.hasOwn(/** @type {object} */ (value), name));
  }

  /** Holds answers to what is declared. @param {object} api @param {Record<string, unknown[]>} answers of each function */
  hold(api, answers) {
    assert.deepEqual(Object.keys(answers).sort(), this.names.filter((name) => this.isFunction(name)).sort(), "functions without answers here, or answers without a function");
    assert.deepEqual(Object.keys(api).sort(), this.names.toSorted(), "what the module exports");
    for (const name of this.names) {
      for (const answer of answers[name] ?? [/** @type {Record<string, unknown>} */ (api)[name]]) this.check(answer, this.answerOf(name), name);
    }
    assert.deepEqual([...this.declared].filter((property) => !this.seen.has(property)), [], "declared, and in no answer");
  }
}

const { request, keys } = officialExample;
const signed = { ...request, mac: officialMAC };
const outside = { ...request, sender: "Ty€" };

/** A text that has every field of a request, and both keys. @param {Record<string, string>} values */
const curl = ({ url, ...values }) => [`curl '${url}'`, ...Object.entries(values).map(([name, value]) => `-H 'X-Netvisor-Authentication-${name}: ${value}'`)].join(" ");
const whole = `${curl({
  url: request.url, Sender: request.sender, CustomerId: "AB_77_Q9", PartnerId: "PA_1", Timestamp: request.timestamp, TimestampUnix: request.timestampUnix,
  TransactionId: request.transactionId, MAC: officialMAC, MACHashCalculationAlgorithm: "HMACSHA256",
})} -H 'X-Netvisor-Interface-Language: FI' -H 'X-Netvisor-Organisation-ID: 1967543-8'\ncustomer key: ${keys.customer}\npartner key: ${keys.partner}\n`;
const settings = `NETVISOR_CUSTOMER_ID=AB_77_Q9\nNETVISOR_CUSTOMER_KEY=${keys.customer}\nNETVISOR_PARTNER_KEY=${keys.partner}\n`;
const program = `import hashlib, hmac, datetime\nstamp = datetime.now().strftime("%Y-%m-%d %H:%M:%S")\nheaders = {"X-Netvisor-Authentication-Sender": "A"}\nmac = hashlib.md5(stamp.encode("utf-8"))\n`;

/** What Netvisor answers, with HTTP around it and without. */
const echo = `HTTP/1.1 200 OK\r\n\r\n<Root><ResponseStatus><Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: MAC comparison failed</Status></ResponseStatus></Root>`;
const inserted = `HTTP/1.1 200 OK\r\n\r\n<Root><ResponseStatus><Status>OK</Status></ResponseStatus><Replies><InsertedDataIdentifier>1802</InsertedDataIdentifier></Replies></Root>`;

/** @param {NetvisorMac} mac @returns {Promise<Record<keyof NetvisorMac, unknown[]>>} */
const answersOfMac = async (mac) => /** @type {any} */ ({
  newRequest: [mac.newRequest("")],
  encodeUrl: [mac.encodeUrl("https://isvapi.netvisor.fi/a.nv?b=ö")],
  sum: [mac.sum(request, keys)],
  headers: [mac.headers(request, keys)],
  message: [mac.message(request)],
  verify: [mac.verify([signed, { ...signed, sender: "x" }, { ...signed, algorithm: "MD4" }], keys)],
  diagnose: [
    mac.diagnose(signed, keys), mac.diagnose({ ...signed, algorithm: "MD4" }, keys), mac.diagnose({ ...signed, sender: "Ty€" }, keys),
    ...mac.mistakes.flatMap(({ id }) => mistakenBy(mac, id).map((wrong) => mac.diagnose(wrong, keys, { first: [id], onProgress: () => false }))),
    mac.diagnose({ ...outside, mac: mac.mistaken("question-mark", outside, keys).mac }, keys, { first: ["question-mark"] }),
    mac.diagnose({ ...signed, sender: " x ", mac: "0".repeat(64) }, { customer: keys.partner, partner: request.customerId }, { onProgress: () => false }),
  ],
  search: [await mac.search(signed, keys), await mac.search({ ...signed, sender: "x" }, keys, { onProgress: () => false })],
  mistaken: mac.mistakes.flatMap(({ id }) => (mistakenBy(mac, id).length ? [mac.mistaken(id, request, keys)] : [])),
  fingerprint: [mac.fingerprint(keys.customer, "salt")],
  sha256: [mac.sha256("")],
  answer: [mac.answer(echo), mac.answer(inserted), mac.answer("good morning"), ...filesOf("mac/paste/testdata/").map((file) => mac.answer(Buffer.from(file).toString()))],
  entries: [mac.entries(new TextEncoder().encode(makeHAR({ count: 5, wrong: 2 }).toString()), { "": keys }), mac.entries(new Uint8Array(), {})],
  parse: [whole, settings, program, echo, "", ...filesOf("mac/paste/testdata/")].map((text) => mac.parse(text)),
  snippet: mac.snippetLanguages.map(({ id }) => mac.snippet(id, request)),
});

/** The example with the MAC that a mistake makes of it, if it makes another. @param {NetvisorMac} mac @param {string} id */
function mistakenBy(mac, id) {
  try {
    return [{ ...request, mac: mac.mistaken(id, request, keys).mac }];
  } catch {
    return [];
  }
}

test("mac.d.ts declares what mac.js answers", async () => {
  const mac = await load(wasm);
  new Declarations("mac.d.ts", "NetvisorMac").hold(mac, await answersOfMac(mac));
});

const token = "Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x"; // made up

/** What a function answers for each file that it does not refuse. @template T @param {(config: Uint8Array) => T} call @returns {T[]} */
const unlessRefused = (call) => filesOf("multivers/testdata/configs/").flatMap((config) => {
  try {
    return [call(config)];
  } catch (error) {
    if (!(error instanceof MultiversError)) throw error;
    return [];
  }
});

/** @param {Multivers} multivers @returns {Record<string, unknown[]>} */
const answersOfMultivers = (multivers) => ({
  newToken: [multivers.newToken()],
  strength: [multivers.strength("randomkey"), multivers.strength(token)],
  lines: [multivers.lines(token)],
  check: unlessRefused((config) => multivers.check(config, { token })),
  fix: unlessRefused((config) => multivers.fix(config, { token })),
  localTest: unlessRefused((config) => multivers.localTest(config)),
  text: unlessRefused((config) => multivers.text(config)),
  sum: [multivers.sum("")],
  explain: [multivers.explain("HTTP-fout 500.19, foutcode 0x800700c1"), multivers.explain("good morning")],
  record: [multivers.record({}, "nl")],
});

test("multivers.d.ts declares what multivers.js answers", async () => {
  const multivers = await loadMultivers(multiversWasm);
  new Declarations("multivers.d.ts", "Multivers").hold(multivers, answersOfMultivers(multivers));
});

test("what is not declared, not there or of another type is seen", async () => {
  const mac = await load(wasm), answers = await answersOfMac(mac), declarations = new Declarations("mac.d.ts", "NetvisorMac");
  for (const [fault, spoilt, told] of /** @type {[string, object, RegExp][]} */ ([
    ["one more", { sum: [], headers: [[{ name: "", value: "", more: "" }]] }, /Header has more/],
    ["one less", { headers: [[{ name: "" }]] }, /Header has no value/],
    ["another type", { headers: [[{ name: "", value: 1 }]] }, /Header\.value is 1/],
    ["another word", { verify: [["perhaps"]] }, /verify is "perhaps"/],
    ["no text", { sum: [null] }, /sum is null/],
    ["never seen", { parse: [] }, /declared, and in no answer/],
    ["a function more", { other: [] }, /answers without a function/],
  ])) assert.throws(() => declarations.hold(mac, { ...answers, ...spoilt }), told, fault);
});
