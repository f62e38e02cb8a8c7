// What the reading of a text left open. As long as the form holds what was read, no verdict on it is told without that.

import type { MacRequest, Note, Pasted } from "../api/types/mac.d.ts";

/** addresses are what else the text can mean */
export type Doubts = { notes: Note[], addresses: string[] };

let open: Doubts & { request: MacRequest } | undefined;

/** Keeps what is open of a request of a paste, which the form holds now. */
export function keepDoubts({ notes, requests }: Pasted, index: number, request: MacRequest) {
  open = { notes: notes.filter((note) => note.doubt && (note.request === index || note.request < 0)), addresses: requests[index]?.addresses ?? [], request };
}

export function forgetDoubts() {
  open = undefined;
}

/** What still is: about a field, while that has what was read; about the text, while the address has. */
export function doubtsOf(request: MacRequest): Doubts {
  const read = open;
  if (!read) return { notes: [], addresses: [] };
  const stands = (name: keyof MacRequest) => request[name] === read.request[name];
  return {
    notes: read.notes.filter(({ field }) => stands(field && field in read.request ? (field as keyof MacRequest) : "url")),
    addresses: stands("url") ? read.addresses.filter((url) => url !== request.url) : [],
  };
}
