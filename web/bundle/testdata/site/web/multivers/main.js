document.title = "passed";
