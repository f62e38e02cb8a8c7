export const textsIn = () => {};
