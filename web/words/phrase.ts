// A text of a catalogue, with what stands in braces replaced: {count} by a value, and {count|file|files} by the
// word for one or for another number of them. No language of the page has more forms.

export function phrase(text: string, values: Partial<Record<string, string | number>>) {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (all, name: string, one: string | undefined, other: string) => {
    if (values[name] === undefined) return all;
    return one === undefined ? String(values[name]) : String(values[name]) === "1" ? one : other;
  });
}
