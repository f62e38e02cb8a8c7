// A worker that searches in full for the MAC that a request does not have, and
// answers with how many it computed.

/** @import { DiagnoseOptions, Keys, MacRequest } from "../../../api/types/mac.d.ts" */

const { origin } = globalThis.location;
/** @type {typeof import("../../../api/types/mac.d.ts")} */
const { load } = await import(`${origin}/mac.js`);
const mac = await load(`${origin}/mac.wasm`);

onmessage = (/** @type {MessageEvent<{ request: MacRequest, keys: Keys, options: DiagnoseOptions }>} */ { data }) => {
  const { tried, exhausted } = mac.diagnose(data.request, data.keys, data.options);
  if (!exhausted) throw new Error("the search was not done in full");
  postMessage(tried);
};
postMessage("ready");
