// <netvisor-mac>: a frame with embed.html, as high as what it shows. What stands
// inside the element is shown until the frame is there.

import { fragmentOfPreset, leastHeight, presetNames } from "../shell/presets.ts";

const sheet = new CSSStyleSheet(); // a policy that forbids inline styles admits it
sheet.replaceSync(`
:host { display: block; position: relative }
:host([hidden]) { display: none }
iframe { display: block; width: 100%; border: 0 }
iframe:not(.there) { position: absolute; top: 0; left: 0; height: 1px; visibility: hidden }
.there ~ slot { display: none }
`);

/** A frame is not made higher than this. */
const highest = 20_000;

/** What the frame may do: compute, and open the whole page in a tab that is no longer bound. */
const allowed = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** Right; wrong, and why is proved; wrong, and no known mistake explains it. */
const verdicts: unknown[] = ["ok", "wrong", "none"];

/** What a frame says, whoever is in it. */
type Told = { type?: unknown, height?: unknown, title?: unknown, verdict?: unknown, mistakes?: unknown };

export class NetvisorMacElement extends HTMLElement {
  static observedAttributes = [...presetNames, "src", "title"];
  /** The address of embed.html, for an element without src. */
  static embed = "embed.html";

  #frame = newFrame();
  /** Keeps the least height, before the frame has come, too. */
  #own = new CSSStyleSheet();
  /** Where the frame is, without the fragment. */
  #place = "";
  #changed = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet, this.#own];
    root.append(this.#frame, document.createElement("slot"));
  }

  connectedCallback() {
    addEventListener("message", this);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener("message", this);
    this.#place = "";
    const fresh = newFrame(); // a lazy frame that is put in again is not always loaded again
    this.#frame.replaceWith(fresh);
    this.#frame = fresh;
  }

  attributeChangedCallback() {
    if (!this.isConnected || this.#changed) return;
    this.#changed = true; // several at once are one change
    queueMicrotask(() => {
      this.#changed = false;
      if (this.isConnected) this.#show();
    });
  }

  /** Shows what the attributes say. Only another src loads the frame anew. */
  #show() {
    const address = this.#address();
    this.#own.replaceSync(`:host { min-height: ${leastHeight(this.getAttribute("height") ?? "") ?? 0}px }`);
    const place = address.origin + address.pathname + address.search;
    if (this.title) this.#frame.title = this.title;
    if (place === this.#place && this.#frame.contentWindow) {
      this.#frame.contentWindow.location.replace(address); // leaves no step in the history
      return;
    }
    this.#place = place;
    this.#frame.classList.remove("there");
    this.#frame.sandbox.value = sandboxFor(address);
    this.#frame.src = address.href;
  }

  #address() {
    const address = new URL(this.getAttribute("src") ?? NetvisorMacElement.embed, document.baseURI);
    if (!/^https?:$/.test(address.protocol)) throw new TypeError(`netvisor-mac: src must be an address with https, and is "${address}"`);
    address.hash = fragmentOfPreset((name) => (name === "lang" ? this.closest("[lang]") : this)?.getAttribute(name) ?? null);
    return address;
  }

  /** Hears the frame, and nobody else. */
  handleEvent({ source, data }: MessageEvent<Told | null>) {
    if (source === null || source !== this.#frame.contentWindow || data?.type !== "netvisor-mac") return;
    if (Number.isFinite(data.height)) this.#fit(data.height as number);
    if (typeof data.title === "string" && !this.title) this.#frame.title = data.title;
    if (isVerdict(data)) this.dispatchEvent(new CustomEvent("netvisor-mac", { bubbles: true, detail: { verdict: data.verdict, mistakes: data.mistakes } }));
  }

  /** @param height in pixels */
  #fit(height: number) {
    this.#frame.height = String(Math.min(Math.max(height, 0), highest));
    this.#frame.classList.add("there");
  }
}

function newFrame() {
  const frame = document.createElement("iframe");
  frame.allow = "clipboard-write";
  frame.referrerPolicy = "no-referrer";
  frame.loading = "lazy";
  frame.title = "Netvisor MAC"; // until the frame says it in its language
  return frame;
}

/**
 * From another site the frame keeps its own origin, which the browser shuts off from the page's: without it no worker
 * starts, and Safari runs nothing, since to it 'self' in the frame's policy is no address then. On the page's own site
 * that same word would open the frame to the page's scripts, and so to the keys.
 */
function sandboxFor({ origin }: URL) {
  return origin === location.origin ? allowed : `${allowed} allow-same-origin`;
}

function isVerdict({ verdict, mistakes }: { verdict?: unknown, mistakes?: unknown }) {
  return verdicts.includes(verdict) && Array.isArray(mistakes) && (mistakes as string[]).every((id) => /^[a-z0-9-]+$/.test(id));
}
