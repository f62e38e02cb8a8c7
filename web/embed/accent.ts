// The accent that a host wishes for links, buttons and marks. On a white and on a dark paper no one colour stands out
// enough: on each it is darkened or lightened until it does.

type Colour = [number, number, number];

/** --paper of style.css, in light and in dark. */
const papers: Colour[] = [[255, 255, 255], [20, 23, 26]];
/** The part of the accent in what is marked. */
const marked = 0.12;
/** The contrast that WCAG asks of text. */
const enough = 4.5;

/** @param wish a colour as CSS writes it, or "" for the tool's own */
export function showAccent(wish: string) {
  const colour = wish ? colourOf(wish) : undefined;
  if (wish && !colour) console.warn(`netvisor-mac: accent must be an opaque colour such as "#2e8555", and is ${JSON.stringify(wish.slice(0, 40))}`);
  const shown = colour && papers.map((paper) => readable(colour, paper));
  paint("--accent", shown);
  paint("--mark", shown?.map((accent, i) => mixed(papers[i], accent, marked)));
}

function paint(property: string, shown?: Colour[]) {
  const { style } = document.documentElement;
  if (shown) style.setProperty(property, `light-dark(${shown.map((colour) => `rgb(${colour.join(" ")})`).join(", ")})`);
  else style.removeProperty(property);
}

/** A canvas takes every colour that CSS has, and gives an opaque one as six hex digits; what is none leaves what was there. */
function colourOf(text: string): Colour | undefined {
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas) return undefined;
  canvas.fillStyle = "transparent";
  canvas.fillStyle = text;
  const [, ...parts] = /^#(..)(..)(..)$/.exec(canvas.fillStyle) ?? [];
  return parts.length ? parts.map((part) => parseInt(part, 16)) as Colour : undefined;
}

/** The colour, moved towards black or white until it can be read on the paper and on what is marked there. */
function readable(colour: Colour, paper: Colour): Colour {
  const end: Colour = luminance(paper) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  const steps = Array.from({ length: 21 }, (_, i) => mixed(colour, end, i / 20));
  return steps.find((step) => contrast(step, mixed(paper, step, marked)) >= enough) ?? end; // what is marked is nearer to it than the paper
}

const mixed = (a: Colour, b: Colour, part: number) => a.map((from, i) => Math.round(from + (b[i] - from) * part)) as Colour;

function contrast(a: Colour, b: Colour) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** As WCAG computes it. */
function luminance(colour: Colour) {
  const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
