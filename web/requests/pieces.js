// Cuts a file of any size into pieces that hold whole requests each: the
// entries of a HAR file, or the lines of a log.

/** @typedef {{ form: "har" | "text", bytes: Uint8Array<ArrayBuffer> }} Piece of a HAR: entries with commas between them */

/** About how long a piece is. */
const length = 1 << 20;
/** JSON that is neither a HAR file nor lines of JSON can only be read whole. */
const longest = 1 << 26;

/** @param {Blob} file @param {number} [size] @returns {AsyncGenerator<Piece>} */
export async function* piecesOf(file, size = length) {
  const head = await file.slice(0, 1 << 16).text();
  const form = formOf(head);
  if (form === "whole") {
    if (file.size > longest) throw new RangeError("json");
    yield { form: "text", bytes: new Uint8Array(await file.arrayBuffer()) };
    return;
  }
  const cutter = form === "har" ? new EntryCutter(size) : new LineCutter(size);
  const reader = file.stream().getReader();
  for (let read = await reader.read(); read.value; read = await reader.read()) {
    for (const bytes of cutter.write(read.value)) yield { form, bytes };
  }
  for (const bytes of cutter.close()) yield { form, bytes };
}

/** @param {string} head the beginning of a file */
function formOf(head) {
  const text = head.replace(/^\ufeff/, "").trimStart();
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

/** Collects bytes until they are cut off. */
class Gathering {
  /** @type {Uint8Array[]} */
  #parts = [];
  length = 0;

  /** @param {Uint8Array} bytes */
  add(bytes) {
    if (bytes.length) this.#parts.push(bytes);
    this.length += bytes.length;
  }

  take() {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    this.length = 0;
    return all;
  }
}

const quote = 34, backslash = 92, comma = 44, open = 123, close = 125, openList = 91, closeList = 93;
/** Of what stands in log.entries: {log: {entries: [. */
const depthOfEntries = 3;

/** Where the string ends that goes on at byte i; the negative length of the chunk if it does not. @param {Uint8Array} chunk @param {number} i */
function endOfString(chunk, i) {
  for (let end = chunk.indexOf(quote, i); end >= 0; end = chunk.indexOf(quote, end + 1)) {
    if (!isEscaped(chunk, end, i)) return end;
  }
  return -chunk.length;
}

/** Whether an odd number of backslashes stands before a byte, from byte i on. @param {Uint8Array} chunk @param {number} end @param {number} i */
function isEscaped(chunk, end, i) {
  let at = end;
  while (at > i && chunk[at - 1] === backslash) at--;
  return (end - at) % 2 === 1;
}

/** A key of the log is known by a sum of its bytes. */
const entriesKey = [..."entries"].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 0);

/** Cuts the list log.entries between its elements; what stands elsewhere is left out. */
export class EntryCutter {
  #gathered = new Gathering();
  /** Where the text is, between two chunks. */
  #state = { depth: 0, inString: false, escaped: false, inEntries: false, key: 0 };

  /** @param {number} size */
  constructor(size) { this.size = size; }

  /** The pieces that end in a chunk. @param {Uint8Array} chunk */
  write(chunk) {
    let { depth, inString, escaped, inEntries, key } = this.#state; // in variables: this loop sees each byte of gigabytes
    const cuts = [];
    let from = 0, before = this.#gathered.length;
    for (let i = 0; i < chunk.length; i++) {
      if (inString) {
        if (escaped) i++;
        const end = endOfString(chunk, i);
        if (depth === depthOfEntries - 1) for (; i < Math.abs(end); i++) key = (key * 31 + chunk[i]) | 0;
        inString = end < 0;
        escaped = inString && isEscaped(chunk, chunk.length, i);
        i = Math.abs(end);
        continue;
      }
      const c = chunk[i];
      if (c === quote) {
        inString = true;
        if (depth === depthOfEntries - 1) key = 0;
      } else if (c === open || c === openList) {
        depth++;
        if (depth !== depthOfEntries || c === open || key !== entriesKey) continue;
        inEntries = true;
        from = i + 1;
      } else if (c === close || c === closeList) {
        depth--;
        if (!inEntries || depth !== depthOfEntries - 1) continue;
        inEntries = false;
        cuts.push([from, i]);
      } else if (c === comma && depth === depthOfEntries && inEntries && before + i - from >= this.size) {
        cuts.push([from, i]);
        from = i + 1;
        before = 0;
      }
    }
    this.#state = { depth, inString, escaped, inEntries, key };
    const pieces = cuts.map(([start, end]) => {
      this.#gathered.add(chunk.subarray(start, end));
      return this.#gathered.take();
    }).filter(({ length }) => length > 0);
    if (inEntries) this.#gathered.add(chunk.slice(from));
    return pieces;
  }

  /** A file that was cut off has a part of an entry at its end. */
  *close() {
    if (this.#gathered.length) yield this.#gathered.take();
  }
}

/** What a line begins with that begins a request. */
const beginnings = ["{", "curl ", "GET ", "POST ", "PUT ", "DELETE ", "###", "\n", "\r\n"].map((text) => new TextEncoder().encode(text));

/** Cuts a text where a line begins another request; if there is none, at any line. */
export class LineCutter {
  #gathered = new Gathering();

  /** @param {number} size */
  constructor(size) { this.size = size; }

  /** @param {Uint8Array} chunk */
  *write(chunk) {
    this.#gathered.add(chunk.slice());
    if (this.#gathered.length < this.size) return;
    const all = this.#gathered.take();
    const end = lastBeginning(all) || all.lastIndexOf(10) + 1 || all.length;
    yield all.slice(0, end);
    this.#gathered.add(all.slice(end));
  }

  *close() {
    if (this.#gathered.length) yield this.#gathered.take();
  }
}

/** @param {Uint8Array} all */
function lastBeginning(all) {
  for (let i = all.lastIndexOf(10); i > all.length >> 1; i = all.lastIndexOf(10, i - 1)) {
    if (beginnings.some((begin) => begin.every((byte, j) => all[i + 1 + j] === byte))) return i + 1;
  }
  return 0;
}
