// Types for <netvisor-mac>, which element.js makes known.

/** What was found of a request; never a value of it. */
export interface NetvisorMacVerdict {
  /** The MAC is right; wrong, and why is proved; wrong, and no known mistake explains it. */
  verdict: "ok" | "wrong" | "none";
  /** Ids of the mistakes that together made the MAC, where the verdict is "wrong". */
  mistakes: string[];
}

/** Its attributes; embedding.md says what each does. There is none for a key. */
export interface NetvisorMacAttributes {
  mode?: "create" | "check";
  lang?: "en" | "fi" | "sv" | "nl";
  theme?: "light" | "dark";
  /** An opaque colour of CSS, such as "#2e8555". */
  accent?: string;
  /** The least height, in CSS pixels. */
  height?: number | string;
  address?: string;
  sender?: string;
  example?: true | "";
  "no-keys"?: true | "";
  src?: string;
  title?: string;
}

declare global {
  interface HTMLElementTagNameMap { "netvisor-mac": HTMLElement }
  interface GlobalEventHandlersEventMap { "netvisor-mac": CustomEvent<NetvisorMacVerdict> }
}

// In JSX. Of these libraries a project has one: what is said of the others is ignored.

// @ts-ignore React
declare module "react" { namespace JSX { interface IntrinsicElements { "netvisor-mac": NetvisorMacAttributes & Omit<IntrinsicElements["div"], keyof NetvisorMacAttributes> } } }
// @ts-ignore Preact
declare module "preact" { namespace JSX { interface IntrinsicElements { "netvisor-mac": NetvisorMacAttributes & Omit<IntrinsicElements["div"], keyof NetvisorMacAttributes> } } }
// @ts-ignore Solid
declare module "solid-js/jsx-runtime" { namespace JSX { interface IntrinsicElements { "netvisor-mac": NetvisorMacAttributes & Omit<IntrinsicElements["div"], keyof NetvisorMacAttributes> } } }
