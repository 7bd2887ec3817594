// The shop behind a server that can have a new release of the service worker, one that differs by a comment, and that can fail.
import { createServer, request } from "node:http";
import { SHOP } from "./browser.mjs";

export async function releases() {
  let number = 1;
  let isBroken = false;
  const shop = new URL(SHOP);
  const server = createServer((incoming, answer) => {
    if (isBroken) return answer.writeHead(500, { "content-type": "text/html; charset=utf-8" }).end("<h1>Broken</h1>");
    const isWorker = incoming.url === "/sw.js";
    const headers = { ...incoming.headers, ...(isWorker ? { "accept-encoding": "identity" } : {}) };
    const options = { host: shop.hostname, port: shop.port, path: incoming.url, method: incoming.method, headers };
    const outgoing = request(options, (response) => {
      const { "content-length": length, etag, ...others } = response.headers;
      answer.writeHead(response.statusCode, isWorker ? others : response.headers);
      response.on("end", () => answer.end(isWorker ? `\n// release ${number}` : ""));
      response.pipe(answer, { end: false });
    });
    outgoing.on("error", () => answer.destroy());
    // A browser that closes in the middle of a request would leave its other half open, and this program with it.
    answer.on("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    release: () => (number += 1),
    breakDown: () => (isBroken = true),
    close: () => (server.closeAllConnections(), new Promise((closed) => server.close(closed))),
  };
}
