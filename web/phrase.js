// A text of a catalogue, with what stands in braces replaced.

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function phrase(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}
