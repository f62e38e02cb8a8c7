console.log("command");
