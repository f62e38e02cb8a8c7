// Types for <netvisor-mac>, which element.js makes known.

/** What was found of a request; never a value of it. */
export interface NetvisorMacVerdict {
  /** The MAC is right; wrong, and why is proved; wrong, and no known mistake explains it. */
  verdict: "ok" | "wrong" | "none";
  /** Ids of the mistakes that together made the MAC, where the verdict is "wrong". */
  mistakes: string[];
}

declare global {
  interface HTMLElementTagNameMap { "netvisor-mac": HTMLElement }
  interface HTMLElementEventMap { "netvisor-mac": CustomEvent<NetvisorMacVerdict> }
}
