// Characters that cannot be seen, or that turn the direction of what stands around them, in a form that can be seen. For
// what is shown of a text from elsewhere; what is copied or saved of it stays as it is.

const foreign = /[\p{DI}\p{Zl}\p{Zp}]|[^\P{C}\n\t]/gu;

export const codePoint = (character: string) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

export const seen = (text: string) => text.replace(foreign, codePoint);
