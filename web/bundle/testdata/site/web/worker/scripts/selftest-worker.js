postMessage("passed");
