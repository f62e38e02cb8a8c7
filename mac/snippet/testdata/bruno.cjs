// Runs a script as Bruno does: before the request and, the same, after the response.
const vm = require("vm");
const fs = require("fs");
const send = require("./send.cjs");

const script = fs.readFileSync(process.argv[2], "utf8");
const headers = {};
let url = process.env.OWN_URL ?? "";
const bru = { getProcessEnv: (name) => process.env[name] };
const req = { getUrl: () => url, setUrl: (value) => (url = value), setHeader: (name, value) => (headers[name] = value) };

vm.runInNewContext(script, { bru, req, require });
send(url, headers).then((answer) => {
  console.log(answer.text);
  const res = { getStatus: () => answer.code, getBody: () => answer.text };
  vm.runInNewContext(script, { bru, req, res, require });
});
