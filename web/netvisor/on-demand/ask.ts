// Asks for what most visits do without.

import { onDemandScript } from "./fetched.ts";
import { remembered } from "../../text/guard.ts";
import { spoken } from "../../words/language.ts";

let asked: ReturnType<typeof onDemandScript> | undefined;

/** In the language of now, and with the keys that are known now. */
export const onDemand = async () => (await (asked = onDemandScript())).knowing(spoken(), remembered());

/** The script has a guard of its own: it forgets the keys that the page has forgotten, if it was ever fetched. */
export const forgetOnDemand = async () => (await asked)?.knowing(spoken(), remembered());
