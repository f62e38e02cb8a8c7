// Where the table's style lies. In a page that is a single file it is in the page: there no-style.ts stands in for this module.

export { requestsStyleSum, requestsStyleURL } from "build";
