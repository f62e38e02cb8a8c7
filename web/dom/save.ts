// Offering something as a file.

export const save = (content: Guarded | Guarded[], name: Guarded, type: string) => offer([content].flat(), name, type);

/** A file of the person's own, as it is: its secrets are what it is for. */
export const saveOwn = (content: Uint8Array, name: Guarded) => offer([content as BlobPart], name, "application/octet-stream");

function offer(content: BlobPart[], name: Guarded, type: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(content, { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
