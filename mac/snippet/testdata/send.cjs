// Sends what a script has made of a request, as Postman and Bruno do: with
// Node's http, which writes the characters of a header as ISO-8859-1.
const http = require("http");

module.exports = (url, headers) =>
  new Promise((resolve, reject) => {
    const request = http.get(new URL(url), { headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ code: response.statusCode, text: Buffer.concat(chunks).toString("utf8") }));
    });
    request.on("error", reject);
  });
