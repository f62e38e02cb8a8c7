// What may be said of a key: how long it is, of which characters, and its fingerprint.

/** fingerprint is "" for a key that one would tell */
export type Described = { length: number, alphabet: "lower" | "upper" | "hex" | "other", fingerprint: string };

/** Both keys, null for one that is not there, with the salt of their fingerprints. */
export type DescribedKeys = { salt: string, customer: Described | null, partner: Described | null };
