// The page has the table's style already, and its worker under this name.

export const requestsStyleURL = "", requestsStyleSum = "", requestsWorkerURL = "requestsWorkerURL", requestsWorkerSum = "";
