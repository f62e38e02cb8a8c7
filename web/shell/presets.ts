// What a host presets: the attributes of <netvisor-mac> and the parameters in
// the fragment of embed.html have the same names.

const texts = ["mode", "lang", "theme", "accent", "height", "address", "sender"];
/** These are there or not; their value is nothing. */
const flags = ["example", "no-keys"];

export const presetNames = [...texts, ...flags];

/**
 * The fragment that says what read gives for each name; null is not said. It ends in "fit": whoever makes a fragment
 * makes the frame as high as the page.
 */
export function fragmentOfPreset(read: (name: string) => string | null) {
  const given = new URLSearchParams();
  for (const name of presetNames) {
    const value = read(name);
    if (value !== null) given.set(name, value);
  }
  given.set("fit", "");
  return `#${given}`;
}

/** A least height in CSS pixels, such as "640" or "640px"; undefined where it is none. */
export const leastHeight = (text: string) => (/^\d{1,4}(px)?$/.test(text) ? parseInt(text) : undefined);

export function presetIn(fragment: string) {
  const given = new URLSearchParams(fragment.slice(1));
  const text = (name: string) => given.get(name) ?? "";
  return {
    lang: text("lang"), theme: text("theme"), accent: text("accent"), height: text("height"), address: text("address"), sender: text("sender"),
    example: given.has("example"), noKeys: given.has("no-keys"), fit: given.has("fit"),
  };
}
