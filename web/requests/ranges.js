// Cuts a file of any size into ranges that hold whole requests each: the entries of a HAR file, or the
// lines of a log. Where a range begins and ends follows from the bytes there, so that workers read
// ranges at the same time and nobody goes through the file before them.

/** @typedef {"har" | "text" | "whole"} Form whole is JSON that is neither a HAR file nor lines of JSON */
/** @typedef {{ file: Blob, from: number, to: number }} Range in bytes */

/** About how long a range is. */
export const length = 1 << 22;
/** So much is looked at first for a cut. */
const glance = 1 << 12;
/** What cannot be cut is read up to this length. */
export const longest = 1 << 26;

/** What a file is. @param {Blob} file @returns {Promise<Form>} */
export async function formOf(file) {
  const text = (await file.slice(0, 1 << 16).text()).trimStart();
  if (/^\{\s*"log"\s*:\s*\{/.test(text)) return "har";
  return /^[[{]/.test(text) && !isJSON(text.split("\n", 1)[0]) ? "whole" : "text";
}

/** @param {string} line */
function isJSON(line) {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** How many ranges a file has. @param {Blob} file @param {Form} form @param {number} size */
export function rangesOf(file, form, size) {
  return form === "whole" ? 1 : Math.max(1, Math.ceil(file.size / size));
}

/** The range with an index, empty if it lies within a longer one before it. @param {Blob} file @param {Form} form @param {number} index @param {number} size @returns {Promise<Range>} */
export async function rangeOf(file, form, index, size) {
  if (form === "whole") return { file, from: 0, to: file.size };
  const [from, to] = await Promise.all([index, index + 1].map((i) => cutFrom(file, cuts[form], i * size)));
  return { file, from, to };
}

/** The first cut at or behind an offset. @param {Blob} file @param {(text: string, last: boolean) => number} cut @param {number} at */
async function cutFrom(file, cut, at) {
  if (at === 0) return 0;
  for (let size = glance; at < file.size; size *= 4) {
    const found = cut(oneByte.decode(await file.slice(at, at + size).arrayBuffer()), size >= 1 << 20);
    if (found >= 0) return at + found;
    if (at + size >= file.size) break;
  }
  return file.size;
}

/** Makes a character of each byte. */
const oneByte = new TextDecoder("latin1");

/**
 * Between two objects of a list, the second of which has a key that entries begin with. In a string
 * its quotation mark would have a backslash. An entry may hold such a list itself: then JSON.parse fails on both sides.
 */
const betweenEntries = /\}\s*,\s*(?=\{\s*"(?:startedDateTime|pageref|connection|time|request|response|cache|timings|serverIPAddress|_\w+)"\s*:)/;

/** What a line begins with that begins a request, the surest first. */
const beginnings = [/\n(?=\{|curl |(?:GET|POST|PUT|DELETE) |###)/, /\n(?=\r?\n)/];

/** Where a text can be cut, -1 for nowhere. @type {Record<"har" | "text", (text: string, last: boolean) => number>} */
const cuts = {
  har: (text) => behind(text, betweenEntries),
  text(text, last) {
    const found = beginnings.map((beginning) => behind(text, beginning)).find((at) => at >= 0);
    return found ?? (last ? Math.max(0, behind(text, /\n/)) : -1);
  },
};

/** Where a match ends. @param {string} text @param {RegExp} pattern */
function behind(text, pattern) {
  const found = pattern.exec(text);
  return found ? found.index + found[0].length : -1;
}

/** The bytes of a range. @param {Range} range */
export async function bytesOf({ file, from, to }) {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

/** About how long a part is: so short that its text is gone before the browser asks the system for more room. */
const part = 1 << 16;
const opening = '{"log":{"entries":[', closing = "null]}}";

/**
 * The entries of a range of a HAR file, part by part as it comes from the disk; null where they are torn.
 * @param {Range} range
 * @param {number} [size] of a part
 * @returns {AsyncGenerator<any[] | null>}
 */
export async function* entriesOf({ file, from, to }, size = part) {
  const decoder = new TextDecoder();
  let text = from ? opening : "", enough = size;
  for await (const bytes of chunksOf(file.slice(from, to))) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length < enough) continue;
    const cut = lastCut(text);
    enough = cut ? size : 2 * text.length; // a long entry is not searched again and again
    if (!cut) continue;
    yield parsed(text.slice(0, cut), true);
    text = opening + text.slice(cut);
  }
  yield parsed(text + decoder.decode(), to < file.size);
}

/** @param {Blob} blob */
async function* chunksOf(blob) {
  const reader = blob.stream().getReader();
  for (let read = await reader.read(); read.value; read = await reader.read()) {
    for (let at = 0; at < read.value.length; at += part) yield read.value.subarray(at, at + part);
  }
}

/** A cut between entries near the end of a text, 0 if there is none. @param {string} text */
function lastCut(text) {
  for (let size = glance; ; size *= 4) {
    const at = Math.max(0, text.length - size), found = behind(text.slice(at), betweenEntries);
    if (found >= 0) return at + found;
    if (at === 0) return 0;
  }
}

/** @param {string} text of a HAR file @param {boolean} goesOn behind it @returns {any[] | null} */
function parsed(text, goesOn) {
  try {
    const { entries } = JSON.parse(goesOn ? text + closing : text).log;
    if (goesOn) entries.pop();
    return Array.isArray(entries) ? entries : null;
  } catch {
    return null;
  }
}
