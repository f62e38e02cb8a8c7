// What the reading of a text left open. As long as the form holds what was read, no verdict on it is told without that.

/** @import { MacRequest, Note, Pasted } from "../api/types/mac.d.ts" */

/** @typedef {{ notes: Note[], addresses: string[] }} Doubts addresses are what else the text can mean */

/** @type {Doubts & { request: MacRequest } | undefined} */
let open;

/** Keeps what is open of a request of a paste, which the form holds now. @param {Pasted} pasted @param {number} index @param {MacRequest} request */
export function keepDoubts({ notes, requests }, index, request) {
  open = { notes: notes.filter((note) => note.doubt && (note.request === index || note.request < 0)), addresses: requests[index]?.addresses ?? [], request };
}

export function forgetDoubts() {
  open = undefined;
}

/** What still is: about a field, while that has what was read; about the text, while the address has. @param {MacRequest} request @returns {Doubts} */
export function doubtsOf(request) {
  const read = open;
  if (!read) return { notes: [], addresses: [] };
  const stands = (/** @type {keyof MacRequest} */ name) => request[name] === read.request[name];
  return {
    notes: read.notes.filter(({ field }) => stands(field && field in read.request ? /** @type {keyof MacRequest} */ (field) : "url")),
    addresses: stands("url") ? read.addresses.filter((url) => url !== request.url) : [],
  };
}
