// Everything that Go says of Multivers has a translation, and every translation is of something that Go says.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { loadMultivers, MultiversError, multiversWasm } from "../binding.js";
import { Marks } from "../marks.js";

const multivers = await loadMultivers(multiversWasm);
const marks = new Marks("go-multivers");
/** Those of the files in testdata, made up. */
const [token, other] = ["Kq7ZvT2mXc9LpR4wNb8sYd3HgF6jAe5UoMiBtC1x", "rW0nE5qZ8kJ3vD7yH1sG6bL4cP9mX2tAuQfVzKoI"];

const folder = new URL("../../../multivers/testdata/configs/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".config"));
assert.ok(files.length >= 50, "no web.config files");

/** @param {import("../../api/types/multivers.d.ts").Finding[]} findings */
function areTranslated(findings) {
  for (const finding of findings) marks.rowIsTranslated(finding);
}

/** Its edits, or its refusal, in the language of marks. @param {() => import("../../api/types/multivers.d.ts").Changed} change */
function changeIsTranslated(change) {
  try {
    for (const edit of change().edits.slice(0, 20)) marks.isTranslated(edit.said, edit.why);
  } catch (error) {
    assert.ok(error instanceof MultiversError);
    areTranslated([error.finding ?? assert.fail(error.message)]);
  }
}

test("the tables", () => {
  areTranslated([...multivers.findings]);
  for (const row of multivers.explanations) marks.rowIsTranslated(row);
});

for (const file of files) {
  test(file, () => {
    const config = new Uint8Array(readFileSync(new URL(file, folder)));
    for (const given of [token, other]) areTranslated(multivers.check(config, { token: given }));
    changeIsTranslated(() => multivers.fix(config, {}));
    changeIsTranslated(() => multivers.fix(config, { token: other }));
    changeIsTranslated(() => multivers.localTest(config));
  });
}

const right = readFileSync(new URL("right.config", folder), "utf8");

/** What no file has: XML of its own, each with one fault. */
const broken = ["<a", "<a b", "<a b=c>", "<a b='c>", "<a b='c'/ >", "<a></a b>", "<a></>", "< a>", "<a b=''", "<a:='c'/>", "<?xml ?><a/>", "<?xml version='1.0' standalone='maybe'?><a/>",
  "<?xml version='1.0' b='c'?><a/>", "<?xml version='1.0'><a/>", "<a/><?XML ?>", "<a><? b?></a>", "<a><?b!?></a>", "<a><?b </a>", "<a><!-- </a>", "<a><!-- -- --></a>", "<a><![CDATA[ </a>",
  "<a/><![CDATA[]]>", "<a>]]></a>", "<a>&</a>", "<a>&b;</a>", "<a>\u0001</a>", "<a:b/>", "<a xmlns:xml='b'/>", "<a xmlns='http://www.w3.org/2000/xmlns/'/>", "<a b='' b=''/>", "</a>", "<a><b></a>",
  "<configuration></a>", "<configuration>", "<a>", "<a/><b/>", "<a><!b></a>", "<a b\"c\"/>", "", " ", "<a=''/>", "<a ='c'/>", "<configuration>\u00a0</configuration>"];

/** Tokens that are not good. */
const tokens = ["", "randomkey", "x", "a b", "a  b\t\u200b“é-", "a   b\t\n\u200b\u200b““éé--", "a".repeat(40), "abc".repeat(14), "abcdefghijklmnopqrstuvwxyz0123456789", "ab1ac2ba3bc1ca2cb3aa1bb2cc3ab2ac3", `zenvoices${token}`, token.repeat(4)];

test("files and tokens of all kinds", () => {
  for (const xml of broken) areTranslated(multivers.check(xml));
  for (const one of tokens) {
    areTranslated(multivers.strength(one));
    areTranslated(multivers.check(right.replaceAll(token, one.replaceAll("\n", " ")), { token }));
    areTranslated(multivers.check(right, { token: one }));
  }
  for (const one of [` ${token}`, token.toUpperCase(), other, token.slice(1)]) areTranslated(multivers.check(right, { token: one }));
  areTranslated(multivers.check(right.replace(/<add key="Zenvoices.*\n/, (line) => line.repeat(12))));
  areTranslated(multivers.check(right.replace(/<add key="Zenvoices.*\n/, (line) => line.replaceAll('"', "”").repeat(12))));
  for (const type of ["ZenvoicesSecurityTokenHttpModule", "Zenvoices.Modules.ZenvoicesSecretTokenSecurityHttpModule, Zenvoices"]) {
    areTranslated(multivers.check(right.replace(/type="Zenvoices[^"]*"/, `type="${type}"`)));
  }
});

const refreshTokens = ["x7Qz!abc", "x7Qzabc", "x7Qzz!" + "a".repeat(60), "x7Qz!a=" + "a".repeat(60), "x 7\u00a0Qz!“" + "a".repeat(60), "eyJ", token];
const urls = ["https://localhost/API", "http://a", "https://a.nl:4430/API/ ", "https://a.nl:4430/API/”", "https://a.nl:4430\\API", "https://u:p@a.nl:1/?a", "https://:x/API/"];
const outputs = ["", "SITE \"a\" (id:1,bindings:http/*:80:,state:Started)", "    IP:port   : 0.0.0.0:443", "APPPOOL \"a\" (MgdVersion:v4.0,MgdMode:Classic,state:Started)", "SSL Certificate bindings:\nThe system cannot find the file specified.", "APPPOOL \"a\" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)", "hello"];

test("files of other kinds", () => {
  const parts = ["<system.applicationHost/>", "<configurationRedirection/>", "<moduleProviders/>", "<packageSources/>", "<startup/>"];
  const roots = ["appSettings", "packages", "Project", "html", "assembly", "rules", "doc"];
  const begins = ["MZ", "PK\u0003\u0004", "GIF8", "%PDF", "\u007fELF", "Rar!", "0\u0082", "-----BEGIN ", "SQLite format"];
  for (const part of parts) areTranslated(multivers.check(`<configuration>${part}</configuration>`));
  changeIsTranslated(() => multivers.fix("<configuration><appSettings configSource='a'/><system.webServer><modules configSource='b'/></system.webServer></configuration>", { token }));
  for (const root of roots) areTranslated(multivers.check(`<${root}/>`));
  for (const begin of begins) areTranslated(multivers.check(`${begin}\u0001\u0002\u0003\u0004`));
  for (const bytes of [[0xff, 0xd8, 0xff, 1, 2, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4], [0x1f, 0x8b, 1, 2, 3, 4], [0x30, 0x82, 1, 2, 3, 4]]) areTranslated(multivers.check(new Uint8Array(bytes)));
});

test("what is known besides the file", () => {
  for (const refreshToken of refreshTokens) areTranslated(multivers.check("", { refreshToken, token }));
  for (const url of urls) for (const output of outputs) areTranslated(multivers.check("", { url, output }));
  areTranslated(multivers.check("", { multiversVersion: "9", webApiVersion: "x", noRefreshToken: true, proxy: true, otherApplications: true }));
});

test("errors", () => {
  const texts = ["500.19 0x8007000d\n   -1: \n    0: ", "500.19 0x8007000d applicationHost.config", "0x800704cf", "hello",
    "HTTP Error 413.1\nModule  IIS Web Core\nError Code 0x80070001\nweb.config\nLine: 12", ...multivers.explanations.map(({ title }) => title)];
  for (const text of texts) for (const finding of multivers.explain(text)) marks.rowIsTranslated(finding);
  try {
    multivers.newToken(1);
    assert.fail();
  } catch (error) {
    assert.ok(error instanceof MultiversError);
    marks.isTranslated(error.said ?? assert.fail(error.message), error.message);
  }
});

/** Of a file of two gigabytes. */
const silent = ["xml.too-long"];

after(() => assert.deepEqual(marks.unused(), silent, "translations of what Go does not say"));
