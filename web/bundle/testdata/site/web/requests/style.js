export { requestsStyleURL } from "build";
