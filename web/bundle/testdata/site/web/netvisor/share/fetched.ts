export { textsURL } from "build";
