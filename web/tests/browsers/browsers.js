// The browsers that the paths are walked in.

import { startChromium, startFirefox } from "./puppeteer.js";
import { startWebKit } from "./webdriver.js";

/** @import { Tab } from "./tab.js" */

/**
 * @typedef {object} Browser
 * @property {string} version
 * @property {() => Promise<Tab>} open a new tab
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {(folder: string) => Promise<Browser>} start with a folder for the files that it saves
 * @property {Record<string, string>} cannot the paths that its driver does not allow, and why
 */

/** @type {Kind[]} */
export const browsers = [
  { name: "Chromium", start: startChromium, cannot: {} },
  { name: "Firefox", start: startFirefox, cannot: {} },
  {
    name: "WebKit",
    start: startWebKit,
    cannot: {
      "embedded in a page of its own site, shut off from it, it tells the verdict":
        "to WebKit 'self' in the policy of a frame without an origin is no address: it runs nothing, and the element's fallback stays",
    },
  },
];
