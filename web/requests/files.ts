// Where the table's style and its worker lie. In a page that is a single file both are in the page: there in-page.ts stands in for
// this module.

export { requestsStyleSum, requestsStyleURL, requestsWorkerSum, requestsWorkerURL } from "build";
