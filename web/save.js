// Offering something as a file.

/** @param {string | Uint8Array | Blob} content @param {string} name @param {string} type */
export function save(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (content)], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
