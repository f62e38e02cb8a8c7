// Offering something as a file.

/** @param {Guarded | Guarded[]} content @param {Guarded} name @param {string} type */
export const save = (content, name, type) => offer([content].flat(), name, type);

/** A file of the person's own, as it is: its secrets are what it is for. @param {Uint8Array} content @param {Guarded} name */
export const saveOwn = (content, name) => offer([/** @type {BlobPart} */ (content)], name, "application/octet-stream");

/** @param {BlobPart[]} content @param {Guarded} name @param {string} type */
function offer(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(content, { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
