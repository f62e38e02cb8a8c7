// Cuts a file of any size into ranges that hold whole requests each: the entries of a HAR file, or the
// lines of a log. Where a range begins and ends follows from the bytes there, so that workers read
// ranges at the same time and nobody goes through the file before them.

/** whole is JSON that is neither a HAR file nor lines of JSON */
export type Form = "har" | "text" | "whole";
/** in bytes */
export type Range = { file: Blob, from: number, to: number };

/** About how long a range is. */
export const length = 1 << 24;
/** So much is looked at first for a cut. */
const glance = 1 << 12;
/** What cannot be cut is read up to this length. */
export const longest = 1 << 26;

/** What a file is. */
export async function formOf(file: Blob): Promise<Form> {
  const text = (await file.slice(0, 1 << 16).text()).trimStart();
  if (/^\{\s*"log"\s*:\s*\{/.test(text)) return "har";
  return /^[[{]/.test(text) && !isJSON(text.split("\n", 1)[0]) ? "whole" : "text";
}

function isJSON(line: string) {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** How many ranges a file has. */
export function rangesOf(file: Blob, form: Form, size: number) {
  return form === "whole" ? 1 : Math.max(1, Math.ceil(file.size / size));
}

/** The range with an index, empty if it lies within a longer one before it. */
export async function rangeOf(file: Blob, form: Form, index: number, size: number): Promise<Range> {
  if (form === "whole") return { file, from: 0, to: file.size };
  const [from, to] = await Promise.all([index, index + 1].map((i) => cutFrom(file, cuts[form], i * size)));
  return { file, from, to };
}

/** The first cut at or behind an offset. */
async function cutFrom(file: Blob, cut: (text: string, last: boolean) => number, at: number) {
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
 * its quotation mark would have a backslash. An entry may hold such a list itself: then neither side is whole.
 */
const betweenEntries = /\}\s*,\s*(?=\{\s*"(?:startedDateTime|pageref|connection|time|request|response|cache|timings|serverIPAddress|_\w+)"\s*:)/;

/** What a line begins with that begins a request, the surest first. */
const beginnings = [/\n(?=\{|curl |(?:GET|POST|PUT|DELETE) |###)/, /\n(?=\r?\n)/];

/** Where a text can be cut, -1 for nowhere. */
const cuts: Record<"har" | "text", (text: string, last: boolean) => number> = {
  har: (text) => behind(text, betweenEntries),
  text(text, last) {
    const found = beginnings.map((beginning) => behind(text, beginning)).find((at) => at >= 0);
    return found ?? (last ? Math.max(0, behind(text, /\n/)) : -1);
  },
};

/** Where a match ends. */
function behind(text: string, pattern: RegExp) {
  const found = pattern.exec(text);
  return found ? found.index + found[0].length : -1;
}

const opening = '{"log":{"entries":[', closing = "null]}}";

/** The bytes of a range; those of a HAR file are one. */
export async function bytesOf({ file, from, to }: Range, form: Form) {
  const parts = form === "har" ? [from ? opening : "", file.slice(from, to), to < file.size ? closing : ""] : [file.slice(from, to)];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** How long a part is that is checked at once. */
const part = 1 << 20;
/** Those that wait for the disk: Chromium loses one that nothing else refers to. */
const readers = new Set<Reader>();
const [head, tail] = [opening, closing].map((text) => new TextEncoder().encode(text));

/**
 * A range of a HAR file part by part, each a HAR file of whole entries, in memory that the next one takes over: to
 * touch new memory costs more than all the reading.
 * @param size of a part
 */
export async function* partsOf({ file, from, to }: Range, size: number = part): AsyncGenerator<Uint8Array> {
  const reader = readerOf(file.slice(from, to).stream());
  readers.add(reader);
  let memory = new Uint8Array(size), used = from ? head.length : 0, done = false;
  memory.set(head);
  while (!done) {
    const room = memory.subarray(used, memory.length - tail.length), cut = room.length ? 0 : lastCut(memory);
    if (cut) {
      const rest = memory.slice(cut, used);
      memory.set(tail, cut);
      yield memory.subarray(0, cut + tail.length);
      memory.set(head);
      memory.set(rest, head.length);
      used = head.length + rest.length;
    } else if (room.length) {
      const read = await reader.read(room);
      if (!read.value) throw new Error("the file was taken away");
      memory = new Uint8Array(read.value.buffer);
      used += read.value.length;
      done = read.done;
    } else {
      const longer = new Uint8Array(2 * memory.length);
      longer.set(memory);
      memory = longer;
    }
  }
  readers.delete(reader);
  if (to < file.size) memory.set(tail, used);
  yield memory.subarray(0, to < file.size ? used + tail.length : used);
}

/** What reads into memory: it takes that, and gives it back. */
type Reader = { read: (room: Uint8Array<ArrayBuffer>) => Promise<{ value?: Uint8Array<ArrayBuffer>, done: boolean }> };

/** A reader into the memory that it is given. */
function readerOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Reader {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    return new Copier(stream.getReader());
  }
}

/** Does the same where a browser reads into memory of its own. */
class Copier {
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  #rest = new Uint8Array();

  constructor(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
    this.reader = reader;
  }

  async read(room: Uint8Array<ArrayBuffer>) {
    if (!this.#rest.length) {
      const { value, done } = await this.reader.read();
      if (done) return { value: room.subarray(0, 0), done };
      this.#rest = new Uint8Array(value);
    }
    const value = room.subarray(0, this.#rest.length);
    value.set(this.#rest.subarray(0, value.length));
    this.#rest = this.#rest.subarray(value.length);
    return { value, done: false };
  }
}

/** A cut between entries near the end of full memory, 0 if there is none. */
function lastCut(memory: Uint8Array) {
  const end = memory.length - tail.length;
  for (let size = glance; ; size *= 4) {
    const at = Math.max(0, end - size), found = behind(oneByte.decode(memory.subarray(at, end)), betweenEntries);
    if (found >= 0) return at + found;
    if (at === 0) return 0;
  }
}
