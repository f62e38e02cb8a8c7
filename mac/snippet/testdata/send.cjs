// Sends what a script has made of a request, as Postman and Bruno do: with
// Node's http, which writes the characters of a header as ISO-8859-1. Where
// there is a request.xml, it is the request's body.
const fs = require("fs");
const http = require("http");

module.exports = (url, headers) =>
  new Promise((resolve, reject) => {
    const body = fs.existsSync("request.xml") ? fs.readFileSync("request.xml") : undefined;
    const options = body ? { method: "POST", headers: { "Content-Type": "text/plain", ...headers } } : { headers };
    const request = http.request(new URL(url), options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const charset = /encoding="([\w-]+)/.exec(bytes.toString("latin1"))?.[1];
        resolve({ code: response.statusCode, text: new TextDecoder(charset).decode(bytes) });
      });
    });
    request.on("error", reject);
    request.end(body);
  });
