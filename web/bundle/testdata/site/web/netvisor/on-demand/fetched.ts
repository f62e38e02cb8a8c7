export { onDemandURL } from "build";
