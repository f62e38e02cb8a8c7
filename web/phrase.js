// A text of a catalogue, with what stands in braces replaced.

/**
 * @param {Record<string, string>} words
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
export function phrase(words, key, values) {
  return words[key].replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}
