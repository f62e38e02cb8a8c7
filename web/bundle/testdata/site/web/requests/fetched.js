export { requestsURL } from "build";
