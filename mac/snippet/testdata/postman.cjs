// Runs a script as Postman does: before the request and, the same, after the response.
// OWN_URL and OWN_SENDER are the request's own, and may hold {{variables}} of the environment.
const vm = require("vm");
const fs = require("fs");
const send = require("./send.cjs");

const script = fs.readFileSync(process.argv[2], "utf8");
const request = {
  url: process.env.OWN_URL ?? "",
  headers: {
    all: process.env.OWN_SENDER ? { "X-Netvisor-Authentication-Sender": process.env.OWN_SENDER } : {},
    get(name) { return this.all[name]; },
    upsert({ key, value }) { this.all[key] = value; },
  },
  update({ url }) { this.url = url; },
};
const variables = {
  get: (name) => process.env[name],
  replaceIn: (text) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => process.env[name]),
};
const run = (pm) => vm.runInNewContext(script, { pm: { request, variables, ...pm }, require });

run({ info: { eventName: "prerequest" } });
send(request.url, request.headers.all).then((answer) => {
  console.log(answer.text);
  run({ info: { eventName: "test" }, response: { code: answer.code, text: () => answer.text } });
});
