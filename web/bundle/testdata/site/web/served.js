// Where the workers are.
export { workers, workerURL } from "build";
