export const knowing = () => {};
