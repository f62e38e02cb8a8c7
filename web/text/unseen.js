// Characters that cannot be seen, or that turn the direction of what stands around them, in a form that can be seen. For
// what is shown of a text from elsewhere; what is copied or saved of it stays as it is.

const foreign = /[\p{DI}\p{Zl}\p{Zp}]|[^\P{C}\n\t]/gu;

/** @param {string} character */
export const codePoint = (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

/** @param {string} text */
export const seen = (text) => text.replace(foreign, codePoint);
