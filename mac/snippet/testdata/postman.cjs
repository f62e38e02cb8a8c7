// Runs a script as Postman does: before the request and, the same, after the response.
const vm = require("vm");
const fs = require("fs");
const send = require("./send.cjs");

const script = fs.readFileSync(process.argv[2], "utf8");
const request = {
  url: "",
  headers: { all: {}, upsert({ key, value }) { this.all[key] = value; } },
  update({ url }) { this.url = url; },
};
const environment = { get: (name) => process.env[name] };
const run = (pm) => vm.runInNewContext(script, { pm: { request, environment, ...pm }, require });

run({ info: { eventName: "prerequest" } });
send(request.url, request.headers.all).then((answer) => {
  console.log(answer.text);
  run({ info: { eventName: "test" }, response: { code: answer.code, text: () => answer.text } });
});
