document.title = "embedded";
