// Where the workers are in a single file.
const files = JSON.parse(document.getElementById("files").textContent);
export const workerURL = URL.createObjectURL(new Blob([files.workers.workerURL]));
export const workerSum = "";
