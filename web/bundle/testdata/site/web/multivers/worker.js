postMessage("mended");
