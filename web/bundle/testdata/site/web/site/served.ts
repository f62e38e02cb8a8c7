// Where the workers are.
export { workerSum, workerURL } from "build";
