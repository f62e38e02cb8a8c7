// The page has the table's style already.

export const requestsStyleURL = "", requestsStyleSum = "";
